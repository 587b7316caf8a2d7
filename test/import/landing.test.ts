import {createHash} from 'node:crypto';
import {readdir, rm} from 'node:fs/promises';
import {gzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {silentLog} from '../../src/base/log.ts';
import {silentProgress} from '../../src/base/progress.ts';
import {reimport} from '../../src/import/reimport.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const header =
  'number,state,priority,opened_at,resolved_at,sys_updated_on,assignment_group,short_description';
const row = (n: number, state = 'New', group = 'Desk') =>
  `INC${String(n).padStart(4, '0')},${state},3 - Moderate,2026-03-${String((n % 27) + 1).padStart(2, '0')} 10:00:00,,2026-04-01 10:00:00,${group},Title ${n}`;
const csv = (rows: string[], line = '\n') => [header, ...rows, ''].join(line);
const range = (from: number, to: number) =>
  Array.from({length: to - from}, (_, i) => row(from + i));
const utc = {timezone: 'UTC'};
const landed = 'select * exclude (import_id) from record_version order by record_id, row_hash';

test('the same file again adds nothing and says so', async () => {
  const space = testWorkspace();
  const file = space.file('a.csv', csv(range(1, 20)));
  await space.import(file, utc);
  const again = await space.import(file, utc);
  expect(again).toMatchObject({
    isRepeat: true,
    importId: 1,
    rowsRead: 19,
    rowsAccepted: 0,
    rowsUnchanged: 19,
  });
  expect(again.warnings[0]).toMatch(/here already, as import 1/);
  expect(await space.query('select count(*) as n from import_log')).toEqual([{n: 1}]);
});

test('an overlapping export adds only what changed', async () => {
  const space = testWorkspace();
  await space.import(space.file('a.csv', csv(range(1, 20))), utc);
  const changed = [...range(10, 19), row(19, 'Resolved'), row(20)];
  const second = await space.import(space.file('b.csv', csv(changed)), utc);
  expect(second).toMatchObject({rowsRead: 11, rowsAccepted: 2, rowsUnchanged: 9, records: 11});
  expect(unaccounted(second)).toBe(0);
});

test('whole, in halves in the wrong order, shuffled, gzipped or with columns moved: the same rows', async () => {
  const rows = range(1, 60);
  const whole = testWorkspace();
  await whole.import(whole.file('a.csv', csv(rows)), utc);
  const halves = testWorkspace();
  await halves.import(halves.file('b.csv', csv(rows.slice(25))), utc);
  await halves.import(halves.file('a.csv.gz', gzipSync(csv(rows.slice(0, 35)))), utc);
  const shuffled = testWorkspace();
  await shuffled.import(shuffled.file('a.csv', csv([...rows].reverse(), '\r\n')), utc);
  const moved = testWorkspace();
  const turn = (line: string) => line.split(',').reverse().join(',');
  await moved.import(moved.file('a.csv', [header, ...rows].map(turn).join('\n')), utc);
  const expected = await whole.query(landed);
  expect(expected).toHaveLength(59);
  for (const space of [halves, shuffled, moved])
    expect(await space.query(landed)).toEqual(expected);
});

test('two sources with the same numbers do not collide', async () => {
  const space = testWorkspace();
  const file = space.file('a.csv', csv(range(1, 5)));
  await space.import(file, {...utc, source: 'north'});
  const second = await space.import(file, {...utc, source: 'south'});
  expect(second).toMatchObject({isRepeat: false, rowsAccepted: 4});
});

test('short rows are filled up, long ones and broken quotes are rejected, with their numbers', async () => {
  const space = testWorkspace();
  const rows = [
    row(1),
    `INC0002,New,3,2026-03-02 10:00:00,,2026-04-01 10:00:00,"Desk\nwith a line break"`,
    `${row(3)},one,two`,
    `"INC0004"x,New,3,2026-03-02 10:00:00,,2026-04-01 10:00:00,Desk,T`,
    row(5),
    'INC0006,New,3,soon,,2026-04-01 10:00:00,Desk,Late',
    ',,,,,,,',
    row(8),
  ];
  const result = await space.import(space.file('a.csv', csv(rows)), utc);
  expect(result).toMatchObject({rowsRead: 8, rowsAccepted: 4, rowsRejected: 3, rowsSkipped: 1});
  expect(unaccounted(result)).toBe(0);
  const rejected = await space.query('from rejected_row order by row_number');
  expect(rejected.map(({row_number, reason}) => [row_number, reason])).toEqual([
    [3, 'the row has 10 cells and the header 8'],
    [4, 'a quoted cell is not closed, or goes on after its quote'],
    [6, '"opened_at" is not a date as %Y-%m-%d %H:%M:%S'],
  ]);
  expect(rejected[2]).toMatchObject({file_name: 'a.csv', field: 'opened_at', value: 'soon'});
  expect(rejected[2]?.cells).toContain('INC0006');
});

test('rows that can’t be read are told apart however long they are and whatever their letters', async () => {
  const space = testWorkspace();
  const long = 'ü'.repeat(6000);
  const result = await space.import(
    space.file(
      'a.csv',
      csv([
        row(1, 'New', `x${long}`),
        'INC0002,New,3 - Moderate,2026-03-03 10:00:00',
        `${row(3)},x${long},x`,
        `INC0004,"${long}"x,3`,
        row(5).replace('Title 5', '"Title\n5"'),
      ]),
    ),
    utc,
  );
  expect(result).toMatchObject({rowsRead: 5, rowsAccepted: 3, rowsRejected: 2});
  expect(result.warnings.join()).toMatch(/^1 row has fewer cells than the header/);
  expect(
    await space.query('select row_number, reason from rejected_row order by row_number'),
  ).toEqual([
    {row_number: 3, reason: expect.stringMatching(/^the row has (10|more) cells/)},
    {row_number: 4, reason: 'a quoted cell is not closed, or goes on after its quote'},
  ]);
  expect(
    await space.query(
      `select title, length(assignment_group) as n from record_version where number <> 'INC0002' order by number`,
    ),
  ).toEqual([
    {title: 'Title 1', n: 6001},
    {title: 'Title\n5', n: 4},
  ]);
});

test('columns that no field reads stay as attributes; blanks around values do not', async () => {
  const space = testWorkspace();
  const text = `\ufeffNumber *,State,Opened,u_site,u_empty\nINC1,"  In progress ",2026-03-14 10:00,  Hall 3 ,   \n`;
  const result = await space.import(space.file('a.csv', text), utc);
  expect(result.rowsAccepted).toBe(1);
  const [found] = await space.query('from record_version');
  expect(found).toMatchObject({status: 'in_progress', status_raw: 'In progress'});
  expect(found?.attributes).toEqual({u_site: 'Hall 3', u_empty: null});
});

test('two rows that differ only in which cell is empty are two rows', async () => {
  const space = testWorkspace();
  const rows = [`INC1,New,3,2026-03-14 10:00:00,,,X,`, `INC1,New,3,2026-03-14 10:00:00,,,,X`];
  expect(await space.import(space.file('a.csv', csv(rows)), utc)).toMatchObject({
    rowsAccepted: 2,
    rowsUnchanged: 0,
  });
});

test('a file with exactly as many rows as the tool’s limit is called probably truncated', async () => {
  const space = testWorkspace();
  const rows = Array.from({length: 10_000}, (_, i) => row(i));
  const result = await space.import(space.file('a.csv', csv(rows)), utc);
  expect(result.warnings.join()).toMatch(/Exactly 10,000 rows/);
});

test('closing before resolving, an SLA flag that never says no, and openings at night are pointed out', async () => {
  const space = testWorkspace();
  const lines = Array.from(
    {length: 120},
    (_, i) => `INC${i},Closed,3,2026-03-14 02:00:00,2026-03-14 05:00:00,2026-03-14 04:00:00,true`,
  );
  const text = `number,state,priority,opened_at,resolved_at,closed_at,made_sla\n${lines.join('\n')}\n`;
  const {warnings} = await space.import(space.file('a.csv', text), utc);
  expect(warnings.join()).toMatch(/120 rows closed before resolved/);
  expect(warnings.join()).toMatch(/legacy flag/);
  expect(warnings.join()).toMatch(/100 % of records were opened between 20:00 and 06:00/);
});

test('the import log says what was read from where, and the as-of time is the data’s own unless stated', async () => {
  const space = testWorkspace();
  await space.import(space.file('a.csv', csv(range(1, 4))), utc);
  const asOf = new Date('2026-05-01T00:00:00Z');
  await space.import(space.file('b.csv', csv(range(4, 6))), {...utc, asOf});
  const log = await space.query(
    'select as_of, is_as_of_stated, encoding, timezone, byte_count from import_log order by import_id',
  );
  expect(log).toMatchObject([
    {
      as_of: new Date('2026-04-01T10:00:00Z'),
      is_as_of_stated: false,
      encoding: 'utf-8',
      timezone: 'UTC',
    },
    {as_of: asOf, is_as_of_stated: true},
  ]);
  const fields = await space.query(
    `from import_field where import_id = 1 and field in ('opened_at', 'resolved_at', 'ci') order by field`,
  );
  expect(fields).toMatchObject([
    {field: 'ci', header: null, filled_count: 0, row_count: 3},
    {field: 'opened_at', header: 'opened_at', format: '%Y-%m-%d %H:%M:%S', filled_count: 3},
    {field: 'resolved_at', header: 'resolved_at', format: null, filled_count: 0},
  ]);
});

test('the archive replays to the same landing, and a missing original changes nothing', async () => {
  const space = testWorkspace();
  await space.import(space.file('a.csv', csv(range(1, 30))), utc);
  await space.import(space.file('b.csv', csv(range(20, 40))), utc);
  const before = await space.query('from record_version order by record_id');
  expect(await readdir(space.workspace.archiveDirectory)).toHaveLength(2);
  const effects = {log: silentLog, progress: silentProgress, now: () => new Date()};
  const replayed = await reimport({workspace: space.workspace}, effects);
  expect(replayed.map(({rowsAccepted, rowsUnchanged}) => [rowsAccepted, rowsUnchanged])).toEqual([
    [29, 0],
    [10, 10],
  ]);
  expect(await space.query('from record_version order by record_id')).toEqual(before);
  await rm(space.workspace.archiveDirectory, {recursive: true});
  await expect(reimport({workspace: space.workspace}, effects)).rejects.toThrow(
    /a\.csv is not in the archive/,
  );
  expect(await space.query('from record_version order by record_id')).toEqual(before);
});

test('a source of the configuration is found by its file pattern, and brings its zone', async () => {
  const space = testWorkspace();
  const sources = [
    {
      name: 'utrecht',
      title: 'U',
      connector: 'servicenow',
      zone: 'Europe/Amsterdam',
      files: ['nl_*.csv'],
    },
    {
      name: 'austin',
      title: 'A',
      connector: 'servicenow',
      zone: 'America/Chicago',
      files: ['us_*.csv'],
    },
  ];
  const result = await space.import(space.file('us_may.csv', csv(range(1, 3))), {sources});
  expect(result).toMatchObject({source: 'austin', timezone: 'America/Chicago'});
  await expect(space.import(space.file('other.csv', csv(range(1, 9))), {sources})).rejects.toThrow(
    /several sources: utrecht, austin/,
  );
});

test('a file is read by its name, whatever pattern the name looks like', async () => {
  const space = testWorkspace();
  space.file('export1.csv', csv([row(77)]));
  const file = space.file('export[1].csv', csv(range(1, 6)));
  const result = await space.import(file, utc);
  expect(result).toMatchObject({rowsRead: 5, rowsAccepted: 5});
  expect(await space.query(`select 1 from record_version where number = 'INC0077'`)).toEqual([]);
});

test('a column whose days and months are alike proves no order for the others', async () => {
  const space = testWorkspace();
  const text =
    'number,state,opened_at,resolved_at,sys_updated_on\n' +
    'INC1,Closed,03/04/2024 10:00:00,03/05/2024 12:00:00,04/04/2024 12:00:00\n';
  await expect(space.import(space.file('a.csv', text), utc)).rejects.toMatchObject({
    name: 'UserError',
  });
});

test('a time in the future does not move the data’s clock', async () => {
  const space = testWorkspace();
  const future = row(2).replace(/2026-03-\d\d/, '2044-03-01');
  const result = await space.import(space.file('a.csv', csv([row(1), future])), utc);
  expect(result.asOf?.toISOString()).toBe('2026-04-01T10:00:00.000Z');
});

test('files joined with other line ends are read whole', async () => {
  const space = testWorkspace();
  const joined = csv([row(1), row(2)], '\r\n') + `${row(3)}\n${row(4)}\n`;
  const result = await space.import(space.file('a.csv', joined), utc);
  expect(result).toMatchObject({rowsRead: 4, rowsAccepted: 4, rowsRejected: 0});
});

test('a row is known by the MD5 of its cells in the order of their headers, whatever the engine', async () => {
  const space = testWorkspace();
  await space.import(space.file('a.csv', csv([row(1)])), utc);
  const cells = row(1).split(',');
  const names = header.replaceAll('_', ' ').split(',');
  const ordered = names.map((name, at) => ({name, cell: cells[at]})).sort(byName);
  const text = ['', ...ordered.map(({cell}) => cell), ''].join('\u001f');
  const digest = createHash('md5').update(text).digest();
  expect(await space.query('select row_hash::varchar as hash from record_version')).toEqual([
    {hash: String(digest.readBigUInt64LE(8))},
  ]);
});

function byName(a: {name: string}, b: {name: string}): number {
  return a.name < b.name ? -1 : 1;
}
