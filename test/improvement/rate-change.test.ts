import {describe, expect, test} from 'vitest';
import {incompleteBeta, incompleteBetaInverse} from '../../src/improvement/incomplete-beta.ts';
import {compareRates, overdispersion} from '../../src/improvement/rate-change.ts';

/** P(X ≥ k) added up term by term, in logarithms: the plainest way. */
function upperTail(k: number, n: number, p: number): number {
  let sum = 0;
  let term = n * Math.log1p(-p);
  for (let i = 0; i <= n; i++) {
    if (i >= k) sum += Math.exp(term);
    term += Math.log((n - i) / (i + 1)) + Math.log(p) - Math.log1p(-p);
  }
  return sum;
}

describe('the incomplete beta function', () => {
  test.each([
    [1, 1, 0.5],
    [3, 10, 0.2],
    [60, 100, 0.5],
    [1, 400, 0.001],
    [300, 900, 0.34],
    [5, 5, 0.999],
  ])('is the chance of at least %d of %d at %d', (k, n, p) => {
    const sum = upperTail(k, n, p);
    expect(Math.abs(incompleteBeta(p, k, n - k + 1) / sum - 1)).toBeLessThan(1e-10);
  });

  test('is turned round by its inverse, for counts that are not whole too', () => {
    for (const [a, b] of [
      [0.3, 4.7],
      [12.5, 0.5],
      [250.25, 1000],
    ] as const)
      for (const share of [0.001, 0.5, 0.975])
        expect(incompleteBeta(incompleteBetaInverse(share, a, b), a, b)).toBeCloseTo(share, 10);
  });
});

describe('two rates', () => {
  // M. P. Fay, "Testing the ratio of two Poisson rates", vignette of the R package rateratio.test, section 1.
  test('give the interval and the probability that Fay publishes', () => {
    const {ratio, low, high, fewerProbability} = compareRates(
      {count: 9, time: 16660},
      {count: 2, time: 17877},
    );
    expect(ratio).toBeCloseTo(0.2070941557, 9);
    expect([low, high]).toEqual([expect.closeTo(0.02177406, 7), expect.closeTo(1.0005491, 7)]);
    expect(2 * fewerProbability).toBeCloseTo(0.05011, 5);
  });

  // The example of R's poisson.test: lung cancer at Fredericia against three other cities.
  test('give the interval that R gives', () => {
    const {ratio, low, high} = compareRates({count: 21, time: 3011}, {count: 11, time: 800});
    expect(ratio).toBeCloseTo(1.971488, 6);
    expect([low, high]).toEqual([expect.closeTo(0.8584264, 7), expect.closeTo(4.2772659, 6)]);
  });

  test('say what is known when nothing happened on a side', () => {
    const none = compareRates({count: 10, time: 8}, {count: 0, time: 8});
    expect(none).toMatchObject({ratio: 0, low: 0, moreProbability: 1});
    expect(none.fewerProbability).toBeCloseTo(0.5 ** 10, 12);
    // Clopper and Pearson for none of ten: 1 − 0.025^(1/10).
    const share = 1 - 0.025 ** 0.1;
    expect(none.high).toBeCloseTo(share / (1 - share), 9);
    expect(compareRates({count: 0, time: 8}, {count: 10, time: 8})).toMatchObject({
      ...{ratio: null, high: Infinity, fewerProbability: 1},
    });
  });
});

test('counts vary as Poisson’s, or so many times more', () => {
  expect(overdispersion([1, 2, 1, 2, 1, 2, 1, 2])).toBe(1);
  expect(overdispersion([0, 0, 0, 40, 0, 0, 0, 0])).toBeCloseTo(40, 9);
  expect(overdispersion([0, 40])).toBe(1);
  expect(overdispersion(Array<number>(20).fill(0))).toBe(1);
});
