import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {workspaceAt} from '../../src/config/workspace.ts';
import type {SqlValue} from '../../src/warehouse/javascript-value.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {emptyDirectory, figuresIn, meantimeIn, type PrintedFigure} from './meantime-in.ts';

async function askIn(directory: string, sql: string): Promise<Record<string, SqlValue>[]> {
  const database = await openPublished(workspaceAt(directory));
  try {
    return await database.query(sql);
  } finally {
    database.close();
  }
}

const header = 'number,state,priority,assignment_group,opened_at,resolved_at';

/** What a desk exports on three Mondays: no log, no time of the last update. */
const mondays = {
  '2024-03-04': [
    'A,New,3 - Moderate,Desk,2024-03-01 09:00:00,',
    'B,Resolved,3 - Moderate,Desk,2024-03-02 09:00:00,2024-03-03 12:00:00',
    'D,New,4 - Low,Desk,2024-03-03 10:00:00,',
  ],
  '2024-03-11': [
    'A,In Progress,3 - Moderate,Network,2024-03-01 09:00:00,',
    'B,In Progress,3 - Moderate,Desk,2024-03-02 09:00:00,',
    'C,New,2 - High,Desk,2024-03-06 09:00:00,',
    'D,New,4 - Low,Desk,2024-03-03 10:00:00,',
  ],
  '2024-03-18': [
    'A,Closed,3 - Moderate,Network,2024-03-01 09:00:00,2024-03-14 10:00:00',
    'B,Resolved,3 - Moderate,Desk,2024-03-02 09:00:00,2024-03-15 12:00:00',
    'C,On Hold,2 - High,Desk,2024-03-06 09:00:00,',
  ],
};

describe('three weekly exports of the same list', () => {
  const directory = emptyDirectory('history-weekly');

  beforeAll(async () => {
    // The last first: the order of imports doesn't matter.
    for (const [day, rows] of Object.entries(mondays).reverse()) {
      const file = join(directory, `incidents-${day}.csv`);
      writeFileSync(file, [header, ...rows, ''].join('\n'));
      const words = ['--source', 'desk', '--timezone', 'UTC', '--as-of', `${day}T08:00Z`];
      await meantimeIn(directory, 'import', file, ...words, '--no-build');
    }
    await meantimeIn(directory, 'build');
  });

  const changes = (number: string) =>
    askIn(
      directory,
      `select field, from_value, to_value, strftime(changed_at at time zone 'UTC', '%m-%d %H:%M') as at, origin
       from marts.fct_change join marts.dim_record using (record_no)
       where number = '${number}' order by changed_at, field desc`,
    );

  test('yield changes of status and group, dated by the export that shows them and told as such', async () => {
    const seen = {origin: 'versions'};
    expect(await changes('A')).toEqual([
      {field: 'status', from_value: 'new', to_value: 'in_progress', at: '03-11 08:00', ...seen},
      {
        field: 'assignment_group',
        from_value: 'Desk',
        to_value: 'Network',
        at: '03-11 08:00',
        ...seen,
      },
      // Recorded in the export itself.
      {field: 'status', from_value: 'in_progress', to_value: 'closed', at: '03-14 10:00', ...seen},
    ]);
    expect(await changes('D')).toEqual([]);
  });

  test('yield the time in each status', async () => {
    expect(
      await askIn(
        directory,
        `select number, s.status, s.hours from marts.fct_status_span as s
         join marts.dim_record using (record_no)
         where number in ('A', 'B') order by number, started_at`,
      ),
    ).toEqual([
      {number: 'A', status: 'new', hours: 239},
      {number: 'A', status: 'in_progress', hours: 74},
      {number: 'A', status: 'closed', hours: null},
      {number: 'B', status: 'unknown', hours: 27},
      {number: 'B', status: 'resolved', hours: 188},
      {number: 'B', status: 'in_progress', hours: 100},
      {number: 'B', status: 'resolved', hours: null},
    ]);
  });

  test('yield the backlog of every day between, those of the exports too', async () => {
    const days = await askIn(
      directory,
      `select day::varchar as day, sum(open_count)::integer as open from marts.fct_backlog_day
       group by day order by day`,
    );
    const open = Object.fromEntries(days.map(({day, open: n}) => [day as string, n]));
    expect(open['2024-03-01']).toBe(1);
    expect(open['2024-03-02']).toBe(2);
    expect(open['2024-03-03']).toBe(2);
    expect(open['2024-03-04']).toBe(2);
    expect(open['2024-03-10']).toBe(3);
    expect(open['2024-03-11']).toBe(4);
    expect(open['2024-03-14']).toBe(3);
    expect(open['2024-03-18']).toBe(2);
  });

  test('give right metrics: a reopening, a reassignment, times to the recorded resolution', async () => {
    const figures = await figuresIn(
      directory,
      ...['--metric', 'opened,resolved,reopened,backlog,mttr,ttr_first,reassignments_mean'],
    );
    const value = Object.fromEntries(figures.map((each) => [each.metric, each.value]));
    expect(value).toMatchObject({opened: 4, resolved: 2, reopened: 1, backlog: 2});
    // A: 1 March 09:00 to 14 March 10:00 = 313 h; B: 2 March 09:00 to 15 March 12:00 = 315 h.
    expect(value.mttr).toBeCloseTo(314, 9);
    // B was first resolved after 27 h.
    expect(value.ttr_first).toBeCloseTo((313 + 27) / 2, 9);
    expect(value.reassignments_mean).toBeCloseTo(0.5, 9);
  });
});

describe('two sources whose records have the same numbers', () => {
  const directories = ['both', 'north', 'south'].map((name) => emptyDirectory(`history-${name}`));
  const [both = '', north = '', south = ''] = directories;

  /** The same numbers and ids, other incidents. */
  const lines = (count: number, hour: number) =>
    Array.from({length: count}, (_, i) => {
      const day = String(1 + i).padStart(2, '0');
      const state = i % 4 === 0 ? 'In Progress' : i % 7 === 0 ? 'Canceled' : 'Closed';
      const resolved = state === 'Closed' ? `2024-03-${day} ${hour + 4}:30:00` : '';
      return `INC${i},${state},${1 + (i % 4)} - P,Desk,2024-03-${day} ${hour}:00:00,${resolved}`;
    });

  beforeAll(async () => {
    for (const [source, rows] of [
      ['north', lines(20, 10)],
      ['south', lines(13, 11)],
    ] as const)
      for (const directory of [both, source === 'north' ? north : south]) {
        const file = join(directory, `${source}.csv`);
        writeFileSync(file, [header, ...rows, ''].join('\n'));
        const words = ['--source', source, '--timezone', 'UTC', '--as-of', '2024-04-02T00:00Z'];
        await meantimeIn(directory, 'import', file, ...words, '--no-build');
      }
    for (const directory of directories) await meantimeIn(directory, 'build');
  });

  test('stay apart, and every count adds up', async () => {
    const counted = async (directory: string, ...options: string[]) => {
      const figures = await figuresIn(directory, ...options);
      return figures.filter(({unit, value}) => unit === 'count' && value !== null);
    };
    const all = await counted(both);
    const apart = await counted(both, '--by', 'source');
    const alone = [...(await counted(north)), ...(await counted(south))];
    const sumOf = (figures: PrintedFigure[], metric: string) =>
      figures.filter((each) => each.metric === metric).reduce((sum, {value}) => sum + value!, 0);
    expect(all.map(({metric}) => metric)).toEqual(
      expect.arrayContaining(['opened', 'resolved', 'backlog']),
    );
    for (const {metric, value} of all) {
      if (apart.some((each) => each.metric === metric))
        expect(sumOf(apart, metric), metric).toBe(value);
      expect(sumOf(alone, metric), metric).toBe(value);
    }
    expect(sumOf(all, 'opened')).toBe(33);
    const opened = apart.filter(({metric}) => metric === 'opened');
    expect(opened.map(({source, value}) => [source, value])).toEqual([
      ['north', 20],
      ['south', 13],
    ]);
  });

  test('keep one page an incident: the number is shared, the incident is not', async () => {
    expect(
      await askIn(
        both,
        `select source, strftime(opened_at at time zone 'UTC', '%H:%M') as at from marts.fct_incident
         where number = 'INC1' order by source`,
      ),
    ).toEqual([
      {source: 'north', at: '10:00'},
      {source: 'south', at: '11:00'},
    ]);
  });
});
