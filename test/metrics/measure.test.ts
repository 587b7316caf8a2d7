import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {measure, measureAll} from '../../src/metrics/measure.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {
  emptyMarts,
  everything,
  incidentMarts,
  metricOf,
  mttr,
  quickShare,
  resolved,
} from './tiny-marts.ts';

let database: Database;

beforeAll(async () => {
  database = await incidentMarts(`
    (1, '2016-02-29', '2016-03-01', 'P1', 'Mail', 1.0, null),
    (2, '2016-03-01', '2016-03-02', 'P2', 'Mail', 3.0, null),
    (3, '2016-03-02', '2016-03-14', 'P2', null, 200.0, '2016-03-01'),
    (4, '2016-03-15', '2016-03-16', 'P1', 'O''Brien; drop', 8.0, null),
    (5, '2016-03-16', null, 'P1', 'Mail', null, null),
    (6, '2016-03-01', '2061-03-02', 'P3', 'Mail', 9.0, null)`);
});
afterAll(() => database.close());

describe('periods', () => {
  test('a count has every period up to the data’s clock, 0 where nothing happened', async () => {
    const figures = await measure(database, resolved, {...everything, grain: 'week'});
    expect(figures.map(({period, value, n, isComplete}) => [period, value, n, isComplete])).toEqual(
      [
        ['2016-W09', 2, 2, true],
        ['2016-W10', 0, 0, true],
        ['2016-W11', 2, 2, false],
      ],
    );
  });

  test('a mean has no value where nothing happened, and says so', async () => {
    const [, gap] = await measure(database, mttr, {...everything, grain: 'week'});
    expect(gap).toMatchObject({value: null, n: 0, note: 'none in this period'});
  });

  test('periods are half-open: the last day asked for is not in', async () => {
    const selection = {...everything, from: '2016-03-01', to: '2016-03-02'};
    const [figure] = await measure(database, resolved, selection);
    expect(figure).toMatchObject({
      period: 'total',
      from: '2016-03-01',
      to: '2016-03-02',
      value: 1,
      isComplete: true,
    });
  });

  test('a week that the selection cuts carries its cut days and isn’t complete', async () => {
    const selection = {...everything, grain: 'week' as const, from: '2016-03-02', to: '2016-03-14'};
    const figures = await measure(database, resolved, selection);
    expect(
      figures.map(({period, from, to, value, isComplete}) => [period, from, to, value, isComplete]),
    ).toEqual([
      ['2016-W09', '2016-03-02', '2016-03-07', 1, false],
      ['2016-W10', '2016-03-07', '2016-03-14', 0, true],
    ]);
  });

  test('nothing dated after the data’s clock is counted', async () => {
    const [total] = await measure(database, resolved, everything);
    expect(total).toMatchObject({
      value: 4,
      from: '2016-03-01',
      to: '2016-03-18',
      isComplete: false,
    });
  });

  test('the total is the sum of any grain', async () => {
    for (const grain of ['day', 'week', 'month', 'quarter', 'year'] as const) {
      const figures = await measure(database, resolved, {...everything, grain});
      expect(figures.reduce((sum, figure) => sum + (figure.value ?? 0), 0)).toBe(4);
    }
  });
});

describe('dimensions and filters', () => {
  test('values come in their own order, those not filled last', async () => {
    const figures = await measure(database, resolved, {...everything, by: ['service']});
    expect(figures.map(({dimensions, value}) => [dimensions.service, value])).toEqual([
      ['Mail', 2],
      ["O'Brien; drop", 1],
      [null, 1],
    ]);
  });

  test('a filter is bound, whatever is in it', async () => {
    const where = [{dimension: 'service', values: ["O'Brien; drop"]}];
    const [figure] = await measure(database, mttr, {...everything, where});
    expect(figure).toMatchObject({value: 8, n: 1});
  });

  test('the empty value finds what is not filled, together with others', async () => {
    const where = [{dimension: 'service', values: ['', 'Mail']}];
    const [figure] = await measure(database, resolved, {...everything, where});
    expect(figure?.value).toBe(3);
  });

  test('an `or` in the metric’s own condition does not escape the filter', async () => {
    const where = [{dimension: 'priority', values: ['P1']}];
    const [figure] = await measure(database, mttr, {...everything, where});
    expect(figure).toMatchObject({value: 4.5, n: 2});
  });

  test('a yes-no dimension is cut and filtered by true and false', async () => {
    const figures = await measure(database, resolved, {...everything, by: ['is_major']});
    expect(figures.map(({dimensions, value}) => [dimensions.is_major, value])).toEqual([
      ['false', 3],
      ['true', 1],
    ]);
    const where = [{dimension: 'is_major', values: ['true']}];
    expect((await measure(database, resolved, {...everything, where}))[0]?.value).toBe(1);
  });

  test('more figures than there is room for are refused, and as many are not', async () => {
    const selection = {...everything, by: ['priority']};
    const figures = await measure(database, resolved, selection);
    const most = figures.length;
    expect(await measure(database, resolved, selection, {most})).toEqual(figures);
    await expect(measure(database, resolved, selection, {most: most - 1})).rejects.toMatchObject({
      status: 413,
      remedy: expect.stringContaining('fewer dimensions'),
    });
  });

  test('a dimension that the metric doesn’t have never reaches the engine', async () => {
    await expect(measure(database, mttr, {...everything, by: ['is_major']})).rejects.toThrow(
      'mttr has no dimension',
    );
    await expect(
      measure(database, resolved, {...everything, from: "2016-01-01' or 1=1 --"}),
    ).rejects.toThrow('no day');
  });
});

describe('what is believed', () => {
  test('a share of fewer than ten has an interval and no value', async () => {
    const [figure] = await measure(database, quickShare, everything);
    expect(figure).toMatchObject({value: null, n: 4, note: 'too few (n = 4)'});
    expect(figure?.low).toBeGreaterThan(0);
    expect(figure?.high).toBeLessThan(1);
  });

  test('a metric whose field is filled on less than half is not computable', async () => {
    const detection = metricOf(`-- Mean time to detect
-- Hours from occurrence to detection.
-- @unit hours
-- @at opened_at
-- @needs detected_at
select avg(resolve_hours) filter (where detected_at is not null) as value,
  count(detected_at) as n, count(*) as population
from marts.fct_incident`);
    const [figure] = await measure(database, detection, everything);
    expect(figure).toMatchObject({
      value: null,
      n: 1,
      note: 'not computable (detection time filled on 16.7\u202f%)',
    });
    expect(figure?.coverage).toBeCloseTo(1 / 6);
  });

  test('several metrics come back in the order asked', async () => {
    const requests = [mttr, resolved].map((metric) => ({metric, selection: everything}));
    const answers = await measureAll(database, requests);
    expect(answers.map((figures) => figures[0]?.metric)).toEqual(['mttr', 'resolved']);
  });
});

describe('snapshots', () => {
  const backlog = metricOf(`-- Backlog
-- Open at the period's end.
-- @unit count
-- @at day
-- @by priority
-- @snapshot
select sum(open_count) as value, sum(open_count) as n
from marts.fct_backlog_day`);

  async function backlogMarts(): Promise<Database> {
    const marts = await emptyMarts();
    await marts.run(`create table marts.fct_backlog_day as
      select day::date as day, 'P1' as priority, extract('day' from day)::integer as open_count
      from generate_series(timestamp '2016-02-25', timestamp '2016-03-17', interval 1 day) t(day)
      where day <> timestamp '2016-03-06'`);
    return marts;
  }

  test('only the last day of each period counts, today for the one that lasts', async () => {
    const marts = await backlogMarts();
    const months = await measure(marts, backlog, {...everything, grain: 'month'});
    expect(months.map(({period, value, isComplete}) => [period, value, isComplete])).toEqual([
      ['2016-02', 29, true],
      ['2016-03', 17, false],
    ]);
    const [total] = await measure(marts, backlog, {...everything, to: '2016-03-10'});
    expect(total?.value).toBe(9);
    marts.close();
  });

  test('a day on which nothing was open is a backlog of 0, not the day before it', async () => {
    const marts = await backlogMarts();
    const weeks = await measure(marts, backlog, {...everything, grain: 'week'});
    expect(weeks.map(({period, value}) => [period, value])).toEqual([
      ['2016-W08', 28],
      ['2016-W09', 0],
      ['2016-W10', 13],
      ['2016-W11', 17],
    ]);
    marts.close();
  });

  test('when nothing is open any more, today’s backlog is 0 and not the last one there was', async () => {
    const marts = await backlogMarts();
    await marts.run(`delete from marts.fct_backlog_day where day > date '2016-03-14'`);
    const weeks = await measure(marts, backlog, {...everything, grain: 'week', from: '2016-03-07'});
    expect(weeks.map(({period, value}) => [period, value])).toEqual([
      ['2016-W10', 13],
      ['2016-W11', 0],
    ]);
    expect((await measure(marts, backlog, everything))[0]?.value).toBe(0);
    marts.close();
  });

  test('a stretch of days still to come has no backlog yet', async () => {
    const marts = await backlogMarts();
    const [total] = await measure(marts, backlog, {...everything, from: '2016-04-01'});
    expect(total).toMatchObject({value: 0, n: 0, isComplete: false});
    marts.close();
  });

  test('an empty mart has a backlog of 0', async () => {
    const marts = await emptyMarts();
    await marts.run(
      'create table marts.fct_backlog_day(day date, priority varchar, open_count integer)',
    );
    const [total] = await measure(marts, backlog, everything);
    expect(total).toMatchObject({value: 0, n: 0});
    marts.close();
  });
});

test('a warehouse without data says what to do', async () => {
  const empty = await emptyMarts();
  await empty.run('update settings.workspace set as_of = null');
  await expect(measure(empty, resolved, everything)).rejects.toMatchObject({
    message: 'There is no data yet.',
    remedy: 'Import an export file: meantime import FILE.',
  });
  empty.close();
});
