import {afterAll, beforeAll, expect, test} from 'vitest';
import {
  readAudits,
  readBuildInfo,
  readFieldCoverage,
  readImports,
  readRejectedRows,
  readUnmappedValues,
} from '../../src/metrics/imports.ts';
import {readTargets} from '../../src/metrics/targets.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {smallDesk} from './small-desk.ts';

let database: Database;
beforeAll(async () => {
  database = await smallDesk();
});
afterAll(() => database.close());

test('imports come with what became of their rows', async () => {
  const [first, ...others] = await readImports(database);
  expect(others).toEqual([]);
  expect(first).toMatchObject({source: 'desk', rows_read: 600, rows_accepted: 600, warnings: []});
});

test('rejected rows come a page at a time, with how many there are', async () => {
  await database.run(`insert into marts.rejected_row by name
    select 1 as import_id, 'desk' as source, 'desk.csv' as file_name, i as row_number,
      'opened_at' as field, '31.02.2016' as value, 'no such day' as reason from range(1, 8) t(i)`);
  const {rows, total} = await readRejectedRows(database, {limit: 3, offset: 3});
  expect([total, rows.map((row) => row.row_number)]).toEqual([7, [4, 5, 6]]);
});

test('unmapped values come with the most frequent first', async () => {
  await database.run(`insert into marts.unmapped_value by name
    select 'desk' as source, 'status' as field, v as value, n as row_count
    from (values ('Parked', 3), ('-100', 5)) t(v, n)`);
  const values = await readUnmappedValues(database);
  expect(values.map(({value, row_count}) => [value, row_count])).toEqual([
    ['-100', 5],
    ['Parked', 3],
  ]);
});

test('coverage says how many incidents have a field', async () => {
  const coverage = await readFieldCoverage(database);
  const ci = coverage.find(({field}) => field === 'ci');
  const [row] = await database.query<{filled: number}>(
    'select count(ci) as filled from marts.fct_incident',
  );
  expect(ci?.filled_count).toBe(row?.filled);
  expect(ci?.filled_share).toBeCloseTo((row?.filled ?? 0) / (ci?.record_count ?? 1), 12);
});

test('audits come with broken rules first', async () => {
  await database.run(`insert into settings.audit_result values
    ('a_rule', 'All is well.', 'stop', 0, null), ('b_rule', 'Statuses are known.', 'warn', 2, '[]')`);
  expect((await readAudits(database)).map(({audit}) => audit)).toEqual(['b_rule', 'a_rule']);
});

test('a warehouse that no build made is our mistake', async () => {
  await expect(readBuildInfo(database)).rejects.toThrow('settings.build_info is empty');
});

test('goals come with what they are for and when they hold', async () => {
  await database.run(`delete from settings.target`);
  await database.run(`insert into settings.target by name
    select 'mttr' as metric, 'P1' as priority, 'Mail' as service, date '2016-03-01' as from_day,
      date '2016-06-30' as until_day, 4.0 as goal, 'at most' as direction`);
  await database.run(`insert into settings.target (metric, goal, direction) values
    ('mttr', 8, 'at most')`);
  const days = {from: '2016-03-01', until: '2016-06-30'};
  const all = {priority: null, service: null, from: null, until: null};
  expect(await readTargets(database)).toEqual([
    {metric: 'mttr', priority: 'P1', service: 'Mail', ...days, goal: 4, direction: 'at most'},
    {metric: 'mttr', ...all, goal: 8, direction: 'at most'},
  ]);
});
