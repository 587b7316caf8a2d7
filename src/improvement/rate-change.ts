import {incompleteBeta, incompleteBetaInverse} from './incomplete-beta.ts';

/** How often something happened in how long: any unit of time, the same for both. */
export interface Rate {
  count: number;
  time: number;
}

export interface RateChange {
  /** The rate after over the rate before; null when nothing happened before. */
  ratio: number | null;
  /** Ends of the interval of the ratio; `high` is Infinity when nothing happened before. */
  low: number;
  high: number;
  /** The chance of so few after, or fewer, were both rates the same; and of so many, or more. */
  fewerProbability: number;
  moreProbability: number;
}

/**
 * Compares two Poisson rates exactly. Given how much happened in all, what happened after is binomial
 * with the share of time that is after, were the rates the same; the interval is Clopper's and Pearson's
 * for that share, turned into a ratio. Przyborowski and Wilenski, "Homogeneity of results in testing
 * samples from Poisson series", Biometrika 31 (1940), 313–323; Clopper and Pearson, "The use of
 * confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26 (1934), 404–413;
 * with the two in agreement, Fay, "Two-sided exact tests and matching confidence intervals for discrete
 * data", The R Journal 2/1 (2010), 53–58.
 * @param level of the interval, 0–1
 */
export function compareRates(before: Rate, after: Rate, {level = 0.95} = {}): RateChange {
  const [x, y] = [after.count, before.count];
  const tail = (1 - level) / 2;
  const lowShare = x <= 0 ? 0 : incompleteBetaInverse(tail, x, y + 1);
  const highShare = y <= 0 ? 1 : incompleteBetaInverse(1 - tail, x + 1, y);
  const ratioOf = (part: number) => (part / (1 - part)) * (before.time / after.time);
  return {
    ratio: y <= 0 ? null : x / after.time / (y / before.time),
    low: ratioOf(lowShare),
    high: highShare >= 1 ? Infinity : ratioOf(highShare),
    fewerProbability: chanceOfFewer(before, after),
    moreProbability: chanceOfFewer(after, before),
  };
}

/** The chance of so few after, or fewer, were both rates the same: the test of `compareRates`. */
export function chanceOfFewer(before: Rate, after: Rate): number {
  if (before.count <= 0) return 1;
  const share = before.time / (after.time + before.time);
  return incompleteBeta(share, before.count, after.count + 1);
}

/**
 * How many times more counts vary from one span of time to the next than Poisson counts would: their
 * variance over their mean, at least 1. Counts divided by it are compared as if they were Poisson
 * (quasi-likelihood: Wedderburn, Biometrika 61 (1974), 439–447).
 * @param counts of spans of the same length; 1 for fewer than eight, which tell too little
 */
export function overdispersion(counts: readonly number[]): number {
  if (counts.length < 8) return 1;
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  if (mean === 0) return 1;
  const squares = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0);
  return Math.max(1, squares / (counts.length - 1) / mean);
}
