import {incompleteBeta} from '../improvement/incomplete-beta.ts';

/** What a day of a series usually counts. */
export interface UsualDay {
  mean: number;
  /** Variance over mean, what is not known of the mean included. */
  dispersion: number;
}

/** Weeks of history that tell what is usual. */
export const usualWeeks = 12;
/** Fewer same weekdays don't. */
const fewestSame = 4;
/** The last weeks, whose level counts where it is higher. */
const recentDays = 28;
/** A day of the history this unlikely was none of the usual ones. */
const outlierProbability = 0.001;

/**
 * What the day after the history usually counts: the mean of the same weekdays before, raised to the
 * level of the last four weeks where that is higher, with the dispersion of all days around the means of
 * their weekdays. Days of the history that were anomalies themselves are left out.
 * @param history counts of the days before, oldest first, the last the day before; null: left out, e.g.
 *   a holiday
 * @returns null where too little is known
 */
export function usualDay(history: readonly (number | null)[]): UsualDay | null {
  const days = history.slice(-usualWeeks * 7);
  const cleaned = withoutOutliers(days);
  const means = weekdayMeans(cleaned);
  // The weekday of a day is the place of the one it is a whole number of weeks after.
  const same = cleaned.filter((count, index) => count !== null && isSame(index, days.length));
  const mean = means[days.length % 7];
  if (mean == null || same.length < fewestSame) return null;
  const level = levelOf(cleaned, means);
  const dispersion = dispersionOf(cleaned, means);
  const unknown = mean === 0 ? 1 / same.length : (dispersion * mean) / same.length / mean;
  return {mean: Math.max(mean * level, leastMean(same.length)), dispersion: dispersion + unknown};
}

/** Nothing in so many days doesn't mean that nothing ever comes. */
function leastMean(days: number): number {
  return 0.5 / days;
}

function isSame(index: number, length: number): boolean {
  return (length - index) % 7 === 0;
}

/** By place modulo 7; null for a weekday without days. */
function weekdayMeans(days: readonly (number | null)[]): (number | null)[] {
  const sums = Array.from({length: 7}, () => ({sum: 0, count: 0}));
  for (const [index, count] of days.entries()) {
    const place = sums[index % 7];
    if (count === null || !place) continue;
    place.sum += count;
    place.count += 1;
  }
  return sums.map(({sum, count}) => (count > 0 ? sum / count : null));
}

/** Each day is held against the others of its weekday: an anomaly can't hide behind itself. */
function withoutOutliers(days: readonly (number | null)[]): (number | null)[] {
  const means = weekdayMeans(days);
  const sizes = Array.from({length: 7}, (_, place) => countOf(days, place));
  const dispersion = robustDispersion(days, means);
  return days.map((count, index) => {
    const [mean, size] = [means[index % 7] ?? 0, sizes[index % 7] ?? 0];
    if (count === null || size < 3) return count;
    const others = Math.max((mean * size - count) / (size - 1), leastMean(size));
    const chance = chanceOfMore(count, {mean: others, dispersion: dispersion * (1 + 1 / size)});
    return count > mean && chance < outlierProbability ? null : count;
  });
}

function countOf(days: readonly (number | null)[], place: number): number {
  return days.filter((count, index) => count !== null && index % 7 === place).length;
}

/** From the middle of the squared residuals, which a few anomalies don't move. */
function robustDispersion(
  days: readonly (number | null)[],
  means: readonly (number | null)[],
): number {
  const squares = residuals(days, means).sort((a, b) => a - b);
  // The mean without the largest twentieth; of a normal distribution that is 0.76 of the whole.
  const kept = squares.slice(0, Math.ceil(squares.length * 0.95));
  return Math.max(1, average(kept) / 0.76);
}

function dispersionOf(days: readonly (number | null)[], means: readonly (number | null)[]): number {
  const squares = residuals(days, means);
  const freedom = squares.length - means.filter((mean) => mean !== null).length;
  const sum = squares.reduce((total, each) => total + each, 0);
  return freedom > 0 ? Math.max(1, sum / freedom) : 1;
}

function residuals(days: readonly (number | null)[], means: readonly (number | null)[]): number[] {
  return days.flatMap((count, index) => {
    const mean = means[index % 7];
    return count === null || !mean ? [] : [(count - mean) ** 2 / mean];
  });
}

/** How much higher the last weeks lie than their weekdays say; never less than 1. */
function levelOf(days: readonly (number | null)[], means: readonly (number | null)[]): number {
  let [count, expected] = [0, 0];
  for (const [index, each] of days.entries()) {
    if (each === null || index < days.length - recentDays) continue;
    count += each;
    expected += means[index % 7] ?? 0;
  }
  return expected > 0 ? Math.max(1, count / expected) : 1;
}

function average(values: readonly number[]): number {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}

/**
 * The chance of so many or more on a usual day. Counts are negative binomial with a variance of the
 * dispersion times the mean; the tail is an incomplete beta function (DLMF 8.17.5 with 8.17.4).
 */
export function chanceOfMore(count: number, {mean, dispersion}: UsualDay): number {
  if (count <= 0) return 1;
  const excess = Math.max(dispersion, 1.0001) - 1;
  return incompleteBeta(excess / (1 + excess), count, mean / excess);
}

/** The chance of so few or fewer. */
export function chanceOfFewer(count: number, usual: UsualDay): number {
  return 1 - chanceOfMore(count + 1, usual);
}

/** The counts between which all but this share of usual days lie: half of it at either end. */
export function usualCounts(usual: UsualDay, share = 0.05): {low: number; high: number} {
  let low = 0;
  while (chanceOfFewer(low, usual) < share / 2) low += 1;
  let high = Math.max(low, Math.floor(usual.mean));
  while (chanceOfMore(high + 1, usual) > share / 2) high += 1;
  return {low, high};
}
