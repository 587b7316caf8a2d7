import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
  behaviourChart,
  behaviourOptionsFor,
  enoughForVerdict,
} from '../../src/metrics/behaviour-chart.ts';
import {plainUnits, type Metric} from '../../src/metrics/metric.ts';

const point = fc.record({
  value: fc.option(fc.oneof(fc.constantFrom(0, 1), fc.double({min: 0, max: 1e6, noNaN: true}))),
  n: fc.integer({min: 0, max: 5000}),
  isComplete: fc.boolean(),
});

test('every series of every unit has finite limits, and no verdict from too few', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...plainUnits),
      fc.constantFrom('lower', 'higher', null),
      fc.array(point, {maxLength: 60}),
      fc.array(fc.integer({min: -2, max: 70}), {maxLength: 4}),
      (unit, better, points, breaks) => {
        const metric = {id: 'any', unit, better, hasInterval: true} as Metric;
        const series = points.map((each) => ({
          ...each,
          value: each.value !== null && unit === 'share' ? Math.min(1, each.value) : each.value,
        }));
        const chart = behaviourChart(series, {...behaviourOptionsFor(metric), breaks});
        expect(chart.points).toHaveLength(series.length);
        for (const range of [chart.range, ...(chart.ranges ?? [])])
          if (range) expect(Object.values(range).every(Number.isFinite)).toBe(true);
        for (const [index, {signal, side}] of chart.points.entries()) {
          const {n, isComplete, value} = series[index]!;
          const isJudged =
            isComplete && value !== null && (unit === 'count' || n >= enoughForVerdict);
          if (!isJudged) expect([signal, side]).not.toContain('common');
          if (!isJudged) expect(side).toBeNull();
        }
      },
    ),
    {seed: 50, numRuns: 500},
  );
});
