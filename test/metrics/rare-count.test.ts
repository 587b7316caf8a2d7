import {expect, test} from 'vitest';
import type {Figure, Metric} from '../../src/metrics/metric.ts';
import {isCountOfEvents, isJudgedByGaps, isRare} from '../../src/metrics/rare-count.ts';
import {metricOf, resolved} from './tiny-marts.ts';

function figures(...counts: number[]): Figure[] {
  return counts.map((value) => ({value, n: value, isComplete: true}) as Figure);
}

function counting(value: string, header = ''): Metric {
  return metricOf(`-- Some
-- Some of them.
-- @unit count
-- @at ${header || 'event_at'}
-- @by priority
select ${value} as value, count(*) as n
from marts.fct_flow
`);
}

test('events are what a count counts, not what a sum adds up', () => {
  expect(isCountOfEvents(resolved)).toBe(true);
  expect(isCountOfEvents(counting('count(*)'))).toBe(true);
  expect(isCountOfEvents(counting('sum(backlog_delta)'))).toBe(false);
  expect(isCountOfEvents(counting('count(*)', 'day\n-- @snapshot'))).toBe(false);
});

test('they are rare where most periods have fewer than five', () => {
  expect(isRare(figures(4, 0, 9))).toBe(true);
  expect(isRare(figures(4, 9))).toBe(false);
  expect(isRare([])).toBe(false);
});

test('their gaps judge them where most periods have none or one', () => {
  const monthly = [1, 0, 1, 1, 0, 1, 1, 0, 1, 1];
  expect(isJudgedByGaps(resolved, figures(...monthly, 1))).toBe(true);
  expect(isJudgedByGaps(resolved, figures(...monthly, 5))).toBe(true);
  expect(isJudgedByGaps(resolved, figures(...monthly.map((count) => count + 1), 1))).toBe(false);
});

test('a burst after fewer than seven is left to the counts: it would be its own yardstick', () => {
  const quiet = Array<number>(12).fill(0);
  expect(isJudgedByGaps(resolved, figures(...quiet, 9))).toBe(false);
  expect(isJudgedByGaps(resolved, figures(...quiet, 1))).toBe(true);
});
