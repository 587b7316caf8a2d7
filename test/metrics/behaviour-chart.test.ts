import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  behaviourChart,
  behaviourOptionsFor,
  type BehaviourOptions,
  type SeriesPoint,
} from '../../src/metrics/behaviour-chart.ts';
import type {Metric} from '../../src/metrics/metric.ts';
import {assuranceWords, reasonWords, signalWords} from '../../src/metrics/verdict.ts';

function series(values: readonly (number | null)[], n = 100): SeriesPoint[] {
  return values.map((value) => ({value, n, isComplete: true}));
}

function rulesOf(values: readonly number[], options: Partial<BehaviourOptions> = {}): string[][] {
  return behaviourChart(series(values), {better: 'lower', baseline: 'all', ...options}).points.map(
    (point) => point.rules,
  );
}

const numbers = fc.array(fc.integer({min: -1000, max: 1000}), {minLength: 6, maxLength: 40});
const calm = [10, 12, 9, 11, 10, 12, 9, 11, 10, 12, 9, 11, 10, 12, 9, 11, 10, 12, 9, 11];

describe('limits', () => {
  test('are the mean ± 2.66 mean moving ranges', () => {
    const {centre, lower, upper, isTrial} = behaviourChart(series([4, 6, 5, 7, 3, 5]), {
      better: null,
    });
    // Moving ranges 2, 1, 2, 4, 2: mean 2.2.
    expect(centre).toBeCloseTo(5, 12);
    expect([lower, upper]).toEqual([
      expect.closeTo(5 - 2.66 * 2.2, 12),
      expect.closeTo(5 + 2.66 * 2.2, 12),
    ]);
    expect(isTrial).toBe(true);
  });

  test('leave out moving ranges above 3.267 times their mean', () => {
    const values = [10, 11, 10, 11, 10, 11, 10, 11, 60, 61, 60, 61, 60];
    const {upper, centre} = behaviourChart(series(values), {better: null});
    expect(upper - centre).toBeCloseTo(2.66, 12);
  });

  test('come from the first 20 points, so that a drift can’t widen them', () => {
    const chart = behaviourChart(series([...calm, 50, 70, 90]), {better: 'lower'});
    const before = behaviourChart(series(calm), {better: 'lower'});
    expect([chart.lower, chart.upper, chart.baselineCount]).toEqual([
      before.lower,
      before.upper,
      20,
    ]);
    expect(chart.verdict).toBe('worse');
  });

  test('are trial limits under 13 points', () => {
    expect(behaviourChart(series(calm.slice(0, 12)), {better: null}).isTrial).toBe(true);
    expect(behaviourChart(series(calm.slice(0, 13)), {better: null}).isTrial).toBe(false);
  });

  test('on a log scale are of the geometric mean and never below nothing', () => {
    const values = [1, 2, 4, 2, 1, 2, 4, 2];
    const {centre, lower, upper} = behaviourChart(series(values), {better: 'lower', scale: 'log'});
    expect(centre).toBeCloseTo(2 ** (8 / 8), 12);
    expect(lower).toBeCloseTo(centre / Math.exp(2.66 * Math.log(2)), 12);
    expect(upper).toBeCloseTo(centre * Math.exp(2.66 * Math.log(2)), 12);
    const withZero = behaviourChart(series([0, ...values]), {better: 'lower', scale: 'log'});
    expect(withZero.centre).toBeCloseTo(2, 12);
  });

  test('move with the series, and don’t mind its direction', () => {
    fc.assert(
      fc.property(numbers, fc.integer({min: -500, max: 500}), (values, shift) => {
        const options = {better: null, baseline: 'all'} as const;
        const chart = behaviourChart(series(values), options);
        const moved = behaviourChart(series(values.map((value) => value + shift)), options);
        const turned = behaviourChart(series(values.toReversed()), options);
        for (const side of ['lower', 'centre', 'upper'] as const) {
          expect(moved[side]).toBeCloseTo(chart[side] + shift, 6);
          expect(turned[side]).toBeCloseTo(chart[side], 6);
        }
      }),
    );
  });

  test('stay within what values can be', () => {
    const {lower, upper} = behaviourChart(series([0.9, 1, 0.8, 1, 0.9, 1]), {
      better: 'higher',
      bounds: {least: 0, most: 1},
    });
    expect(upper).toBe(1);
    expect(lower).toBeGreaterThan(0);
  });
});

describe('signals', () => {
  test('a point outside the limits stands out alone', () => {
    const rules = rulesOf([...calm, 40]);
    expect(rules.at(-1)).toContain('outside');
    expect(rules.slice(0, -1).flat()).not.toContain('outside');
  });

  test('a count that is often 0 is not told by its zeros, though its range is cut there', () => {
    const counts = [1, 3, 0, 0, 4, 2, 0, 1, 0, 3, 1, 0, 2];
    expect(behaviourChart(series(counts), {better: 'lower', bounds: {least: 0}}).lower).toBe(0);
    expect(rulesOf(counts, {bounds: {least: 0}}).flat()).toEqual([]);
  });

  test('seven in a row on one side stand out, six don’t', () => {
    const above = (count: number) => [
      ...calm,
      ...Array.from({length: count}, (_, i) => 11.2 + (i % 2) / 10),
    ];
    expect(rulesOf(above(7), {baseline: 20}).filter((rules) => rules.includes('run'))).toHaveLength(
      8,
    );
    expect(rulesOf(above(5), {baseline: 20}).flat()).not.toContain('run');
  });

  test('seven rising stand out, six don’t, and equal neighbours break the rise', () => {
    const base = [5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5];
    const rise = [5.1, 5.2, 5.3, 5.4, 5.5, 5.6];
    expect(rulesOf([...base, ...rise]).filter((rules) => rules.includes('trend'))).toHaveLength(7);
    expect(rulesOf([...base, ...rise.slice(0, 5)]).flat()).not.toContain('trend');
    expect(rulesOf([...base, 5.1, 5.2, 5.3, 5.3, 5.4, 5.5]).flat()).not.toContain('trend');
  });

  test('two of three near the same limit stand out, not on two sides', () => {
    // Limits of `calm` are 10.5 ± 5.5 or so: two thirds is beyond 14.
    const near = (values: number[]) => rulesOf([...calm, ...values], {baseline: 20});
    expect(
      near([14.6, 10, 14.6])
        .map((rules) => rules.includes('two of three'))
        .slice(-3),
    ).toEqual([true, false, true]);
    expect(near([14.6, 10, 6.4]).flat()).not.toContain('two of three');
    expect(near([14.6, 10, 10, 14.6]).flat()).not.toContain('two of three');
  });

  test('a constant series never stands out, whatever its rounding errors', () => {
    fc.assert(
      fc.property(
        fc.double({min: -1e6, max: 1e6, noNaN: true}),
        fc.integer({min: 6, max: 60}),
        (value, length) => {
          const chart = behaviourChart(series(Array.from({length}, () => value)), {
            better: 'lower',
          });
          expect(chart.points.flatMap((point) => point.rules)).toEqual([]);
          expect(chart.verdict).toBe('common');
        },
      ),
    );
  });

  test('better and worse change places with what is better', () => {
    const opposite = {better: 'worse', worse: 'better', common: 'common'} as const;
    fc.assert(
      fc.property(numbers, (values) => {
        const lower = behaviourChart(series(values), {better: 'lower'}).points;
        const higher = behaviourChart(series(values), {better: 'higher'}).points;
        for (const [index, point] of lower.entries())
          expect(higher[index]?.signal).toBe(opposite[point.signal as keyof typeof opposite]);
      }),
    );
  });

  test('where neither direction is better a point that stands out has a side and no verdict', () => {
    const {last} = behaviourChart(series([...calm, 40]), {better: null});
    expect(last).toMatchObject({signal: 'none', side: 'above'});
    expect(signalWords(last)).toBe('higher than usual');
  });
});

describe('what is not judged', () => {
  test('the period that lasts, however far out', () => {
    const points = [...series(calm), {value: 500, n: 100, isComplete: false}];
    const chart = behaviourChart(points, {better: 'lower'});
    expect(chart.points.at(-1)).toEqual({signal: 'none', rules: [], side: null});
    expect(chart.verdict).toBe('common');
    expect(chart.upper).toBe(behaviourChart(series(calm), {better: 'lower'}).upper);
  });

  test('a gap, and a point of fewer than five incidents', () => {
    const points = [...series(calm), ...series([null]), {value: 500, n: 4, isComplete: true}];
    const {points: judged} = behaviourChart(points, {better: 'lower'});
    expect(judged.slice(-2).map((point) => point.signal)).toEqual(['none', 'too few']);
  });

  test('anything, with fewer than six points', () => {
    const chart = behaviourChart(series([1, 50, 1, 50, 900]), {
      better: 'lower',
      target: {goal: 5, direction: 'at most'},
    });
    expect(chart.points.map((point) => point.signal)).toEqual(Array(5).fill('too few'));
    expect([chart.range, chart.assurance, signalWords(chart.last)]).toEqual([
      null,
      null,
      'too few to say',
    ]);
    expect(behaviourChart([], {better: 'lower'}).verdict).toBe('too few');
  });
});

describe('against a target', () => {
  const assurance = (goal: number, direction: 'at least' | 'at most') =>
    behaviourChart(series(calm), {better: null, target: {goal, direction}}).assurance;

  test('met reliably when the whole usual range is on its good side, never when none of it is', () => {
    expect([
      assurance(1, 'at least'),
      assurance(11, 'at least'),
      assurance(30, 'at least'),
    ]).toEqual(['reliably', 'sometimes', 'never']);
    expect([assurance(30, 'at most'), assurance(11, 'at most'), assurance(1, 'at most')]).toEqual([
      'reliably',
      'sometimes',
      'never',
    ]);
    expect(assuranceWords('never')).toBe('will not meet it');
  });
});

test('the strongest reason is said in words', () => {
  expect(reasonWords({signal: 'worse', rules: ['run'], side: 'above'})).toBe(
    'seven periods in a row above the average',
  );
  expect(reasonWords({signal: 'worse', rules: ['outside', 'trend'], side: 'below'})).toBe(
    'below its usual range',
  );
  expect(reasonWords({signal: 'common', rules: [], side: null})).toBe('');
});

describe('a point of fewer than five incidents', () => {
  const thin = {value: 0.9, n: 4, isComplete: true};
  const points = [...series([0.5, 0.52, 0.48, 0.51, 0.49, 0.5, 0.52, 0.49], 100), thin];

  test.each(['share', 'mean', 'hours', 'days', 'money', 'money EUR'] as const)(
    'has no verdict as %s, and widens no range',
    (unit) => {
      const options = behaviourOptionsFor({unit, better: 'lower', id: 'x'} as Metric);
      const chart = behaviourChart(points, options);
      expect(chart.points.at(-1)).toEqual({signal: 'too few', rules: [], side: null});
      expect(chart.range).toEqual(behaviourChart(points.slice(0, -1), options).range);
      const enough = behaviourChart([...points.slice(0, -1), {...thin, n: 5}], options);
      expect(enough.points.at(-1)?.signal).toBe('worse');
    },
  );

  test('has one as a count, which is no estimate', () => {
    const options = behaviourOptionsFor({unit: 'count', better: 'lower', id: 'x'} as Metric);
    expect(behaviourChart(points, options).points.at(-1)?.signal).toBe('worse');
  });
});
