import {describe, expect, test} from 'vitest';
import type {FindingContext} from '../../src/findings/finding-context.ts';
import {detectReadTogether} from '../../src/findings/read-together.ts';
import type {Catalogue} from '../../src/metrics/catalogue.ts';
import type {Figure, Metric} from '../../src/metrics/metric.ts';
import type {MetricTarget} from '../../src/metrics/targets.ts';
import {metricOf} from '../metrics/tiny-marts.ts';
import {week} from './finding-desk.ts';

const better = {
  sla_resolution: 'higher',
  ttr_median: 'lower',
  reopen_rate: 'lower',
  backlog_aged: 'lower',
} as const;
type Id = keyof typeof better;

const metrics = Object.entries(better).map(([id, direction]): Metric =>
  metricOf(
    `-- ${id}
-- Example.
-- @unit ${id === 'ttr_median' ? 'hours' : 'share'}
-- @better ${direction}
-- @at resolved_at
-- @by priority
select avg(x) as value, count(*) as n
from marts.fct_incident
`,
    `sql/metrics/${id}.sql`,
  ),
);

/** Twenty-five weeks that vary a little around a value, then the last. */
function series(id: Id, usual: number, last: number): Figure[] {
  const values = Array.from({length: 25}, (_, at) => usual * (at % 2 === 0 ? 1.02 : 0.98));
  return [...values, last].map((value) => ({
    ...{metric: id, unit: 'share', period: week.id, from: week.from, to: week.to, value, n: 200},
    ...{isComplete: true, isProvisional: false, dimensions: {}, coverage: null},
    ...{low: null, high: null, note: null},
  }));
}

async function found(figures: Partial<Record<Id, Figure[]>>, goal = 0.9) {
  const target: MetricTarget = {
    ...{metric: 'sla_resolution', priority: null, service: null, from: null, until: null},
    ...{goal, direction: 'at least'},
  };
  const context = {
    catalogue: {metrics} as unknown as Catalogue,
    ...{period: week, where: [], targets: [target], historyFrom: '2015-10-05'},
    measure: (id: string) => Promise.resolve(figures[id as Id] ?? null),
  } as unknown as FindingContext;
  const facts = await detectReadTogether(context);
  return facts.map(({title}) => title.split(':')[0]);
}

const green = series('sla_resolution', 0.95, 0.95);

describe('figures read together', () => {
  test('a good SLA beside a backlog that ages is green outside and red inside', async () => {
    const aged = series('backlog_aged', 0.2, 0.4);
    expect(await found({sla_resolution: green, backlog_aged: aged})).toEqual([
      'Green outside, red inside',
    ]);
    expect(await found({sla_resolution: green, backlog_aged: aged}, 0.97)).toEqual([]);
  });

  test('a usual time to resolve beside more reopening is quick, but does not hold', async () => {
    const quick = series('ttr_median', 4, 3.9);
    const reopened = series('reopen_rate', 0.02, 0.06);
    expect(await found({ttr_median: quick, reopen_rate: reopened})).toEqual([
      'Quick, but it does not hold',
    ]);
    const slow = series('ttr_median', 4, 9);
    expect(await found({ttr_median: slow, reopen_rate: reopened})).toEqual([]);
  });

  test('say nothing when all is as usual', async () => {
    const usual = {backlog_aged: series('backlog_aged', 0.2, 0.2), sla_resolution: green};
    expect(await found(usual)).toEqual([]);
  });
});
