import {afterEach, beforeAll, afterAll, describe, expect, test} from 'vitest';
import {loadCatalogue, type Catalogue} from '../../src/metrics/catalogue.ts';
import {measure} from '../../src/metrics/measure.ts';
import type {Selection} from '../../src/metrics/metric.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {emptyWarehouse} from '../sql/empty-warehouse.ts';
import {everything} from './tiny-marts.ts';

/** Examples of sql/DECISIONS.md, each put into the fact as it would be built, and measured. */
let database: Database;
let catalogue: Catalogue;

beforeAll(async () => {
  ({database} = await emptyWarehouse());
  catalogue = await loadCatalogue(database);
});
afterAll(() => database.close());
afterEach(() => database.run('delete from marts.fct_incident'));

/** @param rows a query of the columns that matter; each row is another incident of one source */
async function incidents(rows: string): Promise<void> {
  await database.run(`insert into marts.fct_incident by name
    select row_number() over ()::integer as record_no, 'desk' as source, false as is_cancelled,
      timestamptz '2024-03-04 10:00:00+00' as opened_at, date '2024-03-04' as opened_on,
      timestamptz '2024-03-05 10:00:00+00' as resolved_at, date '2024-03-05' as resolved_on,
      true as is_resolved, *
    from (${rows})`);
}

async function figureOf(id: string, selection: Partial<Selection> = {}) {
  const [figure] = await measure(database, catalogue.get(id), {...everything, ...selection});
  if (!figure) throw new Error(`${id} has no figure`);
  return figure;
}

test('on hold is a share of hours: 1 h of 2 h and 10 h of 100 h are 10.8 %', async () => {
  await incidents(`from (values (1.0, 2.0), (10.0, 100.0), (null, 50.0)) t(hold_hours, resolve_hours)
    cross join range(5) as five(i) select hold_hours, resolve_hours`);
  const figure = await figureOf('on_hold_share');
  expect(figure.value).toBeCloseTo(11 / 102, 12);
  expect(figure).toMatchObject({n: 10, low: null, high: null});
  expect(figure.coverage).toBeCloseTo(2 / 3, 12);
});

test('majors opened on 3, 10 and 24 March are 10.5 days apart', async () => {
  await incidents(`select true as is_major, gap_days as major_gap_days
    from (values (null), (7.0), (14.0)) t(gap_days)`);
  expect(await figureOf('days_between_majors')).toMatchObject({value: 10.5, n: 2});
});

test('of four opened in a week half are resolved within 2 h, though one is still open', async () => {
  await incidents(`select observed_hours, is_over as is_observed_end, not is_over as is_open
    from (values (1.0, true), (2.0, true), (8.0, true), (1.5, false)) t(observed_hours, is_over)`);
  expect(
    await figureOf('ttr_median_opened', {grain: 'week', from: '2024-03-04', to: '2024-03-11'}),
  ).toMatchObject({
    value: 2,
    n: 4,
    isProvisional: true,
  });
});

test('a cancelled incident is watched until it was cancelled, and is not open', async () => {
  await incidents(`select observed_hours, is_over as is_observed_end, false as is_open
    from (values (1.0, true), (2.0, true), (8.0, true), (1.5, false)) t(observed_hours, is_over)`);
  expect(
    await figureOf('ttr_median_opened', {grain: 'week', from: '2024-03-04', to: '2024-03-11'}),
  ).toMatchObject({
    value: 2,
    isProvisional: false,
  });
});

describe('satisfaction', () => {
  test('is of the incidents whose source asks, however few answer', async () => {
    await incidents(`select i < 20 as is_satisfaction_asked, if(i < 5, 4.0, null) as satisfaction
      from range(100) t(i)`);
    expect(await figureOf('csat')).toMatchObject({value: 4, n: 5});
    expect(await figureOf('csat_response_rate')).toMatchObject({value: 0.25, n: 20});
  });

  test('is not computable where no source asks', async () => {
    await incidents(
      'select false as is_satisfaction_asked, null::double as satisfaction from range(20)',
    );
    const note = 'not computable (satisfaction filled on 0.0\u202f%)';
    expect(await figureOf('csat')).toMatchObject({value: null, note});
    expect(await figureOf('csat_response_rate')).toMatchObject({value: null, note});
  });

  test('of nobody who answered says so', async () => {
    await incidents('select true as is_satisfaction_asked from range(20)');
    expect(await figureOf('csat')).toMatchObject({value: null, note: 'none in this period'});
  });
});

test('a source without article links has no knowledge rate, rather than none', async () => {
  await incidents('select null::boolean as has_knowledge from range(20)');
  expect(await figureOf('knowledge_rate')).toMatchObject({
    value: null,
    note: 'not computable (linked article filled on 0.0\u202f%)',
  });
});

test('hours lost are added up, and a price nobody stated gives no cost', async () => {
  await incidents('select hours_lost from (values (120.0), (3.0), (null)) t(hours_lost)');
  expect(await figureOf('hours_lost')).toMatchObject({value: 123, n: 2});
  expect(await figureOf('cost_per_incident')).toMatchObject({
    value: null,
    note: 'not computable (price of the tier filled on 0.0\u202f%)',
  });
});
