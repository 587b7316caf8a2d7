import fc from 'fast-check';
import {expect, test} from 'vitest';
import {wilsonInterval} from '../../src/metrics/wilson.ts';

test('agrees with published values', () => {
  // Newcombe, "Two-sided confidence intervals for the single proportion" (1998), table I: 81/263, 15/148, 0/20, 1/29.
  const published: [number, number, number, number][] = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ];
  for (const [count, n, low, high] of published) {
    const interval = wilsonInterval(count / n, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  }
});

test('holds the share, stays in 0–1 and narrows with n', () => {
  fc.assert(
    fc.property(
      fc.integer({min: 1, max: 5000}),
      fc.double({min: 0, max: 1, noNaN: true}),
      (n, share) => {
        const interval = wilsonInterval(share, n);
        const more = wilsonInterval(share, n * 4);
        if (!interval || !more) throw new Error('no interval');
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(interval.low).toBeLessThanOrEqual(share + 1e-12);
        expect(interval.high).toBeGreaterThanOrEqual(share - 1e-12);
        expect(more.high - more.low).toBeLessThan(interval.high - interval.low);
      },
    ),
  );
});

test('nothing counted has no interval', () => {
  expect(wilsonInterval(0.5, 0)).toBeNull();
});
