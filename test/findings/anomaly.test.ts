import {describe, expect, test} from 'vitest';
import {dailyAnomalies} from '../../src/findings/daily-anomalies.ts';
import {chanceOfFewer, chanceOfMore, usualCounts, usualDay} from '../../src/findings/usual-day.ts';
import {addDays} from '../../src/time/period.ts';

const firstDay = '2026-01-05';
const weeks = 12;

/** A desk of one service: the same week over and over. */
function steady(week: readonly number[], count = weeks): number[] {
  return Array.from({length: count * 7}, (_, day) => week[day % 7]!);
}

const week = [12, 10, 10, 9, 9, 1, 0];

function onDay(counts: readonly number[], others: number[] = []) {
  const day = addDays(firstDay, counts.length - 1);
  const series = [{key: 'Mail', counts}];
  if (others.length > 0) series.push({key: 'Other', counts: others});
  return dailyAnomalies(series, {firstDay, from: day, to: addDays(day, 1)});
}

describe('a usual day', () => {
  test('is that of the same weekdays before', () => {
    expect(usualDay(steady(week))?.mean).toBe(12);
    expect(usualDay([...steady(week), ...week.slice(0, 5)])?.mean).toBe(1);
  });

  test('leaves out an earlier anomaly', () => {
    const counts = steady(week);
    counts[7 * 6] = 90;
    expect(usualDay(counts)?.mean).toBeCloseTo(12, 0);
  });

  test('follows a level that has risen', () => {
    const risen = [
      ...steady(week, 8),
      ...steady(
        week.map((count) => count * 2),
        4,
      ),
    ];
    expect(usualDay(risen)?.mean).toBeGreaterThan(20);
  });

  test('needs four of the same weekday', () => {
    expect(usualDay(steady(week, 3))).toBeNull();
    expect(usualDay(steady(week, 4))).not.toBeNull();
  });

  test('has chances that add up to one', () => {
    const usual = {mean: 4.5, dispersion: 1.7};
    for (const count of [0, 1, 5, 20])
      expect(chanceOfFewer(count, usual) + chanceOfMore(count + 1, usual)).toBeCloseTo(1, 12);
    const {low, high} = usualCounts(usual);
    expect(chanceOfMore(high + 1, usual)).toBeLessThanOrEqual(0.025);
    expect(chanceOfFewer(low - 1, usual)).toBeLessThan(0.025);
  });

  test('is a Poisson day without overdispersion', () => {
    // P(X ≥ 3) of a mean of 1: 1 − e⁻¹ (1 + 1 + 1/2).
    expect(chanceOfMore(3, {mean: 1, dispersion: 1})).toBeCloseTo(1 - 2.5 * Math.exp(-1), 3);
  });
});

describe('an anomaly', () => {
  test('is a day with far more than usual, however large the other series are', () => {
    expect(onDay([...steady(week), 60], [...steady(week.map((n) => n * 9)), 108])).toMatchObject([
      {key: 'Mail', kind: 'surge', count: 60, mean: 12},
    ]);
    expect(onDay([...steady(week), 19])).toEqual([]);
  });

  test('is a day without incidents of a service that always has some', () => {
    const busy = week.map((count) => count * 4);
    const other = week.map((count) => count * 9);
    expect(onDay([...steady(busy), 0], [...steady(other), 108])).toMatchObject([
      {key: 'Mail', kind: 'silence', count: 0},
    ]);
  });

  test('is no holiday, on which everything is quiet', () => {
    const busy = week.map((count) => count * 4);
    expect(onDay([...steady(busy), 0], [...steady(busy), 1])).toEqual([]);
  });

  test('is found the day after a holiday all the same', () => {
    const counts = [...steady(week), 0, ...week.slice(1), 60];
    expect(onDay(counts)).toHaveLength(1);
  });
});
