import {describe, expect, test} from 'vitest';
import {behaviourChart} from '../../src/metrics/behaviour-chart.ts';
import {gapChart} from '../../src/metrics/gap-chart.ts';
import {individualLimits, shareLimits} from '../../src/metrics/process-limits.ts';

/** What was published, to the digits printed there. */
describe('limits agree with published examples', () => {
  // NIST/SEMATECH, "e-Handbook of Statistical Methods", section 6.3.2.2, Individuals Control Charts:
  // flowrate of ten batches; centre 50.81, mean moving range 1.8778, limits 55.8041 and 45.8159. The
  // handbook divides by d₂ = 1.128, which is 2.6596 times the mean moving range; we round as Wheeler does.
  const flowrate = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];

  test('of individual values: the handbook’s flowrate', () => {
    const {lower, centre, upper} = individualLimits(flowrate, {});
    const meanRange = (upper - centre) / 2.66;
    expect(centre.toFixed(2)).toBe('50.81');
    expect(meanRange.toFixed(4)).toBe('1.8778');
    expect((centre + (3 * meanRange) / 1.128).toFixed(4)).toBe('55.8041');
    expect((centre - (3 * meanRange) / 1.128).toFixed(4)).toBe('45.8159');
    // With 2.66: the same to the first decimal.
    expect([upper.toFixed(1), lower.toFixed(1)]).toEqual(['55.8', '45.8']);
  });

  test('and find the process in control, as the handbook does', () => {
    const series = flowrate.map((value) => ({value, n: 1, isComplete: true}));
    const chart = behaviourChart(series, {better: null, enough: 1, baseline: 'all'});
    expect(chart.points.map(({signal}) => signal)).toEqual(flowrate.map(() => 'common'));
  });
});

describe('limits of shares agree with a published example', () => {
  // Montgomery, "Introduction to Statistical Quality Control" (6th edition 2009), section 7.2.1, Table 7.1:
  // nonconforming cans of orange juice in 30 samples of 50; centre 0.2313, limits 0.4102 and 0.0524.
  const cans = [
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9,
  ];
  const samples = [...cans, 12, 7, 13, 9, 6].map((count) => ({value: count / 50, n: 50}));

  test('once what they add for the spread between samples is taken out', () => {
    const {centre, spread, of} = shareLimits(samples)!;
    const width = (of(50).upper - centre) / spread;
    expect(centre.toFixed(4)).toBe('0.2313');
    expect((centre + width).toFixed(4)).toBe('0.4102');
    expect((centre - width).toFixed(4)).toBe('0.0524');
  });
});

/** No published p′ or t example was to be had with its numbers: these are what the methods say of themselves. */
describe('p′ limits', () => {
  const shares = [0.6, 0.63, 0.58, 0.62, 0.61, 0.57, 0.64, 0.6, 0.59, 0.62];

  test('are those of individual values when every n is the same, as Laney shows', () => {
    const prime = shareLimits(shares.map((value) => ({value, n: 400})))!.of(400);
    const {lower, centre, upper} = individualLimits(shares, {});
    expect(prime.centre).toBeCloseTo(centre, 12);
    // 3 / 1.128 against 2.66.
    expect((prime.upper - centre) / (upper - centre)).toBeCloseTo(3 / 1.128 / 2.66, 12);
    expect((centre - prime.lower) / (centre - lower)).toBeCloseTo(3 / 1.128 / 2.66, 12);
  });

  test('are wider for fewer incidents, by the root of their number', () => {
    const limits = shareLimits(shares.map((value, index) => ({value, n: 300 + 20 * index})))!;
    const width = (n: number) => limits.of(n).centre - limits.of(n).lower;
    expect(width(400) / width(1600)).toBeCloseTo(2, 12);
  });

  test('are not to be had when every share is 0', () => {
    expect(shareLimits([0, 0, 0].map((value) => ({value, n: 100})))).toBeNull();
  });
});

describe('days between rare events', () => {
  const gaps = [41, 38, 52, 45, 36, 61, 40, 47, 39, 44];

  test('are as usual when they are', () => {
    const {chart, openGap} = gapChart(gaps, 20);
    expect(chart.verdict).toBe('common');
    expect(openGap).toEqual({days: 20, isLong: false});
    expect(chart.range!.lower).toBeGreaterThan(0);
    expect(chart.range!.upper).toBeLessThan(120);
  });

  test('are a signal when a gap is unusually short', () => {
    expect(gapChart([...gaps, 1], null).chart.verdict).toBe('worse');
  });

  test('are a signal when nothing has happened for unusually long, before it does', () => {
    expect(gapChart(gaps, 200).openGap).toEqual({days: 200, isLong: true});
  });

  test('are judged by those before them, as decision 67 has it', () => {
    const before = [73, 45, 37, 48, 76, 37, 41, 42];
    const {chart, openGap} = gapChart([...before, 2, 1], 106, {known: before.length});
    const {lower, centre, upper} = chart.range!;
    expect([lower, centre, upper].map((days) => days.toFixed(1))).toEqual([
      '17.9',
      '48.5',
      '105.8',
    ]);
    const expected = before.map(() => 'common');
    expect(chart.points.map(({signal}) => signal)).toEqual([...expected, 'worse', 'worse']);
    expect(openGap).toEqual({days: 106, isLong: true});
  });

  test('need six gaps', () => {
    expect(gapChart(gaps.slice(0, 5), 400)).toMatchObject({
      chart: {range: null, verdict: 'too few'},
      openGap: {isLong: false},
    });
  });
});

describe('a dated change', () => {
  const before = [10, 12, 9, 11, 10, 12, 9, 11, 10, 12];
  const after = before.map((value) => value / 2);
  const series = [...before, ...after].map((value) => ({value, n: 100, isComplete: true}));

  test('starts limits anew: what was a signal against the old ones is usual now', () => {
    const whole = behaviourChart(series, {better: 'lower'});
    const broken = behaviourChart(series, {better: 'lower', breaks: [10]});
    expect(whole.verdict).toBe('better');
    expect(broken.verdict).toBe('common');
    expect(broken.centre).toBeCloseTo(5.3, 12);
    expect(broken.stretches.map(({from, to}) => [from, to])).toEqual([
      [0, 10],
      [10, 20],
    ]);
    expect(broken.ranges?.[0]?.centre).toBeCloseTo(10.6, 12);
  });

  test('leaves the first periods after it without a verdict', () => {
    const early = behaviourChart(series.slice(0, 13), {better: 'lower', breaks: [10]});
    expect(early.verdict).toBe('too few');
    expect(early.range).toBeNull();
  });
});
