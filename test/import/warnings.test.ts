import {describe, expect, test} from 'vitest';
import type {FileOptions} from '../../src/import/import-context.ts';
import {testWorkspace, type TestWorkspace} from './import-texts.ts';

const header = 'number,state,priority,opened_at,resolved_at,sys_updated_on';

interface Rows {
  from?: number;
  count?: number;
  /** Of the first opening; the others follow an hour apart by day. */
  day?: string;
  state?: string;
  hours?: readonly number[];
}

const office = [8, 9, 10, 11, 13, 14, 15, 16];

/** Clean incidents, each resolved two hours after its opening. */
function rows({from = 0, count = 300, day = '2026-03-02', state, hours = office}: Rows = {}) {
  return Array.from({length: count}, (_, i) => {
    const opened = new Date(`${day}T00:00:00Z`);
    opened.setUTCDate(opened.getUTCDate() + Math.floor(i / 40));
    opened.setUTCHours(hours[i % hours.length] ?? 0, i % 60, (i * 7) % 60);
    const resolved = text(new Date(opened.getTime() + 7_200_000));
    return `INC${from + i},${state ?? 'Closed'},3 - Moderate,${text(opened)},${resolved},${resolved}`;
  });
}

function text(at: Date): string {
  return at.toISOString().slice(0, 19).replace('T', ' ');
}

function csv(lines: readonly string[], head = header): string {
  return `${head}\n${lines.join('\n')}\n`;
}

/** The warnings of one more file. */
async function warningsOf(
  space: TestWorkspace,
  lines: readonly string[],
  {head, ...options}: FileOptions & {head?: string} = {},
): Promise<string> {
  const file = space.file(
    `${space.warnings.length}-${lines.length}-${Math.random()}.csv`,
    csv(lines, head),
  );
  const {warnings} = await space.import(file, {
    timezone: 'Europe/Berlin',
    source: 'desk',
    ...options,
  });
  return warnings.join('\n');
}

test('clean data, and the same a month and an export later, gives no warning', async () => {
  const space = testWorkspace();
  expect(await warningsOf(space, rows())).toBe('');
  expect(await warningsOf(space, rows({from: 250, day: '2026-03-16'}))).toBe('');
  // A small file of what changed since.
  expect(await warningsOf(space, rows({from: 540, count: 12, day: '2026-04-01'}))).toBe('');
});

describe('a number of rows', () => {
  test('that is the limit of the tool is probably not all', async () => {
    const space = testWorkspace();
    expect(await warningsOf(space, rows({count: 10_000}))).toMatch(
      /^Exactly 10,000 rows, where the tool cuts exports off: it is probably not all/,
    );
  });

  test('that is round is doubted where no limit of the tool is known, and only then', async () => {
    const head = 'record_id,status,priority,opened_at';
    const lines = (count: number) =>
      Array.from({length: count}, (_, i) => `${i},Open,P3,2026-03-02 ${8 + (i % 9)}:00:00`);
    const generic = {connector: 'generic', head};
    expect(await warningsOf(testWorkspace(), lines(1000), generic)).toMatch(
      /Exactly 1,000 rows, a number at which many tools cut exports off silently/,
    );
    expect(await warningsOf(testWorkspace(), lines(1001), generic)).not.toMatch(/Exactly/);
    expect(await warningsOf(testWorkspace(), rows({count: 1000}))).toBe('');
  });
});

describe('openings', () => {
  const night = [17, 18, 20, 21, 22, 23, 0, 1];

  test('mostly at night say by how many hours the zone may be off', async () => {
    expect(await warningsOf(testWorkspace(), rows({hours: night}))).toMatch(
      /^In the time zone Europe\/Berlin, 75 % of .*: check the zone\. They would lie in the day if clocks there were \d+ hours behind\.$/,
    );
    const early = [0, 1, 2, 3, 5, 6, 7, 8];
    expect(await warningsOf(testWorkspace(), rows({hours: early}))).toMatch(
      /63 % of records were opened between 20:00 and 06:00.* \d+ hours ahead\.$/,
    );
  });

  test('around the clock, or fewer than a hundred, say nothing', async () => {
    const always = Array.from({length: 24}, (_, hour) => hour);
    expect(await warningsOf(testWorkspace(), rows({hours: always}))).toBe('');
    expect(await warningsOf(testWorkspace(), rows({hours: [2], count: 40}))).toBe('');
  });

  const head = `${header},sys_created_on`;

  test('that are all the creation of the record are told, with what that means', async () => {
    const lines = rows().map((line) => `${line},${line.split(',')[3]}`);
    expect(await warningsOf(testWorkspace(), lines, {head})).toMatch(
      /^In all 300 records “opened_at” is “sys_created_on” to the second: it is when the record was made/,
    );
  });

  test('of which one differs from the creation are somebody’s word', async () => {
    const lines = rows().map((line, i) =>
      i === 7 ? `${line},2026-03-02 17:59:59` : `${line},${line.split(',')[3]}`,
    );
    expect(await warningsOf(testWorkspace(), lines, {head})).toBe('');
  });
});

describe('rows', () => {
  test('resolved before opened and closed before resolved are counted', async () => {
    const head = 'number,state,priority,opened_at,resolved_at,closed_at,sys_updated_on';
    const [good, early, unordered] = [
      'INC1,Closed,3,2026-03-02 09:00:00,2026-03-02 10:00:00,2026-03-02 11:00:00,2026-03-02 11:00:00',
      'INC2,Closed,3,2026-03-02 09:00:00,2026-03-02 08:00:00,2026-03-02 11:00:00,2026-03-02 11:00:00',
      'INC3,Closed,3,2026-03-02 09:00:00,2026-03-02 10:00:00,2026-03-02 09:30:00,2026-03-02 11:00:00',
    ];
    expect(await warningsOf(testWorkspace(), [good, early, unordered], {head})).toBe(
      '1 row resolved before opened.\n1 row closed before resolved.',
    );
    expect(await warningsOf(testWorkspace(), [good], {head})).toBe('');
  });

  test('whose SLA flag never says no are told to be ignored; one no is a flag that is kept', async () => {
    const head = `${header},made_sla`;
    const met = rows({count: 60}).map((line) => `${line},true`);
    expect(await warningsOf(testWorkspace(), met, {head})).toMatch(/legacy flag.* It is ignored/);
    const kept = met.map((line, i) => (i === 5 ? line.replace(/true$/, 'false') : line));
    expect(await warningsOf(testWorkspace(), kept, {head})).toBe('');
  });
});

describe('a status', () => {
  test('that no map knows is counted', async () => {
    const lines = [...rows({count: 5}), ...rows({from: 5, count: 3, state: 'Parked'})];
    expect(await warningsOf(testWorkspace(), lines)).toBe(
      'status has values that the connector does not know: “Parked” (3).',
    );
  });

  test('that the map knows and the source never had is told once', async () => {
    const space = testWorkspace();
    await warningsOf(space, rows());
    const next = rows({from: 300, day: '2026-03-16'}).map((line, i) =>
      i < 4 ? line.replace('Closed', 'On Hold') : line,
    );
    expect(await warningsOf(space, next)).toMatch(
      /^Statuses that no earlier export of desk had: “On Hold” \(4\). They count as on_hold/,
    );
    const held = rows({from: 600, day: '2026-03-30', state: 'On Hold'});
    expect(await warningsOf(space, held)).toBe('');
  });
});

describe('an export beside earlier ones', () => {
  test('that is older than what is known leaves records as they are, and says so', async () => {
    const space = testWorkspace();
    await warningsOf(space, rows());
    const older = rows().map((line) =>
      line.replace('Closed', 'New').replace(/,[^,]*,[^,]*$/, ',,2026-03-02 07:00:00'),
    );
    expect(await warningsOf(space, older)).toMatch(
      /The export is older \(2026-03-09\) than what desk has \(2026-03-09\): 300 of its 300 records are known in a newer state/,
    );
  });

  test('of an earlier month that overlaps with nothing is no older export', async () => {
    const space = testWorkspace();
    await warningsOf(space, rows({day: '2026-03-02'}));
    expect(await warningsOf(space, rows({from: 1000, day: '2026-02-02'}))).toBe('');
  });

  test('with far fewer records than the one before is probably a part', async () => {
    const space = testWorkspace();
    await warningsOf(space, rows());
    const part = rows({count: 90}).map((line) => line.replace('3 - Moderate', '2 - High'));
    expect(await warningsOf(space, part)).toMatch(/^90 records, where .*\.csv before it had 300/);
  });

  test('is not compared with lists of other tables of the tool', async () => {
    const space = testWorkspace();
    await warningsOf(space, rows());
    const head = 'number,state,opened_at,sys_updated_on,sys_class_name,sys_created_on';
    const changes = Array.from({length: 40}, (_, i) => {
      const at = `2026-03-0${1 + (i % 9)} 09:00:00`;
      return `CHG${i},Open,${at},${at},Change Request,${at}`;
    });
    expect(await warningsOf(space, changes, {head})).toBe('');
    expect(await warningsOf(space, rows({from: 250, day: '2026-03-16'}))).toBe('');
  });

  test('with fewer columns says what records keep', async () => {
    const space = testWorkspace();
    await warningsOf(space, rows());
    const narrow = rows({from: 300, day: '2026-03-16'}).map((line) =>
      line.split(',').toSpliced(2, 1).join(','),
    );
    const head = 'number,state,opened_at,resolved_at,sys_updated_on';
    expect(await warningsOf(space, narrow, {head})).toBe(
      'It has no column for priority, which earlier exports of desk had: records keep what those said.',
    );
  });

  test('tells of a source whose newest incident is much older; not of one that was given up', async () => {
    const space = testWorkspace();
    await warningsOf(space, rows({day: '2026-01-05'}), {source: 'south'});
    await warningsOf(space, rows({day: '2024-01-05'}), {source: 'retired'});
    expect(await warningsOf(space, rows({day: '2026-01-19'}))).toBe('');
    expect(await warningsOf(space, rows({from: 300, day: '2026-03-16'}))).toMatch(
      /^The newest incident of south was opened on 2026-01-12, 70 days before that of desk: is an export of south missing\?$/,
    );
  });
});
