import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {buildHistory} from '../../src/metrics/build-history.ts';
import {loadCatalogue} from '../../src/metrics/catalogue.ts';
import {isComparable, restatement, type MonthlyFigures} from '../../src/metrics/restated.ts';
import type {Figure} from '../../src/metrics/metric.ts';
import {openDatabase} from '../../src/warehouse/database.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {asOf, buildSmall, publishSmall, temporaryWorkspace} from '../server/small-workspace.ts';

function figure(metric: string, period: string, value: number | null, n = 10): Figure {
  const [from, to] = [`${period}-01`, period === '2016-01' ? '2016-02-01' : '2016-03-01'];
  const rest = {isComplete: true, isProvisional: false, dimensions: {}, coverage: null};
  const range = {low: null, high: null, note: null};
  return {metric, unit: 'count', period, from, to, value, n, ...rest, ...range};
}

function told(
  build: number,
  figures: Figure[],
  more: Partial<MonthlyFigures> = {},
): MonthlyFigures {
  const at = new Date('2016-03-01T00:00:00Z');
  return {
    info: {build, built_at: at, code_version: '1', inputs_hash: 'x', as_of: at},
    imports: [],
    asOfOn: '2016-02-10',
    figures,
    ...more,
  };
}

describe('what a build changed', () => {
  test('is told of months that were complete before, each with both values', () => {
    const before = told(1, [figure('opened', '2016-01', 5), figure('opened', '2016-02', 3)]);
    const after = told(2, [figure('opened', '2016-01', 6), figure('opened', '2016-02', 9)]);
    const {moved, monthCount} = restatement(before, after);
    expect(monthCount).toBe(1);
    expect(moved).toEqual([
      {metric: 'opened', period: '2016-01', before: 5, after: 6, nBefore: 10, nAfter: 10},
    ]);
  });

  test('is nothing where values differ by rounding only, and something where n alone moved', () => {
    const before = told(1, [figure('mttr', '2016-01', 0.3), figure('opened', '2016-01', 5)]);
    const same = told(2, [figure('mttr', '2016-01', 0.1 + 0.2), figure('opened', '2016-01', 5)]);
    expect(restatement(before, same).moved).toEqual([]);
    const more = told(2, [figure('mttr', '2016-01', 0.3, 11), figure('opened', '2016-01', 5)]);
    expect(restatement(before, more).moved).toMatchObject([{metric: 'mttr', nAfter: 11}]);
  });

  test('counts none where a build knew nothing of the month yet', () => {
    const after = told(2, [figure('opened', '2016-01', 4, 4)]);
    expect(restatement(told(1, []), after).moved).toMatchObject([
      {period: '2016-01', before: 0, after: 4, nBefore: 0},
    ]);
  });

  test('names the imports in between', () => {
    const one = {import_id: 1, file_name: 'a.csv', source: 'desk'};
    const two = {import_id: 2, file_name: 'b.csv', source: 'desk'};
    const made = restatement(told(1, [], {imports: [one]}), told(2, [], {imports: [one, two]}));
    expect(made.imports).toEqual([two]);
  });
});

describe('the history of builds', () => {
  const {workspace, remove} = temporaryWorkspace();
  beforeAll(async () => {
    await publishSmall(workspace);
    await buildSmall(workspace);
    await landLate();
    await buildSmall(workspace);
  });
  afterAll(remove);

  /** A second import: an incident of January nobody had heard of. */
  async function landLate(): Promise<void> {
    const landing = await openDatabase(workspace.landingFile);
    await landing.run(`
      insert into import_log by name
      select * replace (2 as import_id, 'late.csv' as file_name, 'def' as sha256, 1 as rows_read,
        1 as rows_accepted, 1 as record_count)
      from import_log;
      insert into record_version by name
      select * replace ('late' as record_id, 'INC9999' as number, hash('late') as row_hash,
        2 as import_id, timestamptz '2016-01-12T12:00:00Z' as opened_at,
        timestamptz '2016-01-13T12:00:00Z' as resolved_at, timestamptz '${asOf}' as updated_at)
      from record_version where record_id = 'id0100'`);
    landing.close();
  }

  test('tells what moved, newest first, and plainly that nothing did', async () => {
    const database = await openPublished(workspace);
    const catalogue = await loadCatalogue(database);
    const history = buildHistory(workspace);
    const [newest, before, ...others] = await history.restatements({
      ...{build: 3, session: database, catalogue},
    });
    expect(others).toEqual([]);
    if (!newest || !before || !isComparable(newest) || !isComparable(before))
      throw new Error('both builds can be asked');
    expect(newest).toMatchObject({build: 3, before: 2, imports: [{file_name: 'late.csv'}]});
    const opened = newest.moved.find(({metric}) => metric === 'opened');
    expect(opened?.period).toBe('2016-01');
    expect((opened?.after ?? 0) - (opened?.before ?? 0)).toBe(1);
    expect(newest.moved.map(({metric}) => metric)).toContain('mttr');
    expect([before.build, before.moved, before.imports]).toEqual([2, [], []]);
    expect(before.monthCount).toBeGreaterThanOrEqual(3);
    database.close();
  });

  test('says so of a build that today’s definitions can’t be asked of', async () => {
    const old = await openDatabase(`${workspace.warehouseDirectory}/1.duckdb`);
    await old.run('drop table marts.fct_import');
    old.close();
    const database = await openPublished(workspace);
    const catalogue = await loadCatalogue(database);
    const told = await buildHistory(workspace).restatements({
      ...{build: 3, session: database, catalogue},
    });
    expect(told[1]).toMatchObject({build: 2, before: 1});
    expect(told[1] && !isComparable(told[1]) && told[1].incomparable).toMatch(/Build 1, made by/);
    database.close();
  });
});
