import {describe, expect, test} from 'vitest';
import {compareParts, type PartCount} from '../../src/findings/compare-parts.ts';
import {adjustedProbabilities} from '../../src/findings/false-discovery.ts';
import {drawTest, hypergeometric} from '../../src/findings/hypergeometric.ts';
import {standingParts} from '../../src/findings/standing-parts.ts';

/** A generator of numbers in 0–1 that is the same in every run (mulberry32). */
function drawsFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const weekCount = 13;

/** Ten groups of 12 incidents a week, of which a share is hit. */
function desk(draw: () => number, shareOf: (group: number) => number): PartCount[] {
  return Array.from({length: 10 * weekCount}, (_, place) => {
    const group = place % 10;
    const n = 12;
    const hits = Array.from({length: n}, draw).filter((each) => each < shareOf(group)).length;
    return {part: `G${group}`, kind: 'desk P3', week: Math.floor(place / 10), hits, n};
  });
}

const standing = (counts: PartCount[]) =>
  standingParts(compareParts(counts, weekCount)).map(({part}) => part);

describe('parts beside each other', () => {
  test('that are alike are hardly ever told apart: in less than 1 of 100 quarters', () => {
    const draw = drawsFrom(7);
    const told = Array.from({length: 300}, () => standing(desk(draw, () => 0.06)));
    expect(told.filter((parts) => parts.length > 0).length).toBeLessThanOrEqual(3);
  });

  test('of which one is three times as bad name it in more than four of five quarters', () => {
    const draw = drawsFrom(8);
    const told = Array.from({length: 100}, () =>
      standing(desk(draw, (group) => (group === 3 ? 0.18 : 0.06))),
    );
    expect(told.filter((parts) => parts.join() === 'G3').length).toBeGreaterThan(80);
  });

  test('of which one had a single bad week are alike', () => {
    const draw = drawsFrom(9);
    const counts = desk(draw, () => 0.04).map((count) =>
      count.part === 'G2' && count.week === 5 ? {...count, hits: 11} : count,
    );
    expect(standing(counts)).toEqual([]);
  });

  test('say since when the worse one is worse', () => {
    const counts = Array.from({length: weekCount}, (_, week): PartCount[] => [
      {part: 'A', kind: 'x', week, hits: week < 8 ? 1 : 8, n: 20},
      {part: 'B', kind: 'x', week, hits: 1, n: 20},
    ]).flat();
    expect(compareParts(counts, weekCount)[0]).toMatchObject({part: 'A', sinceWeek: 8});
  });

  test('leave out what nobody else does', () => {
    const counts: PartCount[] = [
      {part: 'A', kind: 'only A', week: 0, hits: 40, n: 50},
      {part: 'A', kind: 'both', week: 0, hits: 5, n: 50},
      {part: 'B', kind: 'both', week: 0, hits: 5, n: 50},
    ];
    expect(compareParts(counts, 1)[0]).toMatchObject({part: 'A', hits: 5, n: 50, expected: 5});
  });
});

test('of many probabilities the small ones count less', () => {
  // Benjamini and Hochberg's own example (1995, section 3.1): at 5 % four of fifteen are rejected.
  const probabilities = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
    0.6528, 0.759, 1,
  ];
  const adjusted = adjustedProbabilities(probabilities);
  expect(adjusted.filter((each) => each <= 0.05)).toHaveLength(4);
  expect(adjusted[3]).toBeCloseTo((0.0095 * 15) / 4, 10);
});

describe('a draw', () => {
  test('of four cups of eight is all right by chance once in 70 (Fisher’s tea)', () => {
    expect(drawTest({all: 8, marked: 4, drawn: 4}, 4).probability).toBeCloseTo(1 / 70, 12);
  });

  test('has chances that add up to one, and lies within its interval', () => {
    const {least, chances} = hypergeometric({all: 2000, marked: 450, drawn: 265});
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
    const {low, high} = drawTest({all: 2000, marked: 450, drawn: 265}, 60);
    // The mean is 265 × 450 / 2000 = 59.6, the standard deviation 6.3: two of them lie to either side.
    expect([least, low, high]).toEqual([0, 47, 72]);
  });
});
