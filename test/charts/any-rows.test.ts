import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {ChartData} from '../../src/charts/chart.ts';
import {draw} from '../../src/charts/draw.ts';
import {svgDocument} from '../../src/charts/svg-document.ts';
import {plainUnits, type Unit} from '../../src/metrics/metric.ts';
import {week} from './cases/chart-case.ts';
import {textBoxes} from './text-boxes.ts';

const anyUnit = fc.constantFrom<Unit>(...plainUnits);
const anySignal = fc.constantFrom('better', 'worse', 'common', 'too few', 'none' as const);
const anyWidth = fc.integer({min: 320, max: 1180});
const anyValue = fc.option(
  fc.oneof(fc.double({min: 0, max: 1}), fc.double({min: 0, max: 1e9}), fc.constant(0)),
);
const anyCount = fc.oneof(fc.nat(5), fc.nat(50_000_000));

const anyTrend = fc
  .array(fc.record({value: anyValue, n: anyCount, signal: anySignal, isComplete: fc.boolean()}), {
    maxLength: 70,
  })
  .map((rows): ChartData => ({
    chart: 'trend',
    rows: rows.map((row, index) => ({...row, ...week(index)})),
  }));
const anyBars = fc
  .array(fc.record({label: fc.string({maxLength: 60}), value: anyValue, n: anyCount}), {
    maxLength: 12,
  })
  .map((rows): ChartData => ({chart: 'bars', rows}));
const anyFlow = fc
  .array(
    fc.record({opened: anyCount, resolved: anyCount, backlog: anyCount, isComplete: fc.boolean()}),
    {
      maxLength: 60,
    },
  )
  .map((rows): ChartData => ({
    chart: 'flow',
    rows: rows.map((row, index) => ({...row, ...week(index), reopened: 0, cancelled: 0})),
  }));
const anyAgeing = fc
  .array(fc.record({count: anyCount, breached: anyCount}), {maxLength: 6})
  .map((rows): ChartData => ({
    chart: 'ageing',
    rows: rows.map(({count, breached}, index) => ({
      band: `band ${index}`,
      count: count + breached,
      breached,
    })),
  }));
const anyDistribution = fc.array(anyCount, {maxLength: 13}).map((counts): ChartData => ({
  chart: 'distribution',
  rows: counts.map((count, index) => ({
    fromHours: index === 0 ? 0 : 2 ** (index - 3),
    toHours: 2 ** (index - 2),
    count,
  })),
}));
const anyHeatmap = fc
  .array(
    fc.record({
      weekday: fc.integer({min: 1, max: 7}),
      hour: fc.integer({min: 0, max: 23}),
      value: anyCount,
    }),
  )
  .map((rows): ChartData => ({chart: 'heatmap', rows}));
const anyWeeks = fc
  .record({
    counts: fc.array(anyCount, {maxLength: 110}),
    marks: fc.array(
      fc.record({at: fc.nat(120), label: fc.string({maxLength: 30}), isDecision: fc.boolean()}),
      {maxLength: 20},
    ),
    means: fc.array(fc.record({value: fc.nat(50_000_000), label: fc.string({maxLength: 20})}), {
      maxLength: 2,
    }),
  })
  .map(({counts, marks, means}): ChartData => ({
    chart: 'weeks',
    rows: counts.map((count, index) => ({
      ...week(index),
      count,
      hours: count,
      isComplete: index > 0,
    })),
    marks: marks.map(({at, ...mark}) => ({...mark, day: week(at).day})),
    means: means.map(({value, label}) => ({
      ...{label, from: week(0).day, to: week(Math.max(0, counts.length - 1)).day},
      value: Math.min(value, Math.max(0, ...counts)),
    })),
  }));
const anyPareto = fc
  .array(fc.double({min: 0, max: 1e7, noNaN: true}), {maxLength: 90})
  .map((values): ChartData => {
    const sorted = values.sort((a, b) => b - a);
    const total = sorted.reduce((sum, value) => sum + value, 0);
    let sum = 0;
    return {
      chart: 'pareto',
      rows: sorted.map((value) => ({
        label: 'Any',
        value,
        runningShare: (sum += value) / (total || 1),
      })),
    };
  });

test.each([
  ['trend', anyTrend],
  ['bars', anyBars],
  ['flow', anyFlow],
  ['ageing', anyAgeing],
  ['distribution', anyDistribution],
  ['heatmap', anyHeatmap],
  ['weeks', anyWeeks],
  ['pareto', anyPareto],
])('a %s of whatever rows is finite, inside its frame, its labels apart', (_, anyData) => {
  fc.assert(
    fc.property(anyData, anyUnit, anyWidth, fc.option(anyValue), (data, unit, width, goal) => {
      const target = goal == null ? null : {value: goal, label: 'Target'};
      const svg = draw(data, {unit, width, target, ariaLabel: 'Any'}, svgDocument());
      expect(svg.outerHTML).not.toMatch(/NaN|Infinity|undefined/);
      const boxes = textBoxes(svg);
      for (const [index, a] of boxes.entries()) {
        expect(a.left, a.text).toBeGreaterThan(-1);
        expect(a.right, a.text).toBeLessThan(width + 1);
        for (const b of boxes.slice(index + 1)) {
          const isApart =
            a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
          expect(isApart, `${a.text} / ${b.text}`).toBe(true);
        }
      }
    }),
    {numRuns: 60, seed: 20160307},
  );
});
