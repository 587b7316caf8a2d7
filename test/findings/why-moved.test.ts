import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {roundedParts, whyMoved, type TwoPeriods} from '../../src/findings/why-moved.ts';
import {moveTitle, printedMove} from '../../src/findings/why-moved-words.ts';

function segment(key: string, before: [number, number], after: [number, number]): TwoPeriods {
  return {
    key,
    before: {n: before[0], mean: before[1]},
    after: {n: after[0], mean: after[1]},
  };
}

/** Both kinds become slower; there are so many more of the quick kind that the whole becomes quicker. */
const mixShift = [segment('P2', [100, 4], [300, 5]), segment('P3', [300, 30], [300, 35])];
const words = {subject: 'Mean time to resolve', unit: 'hours', label: 'priority'} as const;

describe('a difference of means', () => {
  test('is taken apart as Kitagawa does', () => {
    const {difference, mix, rate} = whyMoved(mixShift);
    // 23.5 before, 20 after. P2 a quarter, then a half; middle 21.75.
    expect(difference).toBeCloseTo(-3.5, 12);
    expect(rate).toBeCloseTo(0.375 * 1 + 0.625 * 5, 12);
    expect(mix).toBeCloseTo(0.25 * (4.5 - 21.75) - 0.25 * (32.5 - 21.75), 12);
  });

  test('is all rate when the proportions stay', () => {
    const {mix, rate} = whyMoved([
      segment('P2', [10, 4], [20, 6]),
      segment('P3', [30, 30], [60, 30]),
    ]);
    expect(mix).toBeCloseTo(0, 12);
    expect(rate).toBeCloseTo(0.5, 12);
  });

  test('is all mix for a segment that is new or gone', () => {
    const {rate, mix} = whyMoved([segment('P2', [10, 4], [10, 4]), segment('P5', [0, 0], [5, 90])]);
    expect(rate).toBe(0);
    expect(mix).toBeCloseTo((10 * 4 + 5 * 90) / 15 - 4, 12);
  });

  const side = fc.record({
    n: fc.integer({min: 0, max: 5000}),
    mean: fc.double({min: 0, max: 5000, noNaN: true}),
  });
  const segments = fc
    .array(fc.record({key: fc.string(), before: side, after: side}), {minLength: 1, maxLength: 30})
    .filter((all) => all.some(({before}) => before.n > 0) && all.some(({after}) => after.n > 0));

  test('is the sum of its parts, whatever the segments', () => {
    fc.assert(
      fc.property(segments, (all) => {
        const {difference, mix, rate, before, after} = whyMoved(all);
        const size = Math.max(1, before.mean, after.mean);
        expect(Math.abs(mix + rate - difference) / size).toBeLessThan(1e-10);
      }),
    );
  });

  test('is printed so that the printed parts add up to the printed difference to the last digit', () => {
    const number = (text: string) =>
      Math.round(Number(text.replace('−', '-').replace(/[^\d.-]/g, '')) * 10);
    fc.assert(
      fc.property(segments, (all) => {
        const printed = printedMove(whyMoved(all), 'share');
        const sum = (texts: string[]) => texts.reduce((total, text) => total + number(text), 0);
        expect(sum(printed.rows.map(({total}) => total))).toBe(number(printed.difference));
        expect(sum([printed.mix, printed.rate])).toBe(number(printed.difference));
        expect(number(printed.after) - number(printed.before)).toBe(number(printed.difference));
      }),
    );
  });
});

describe('rounded parts', () => {
  test('give what is missing to those that lost most', () => {
    expect(roundedParts([1.4, 1.4, 1.2], 4, 1)).toEqual([2, 1, 1]);
    expect(roundedParts([-1.4, 1.4], 0, 1)).toEqual([-1, 1]);
    expect(roundedParts([0.5, 0.5, 0.5], 0, 1)).toEqual([0, 0, 0]);
  });
});

describe('the title', () => {
  test('tells a mix that hides that everything became worse', () => {
    expect(moveTitle(whyMoved(mixShift), words).replaceAll('\u202f', ' ')).toBe(
      'Mean time to resolve fell 3.5 h: 7.0 h by more P2 and fewer P3, against 3.5 h by every priority being slower',
    );
  });

  test('tells a change of one segment as all there is', () => {
    const moved = whyMoved([segment('P2', [10, 4], [10, 6]), segment('P3', [10, 30], [10, 30])]);
    expect(moveTitle(moved, words).replaceAll('\u202f', ' ')).toBe(
      'Mean time to resolve rose 1.0 h, all of it by P2 being slower',
    );
  });
});
