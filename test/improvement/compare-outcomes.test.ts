import {describe, expect, test} from 'vitest';
import {compareOutcomes, type Cell} from '../../src/improvement/compare-outcomes.ts';
import {compareWeeks} from '../../src/improvement/compare-weeks.ts';
import {comparisonWindows, yearBefore} from '../../src/improvement/comparison-windows.ts';
import {judgeComparison} from '../../src/improvement/judge-comparison.ts';
import {exactTails} from '../../src/improvement/stratified-exact.ts';
import {takeOffSeason} from '../../src/improvement/take-off-season.ts';
import {normalQuantile, studentBelow} from '../../src/improvement/tails.ts';
import {verdictsOf, stableSeries} from './simulated-actions.ts';

const table = (before: [number, number], after: [number, number]) => ({
  before: {hits: before[0], n: before[0] + before[1]},
  after: {hits: after[0], n: after[0] + after[1]},
});

describe('the exact test', () => {
  test('of one table is Fisher’s: the lady tasting tea, 17 of 70', () => {
    expect(exactTails([table([1, 3], [3, 1])]).more).toBeCloseTo(17 / 70, 12);
  });

  test('of five tables agrees with R: mantelhaen.test(Rabbits, exact = TRUE), p = 0.03994', () => {
    const rabbits = [
      table([0, 5], [0, 6]),
      table([0, 6], [3, 3]),
      table([2, 4], [6, 0]),
      table([6, 0], [5, 1]),
      table([5, 0], [2, 0]),
    ];
    const {more} = exactTails(rabbits);
    expect((2 * more).toFixed(5)).toBe('0.03994');
  });

  test('of thousands stays a probability', () => {
    const {fewer, more} = exactTails([table([900, 4100], [850, 4150]), table([50, 50], [40, 60])]);
    expect(fewer).toBeGreaterThan(0);
    expect(fewer).toBeLessThan(0.1);
    expect(fewer + more).toBeGreaterThan(1);
  });
});

test('Student’s distribution is the printed table’s', () => {
  expect(studentBelow(2.228, 10)).toBeCloseTo(0.975, 4);
  expect(studentBelow(-1.812, 10)).toBeCloseTo(0.05, 4);
  expect(normalQuantile(0.995)).toBeCloseTo(2.5758, 4);
});

const cell = (side: Cell['side'], stratum: string, n: number, mean: number): Cell => ({
  ...{side, stratum, n, week: 0, total: n * mean, squares: n * (mean ** 2 + 1)},
});

describe('a comparison', () => {
  const shifted = [
    ...[cell('before', 'P2', 100, 1), cell('before', 'P4', 900, 4)],
    ...[cell('after', 'P2', 500, 1.3), cell('after', 'P4', 300, 4.3)],
  ];

  test('is made within priorities: all of them worse is worse, though the total is better', () => {
    const compared = compareOutcomes(shifted, 'number');
    const mean = (side: Cell['side']) =>
      shifted.reduce((sum, each) => sum + (each.side === side ? each.total : 0), 0) /
      shifted.reduce((sum, each) => sum + (each.side === side ? each.n : 0), 0);
    expect(mean('after')).toBeLessThan(mean('before'));
    expect(compared?.difference).toBeCloseTo(0.3, 9);
    expect(compared).toMatchObject({leftOut: [], dispersion: 1});
    const options = {direction: 'lower', planned: -0.5, nAfter: 800, weeksAfter: 6} as const;
    expect(judgeComparison(compared!, options).verdict).toBe('got worse');
  });

  test('names priorities that one side has none of', () => {
    const compared = compareOutcomes([...shifted, cell('after', 'P1', 7, 9)], 'number');
    expect(compared?.leftOut).toEqual([{stratum: 'P1', n: 7}]);
    expect(compareOutcomes([cell('before', 'P1', 5, 1)], 'number')).toBeNull();
  });

  test('says how many more incidents a target’s size needs, or that none is enough', () => {
    const small = [cell('before', '', 400, 2), cell('after', '', 20, 1.9)];
    const judged = (planned: number, before = 400) =>
      judgeComparison(compareOutcomes([{...cell('before', '', before, 2)}, small[1]!], 'number')!, {
        direction: 'lower',
        planned,
        nAfter: 20,
        weeksAfter: 1,
      });
    // z² = 6.635, variance 1: n = 1 / (0.4² / 6.635 − 1/400) = 46.3, of which there are 20.
    expect(judged(-0.4)).toMatchObject({verdict: 'not yet', moreNeeded: 27});
    expect(judged(-0.4, 30)).toMatchObject({verdict: 'cannot tell', moreNeeded: null});
  });

  test('takes off what the same weeks did a year before, where that is more than chance', () => {
    const now = compareOutcomes(
      [cell('before', '', 400, 2), cell('after', '', 400, 1.5)],
      'number',
    )!;
    const year = compareOutcomes(
      [cell('before', '', 400, 2), cell('after', '', 400, 1.55)],
      'number',
    )!;
    expect(now.fewer).toBeLessThan(0.005);
    const {comparison, words} = takeOffSeason(now, year);
    expect(comparison.difference).toBeCloseTo(-0.05, 9);
    expect(comparison.fewer).toBeGreaterThan(0.2);
    expect(words).toContain('taken off');
    expect(takeOffSeason(now, null).comparison).toBe(now);
  });

  test('is less certain where weeks vary more than incidents do', () => {
    const weekly = (side: Cell['side'], means: number[]) =>
      means.map((mean, week) => ({...cell(side, '', 50, mean), week}));
    const calm = compareOutcomes(
      [...weekly('before', [2, 2, 2, 2, 2, 2]), ...weekly('after', [1.8, 1.8, 1.8, 1.8])],
      'number',
    )!;
    const wild = compareOutcomes(
      [...weekly('before', [1, 3, 1.5, 2.5, 1, 3]), ...weekly('after', [1.8, 1, 2.6, 1.8])],
      'number',
    )!;
    expect(calm.dispersion).toBe(1);
    expect(wild.dispersion).toBeGreaterThan(10);
    expect(wild.fewer).toBeGreaterThan(10 * calm.fewer);
  });
});

test('weeks that resemble the one before are worth fewer', () => {
  const drifting = [1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7];
  const shuffled = [1.4, 1, 1.7, 1.2, 1.5, 1.1, 1.6, 1.3];
  const after = [1, 1.05, 0.95, 1.02];
  expect(compareWeeks(drifting, after)!.fewer).toBeGreaterThan(
    compareWeeks(shuffled, after)!.fewer,
  );
  expect(compareWeeks([1, 2, 3], after)).toBeNull();
});

test('windows are whole weeks, and those of a year before have the same weekdays', () => {
  const windows = comparisonWindows(
    {baselineFrom: '2026-07-01', baselineTo: '2026-10-01', effectOn: '2026-10-01'},
    '2026-11-02',
  );
  expect(windows).toEqual({
    before: {from: '2026-07-02', to: '2026-10-01'},
    after: {from: '2026-10-01', to: '2026-10-29'},
  });
  expect(yearBefore(windows).after).toEqual({from: '2025-10-02', to: '2025-10-30'});
});

describe('a year of weekly looks', () => {
  test('at what changed nothing rarely gives a verdict', () => {
    const {effects, worse} = verdictsOf(stableSeries({count: 200, weekly: 20, seed: 11}));
    // Both directions together, with room for 200 series being few: DECISIONS.md, 58.
    expect(effects + worse).toBeLessThanOrEqual(0.07 * 200);
  });

  /** `ACTION_RUNS=200 npx vitest run test/improvement/compare-outcomes.test.ts` for long, with its figures. */
  const runs = Number(process.env['ACTION_RUNS'] ?? 30);

  test.each([
    {
      what: 'a fifth off the times',
      kind: 'number',
      change: Math.log(0.8),
      weekly: 25,
      atLeast: 0.4,
    },
    {
      what: 'a fifth off the times',
      kind: 'number',
      change: Math.log(0.8),
      weekly: 100,
      atLeast: 0.9,
    },
    {what: 'ten points off a share', kind: 'share', change: -0.1, weekly: 25, atLeast: 0.4},
    {what: 'ten points off a share', kind: 'share', change: -0.1, weekly: 100, atLeast: 0.9},
  ] as const)(
    'finds $what of $weekly incidents a week',
    {timeout: 600_000},
    ({what, kind, change, weekly, atLeast}) => {
      const looks = 26;
      const made = stableSeries({count: runs, weekly, seed: 12, kind, change, looks});
      const {effects, worse, delays} = verdictsOf(made, change);
      if (runs > 50) {
        const within = (weeks: number) => delays.filter((delay) => delay <= weeks).length / runs;
        console.log({
          what,
          weekly,
          in4: within(4),
          in8: within(8),
          in13: within(13),
          in26: within(26),
          worse,
        });
      }
      expect(effects / runs).toBeGreaterThanOrEqual(atLeast);
      expect(worse).toBe(0);
    },
  );
});
