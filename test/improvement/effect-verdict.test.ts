import {describe, expect, test} from 'vitest';
import {effectOf} from '../../src/improvement/effect-verdict.ts';

const weeks = (count: number, each: number) => Array<number>(count).fill(each);

describe('what was mended', () => {
  test('has an effect once it is rarer than chance explains', () => {
    expect(effectOf(weeks(20, 5), weeks(8, 0))).toMatchObject({
      ...{verdict: 'effect seen', ratio: 0, low: 0, weeksNeeded: 0},
      ...{before: {weekCount: 8, count: 40}, after: {weekCount: 8, count: 0}},
    });
  });

  test('got worse once it is more frequent than chance explains', () => {
    expect(effectOf(weeks(20, 2), weeks(8, 6)).verdict).toBe('got worse');
  });

  test('is told after as many weeks as were said to be needed, if it goes on', () => {
    const soon = effectOf(weeks(20, 3), weeks(2, 1));
    expect(soon).toMatchObject({verdict: 'not yet'});
    const needed = soon.weeksNeeded ?? 0;
    expect(needed).toBeGreaterThan(1);
    expect(effectOf(weeks(60, 3), weeks(2 + needed, 1)).verdict).toBe('effect seen');
    expect(effectOf(weeks(60, 3), weeks(1 + needed, 1)).verdict).toBe('not yet');
  });

  test('is waited for where no week has passed', () => {
    const {verdict, weeksNeeded, ratio} = effectOf(weeks(20, 4), []);
    expect([verdict, ratio]).toEqual(['not yet', null]);
    expect(weeksNeeded).toBeGreaterThan(3);
  });

  test('can’t be told where nothing happened before, it is too rare, or a year made no difference', () => {
    expect(effectOf(weeks(20, 0), weeks(4, 1)).verdict).toBe('cannot tell');
    expect(effectOf([], weeks(4, 1)).verdict).toBe('cannot tell');
    const rare = effectOf([...weeks(51, 0), 1], weeks(4, 0));
    expect(rare).toMatchObject({verdict: 'cannot tell', weeksNeeded: null});
    const same = effectOf(weeks(60, 3), weeks(52, 3));
    expect(same).toMatchObject({verdict: 'cannot tell', ratio: 1});
    expect(same.reason).toContain('a year');
  });

  test('compares as many weeks before as after, but eight at least', () => {
    expect(effectOf(weeks(60, 3), weeks(20, 3)).before.weekCount).toBe(20);
    expect(effectOf(weeks(60, 3), weeks(2, 3)).before.weekCount).toBe(8);
    expect(effectOf(weeks(5, 3), weeks(20, 3)).before.weekCount).toBe(5);
  });

  test('is not seen where one flood made all the difference', () => {
    const flooded = [...weeks(14, 1), 60, 1];
    expect(effectOf(flooded, weeks(8, 1)).verdict).not.toBe('effect seen');
    expect(effectOf(flooded, weeks(8, 1)).overdispersion).toBeGreaterThan(10);
  });
});

describe('what changed nothing, looked at every week of a year', () => {
  // Weekly rates, and how much more they vary than chance: gamma-mixed Poisson where it is above 1.
  test.each([
    [1, 1],
    [8, 1],
    [4, 3],
  ])(
    'at %d a week, varying %d times as Poisson, is called an effect at most one time in twenty',
    (rate, spread) => {
      const draw = randomFrom(Math.round(rate * 100 + spread));
      const deskCount = 100;
      let falseCount = 0;
      for (let desk = 0; desk < deskCount; desk++) {
        const counts = Array.from({length: 104}, () => drawCount(draw, rate, spread));
        const [before, after] = [counts.slice(0, 52), counts.slice(52)];
        const isSeen = after.some(
          (_, week) => effectOf(before, after.slice(0, week + 1)).verdict === 'effect seen',
        );
        if (isSeen) falseCount++;
      }
      expect(falseCount / deskCount).toBeLessThanOrEqual(0.05);
    },
  );

  test('while what was halved is mostly seen within the year', () => {
    const draw = randomFrom(7);
    const seen = Array.from({length: 100}, () => {
      const before = Array.from({length: 52}, () => drawCount(draw, 4, 1));
      const after = Array.from({length: 26}, () => drawCount(draw, 2, 1));
      return effectOf(before, after).verdict === 'effect seen';
    });
    expect(seen.filter(Boolean).length).toBeGreaterThan(90);
  });
});

function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A Poisson count; where `spread` is above 1, in clumps whose mean size makes the variance so many times as large. */
function drawCount(draw: () => number, rate: number, spread: number): number {
  // Clumps of geometric size with mean m have variance over mean 2m − 1.
  const size = (spread + 1) / 2;
  const clumps = poisson(draw, rate / size);
  let count = 0;
  for (let clump = 0; clump < clumps; clump++)
    do count++;
    while (draw() > 1 / size);
  return count;
}

function poisson(draw: () => number, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = draw(); product > limit; product *= draw()) count++;
  return count;
}
