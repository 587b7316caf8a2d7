import {exactTails} from './stratified-exact.ts';
import {normalBelow, normalQuantile, studentBelow, studentQuantile} from './tails.ts';

/** Sums of what is compared over the incidents of one week and priority. */
export interface Cell {
  side: 'before' | 'after';
  /** Counted from the beginning of its stretch. */
  week: number;
  stratum: string;
  n: number;
  total: number;
  squares: number;
}

export interface StratumMeans {
  stratum: string;
  nBefore: number;
  nAfter: number;
  before: number;
  after: number;
}

export interface Comparison {
  strata: StratumMeans[];
  /** Strata that one stretch has none of: nothing can be said of them. */
  leftOut: {stratum: string; n: number}[];
  /** After less before within each priority, at the mix of priorities before. */
  difference: number;
  standardError: number;
  low: number;
  high: number;
  /** The chance of a difference so low, or lower, were there none; and of one so high. */
  fewer: number;
  more: number;
  /** How many times more the weeks vary than chance explains, at least 1. */
  dispersion: number;
  /** Averages at the mix of before. */
  before: number;
  after: number;
  /** Parts of the standard error's square: what the baseline leaves, and what one incident after has. */
  variance: {before: number; each: number};
}

/** Fewer weeks tell too little of how much they vary. */
const fewestWeeks = 8;

/**
 * Compares what incidents had before and after, like with like: within each priority, weighted by the mix of
 * priorities before (direct standardisation; Rothman, Greenland and Lash, "Modern Epidemiology", 3rd ed.,
 * chapter 15). Shares are tested exactly, other numbers by Student's t with the variance within priorities.
 * Where weeks vary more than single incidents explain, everything is that much less certain (quasi-likelihood:
 * Wedderburn, Biometrika 61 (1974), 439–447).
 * @returns null where no priority has incidents on both sides
 */
export function compareOutcomes(
  cells: readonly Cell[],
  kind: 'share' | 'number',
): Comparison | null {
  const all = strataOf(cells);
  const both = all.filter(({before, after}) => before.n > 0 && after.n > 0);
  const nBefore = both.reduce((sum, {before}) => sum + before.n, 0);
  const nAfter = both.reduce((sum, {after}) => sum + after.n, 0);
  if (nBefore === 0) return null;
  const weighted = both.map((each) => ({...each, weight: each.before.n / nBefore}));
  const variances = variancesOf(weighted, kind);
  const dispersion = dispersionOf(cells, both, variances);
  const sum = (of: (each: (typeof weighted)[number], place: number) => number) =>
    weighted.reduce((total, each, place) => total + of(each, place), 0);
  const mean = ({total, n}: Sums) => total / n;
  const before = sum(({weight, before: side}) => weight * mean(side));
  const after = sum(({weight, after: side}) => weight * mean(side));
  const part = (side: 'before' | 'after') =>
    sum((each, place) => (each.weight ** 2 * (variances[place] ?? 0)) / each[side].n);
  const variance = {before: dispersion * part('before'), each: dispersion * part('after') * nAfter};
  const standardError = Math.sqrt(variance.before + variance.each / nAfter);
  const difference = after - before;
  const degrees = Math.max(1, nBefore + nAfter - 2 * both.length);
  const width = standardError * studentQuantile(0.975, degrees);
  return {
    strata: both.map((each) => ({
      ...{stratum: each.stratum, nBefore: each.before.n, nAfter: each.after.n},
      ...{before: mean(each.before), after: mean(each.after)},
    })),
    leftOut: all
      .filter((each) => !both.includes(each))
      .map(({stratum, before: b, after: a}) => ({stratum, n: b.n + a.n})),
    ...{difference, standardError, low: difference - width, high: difference + width},
    ...tailsOf(both, kind, {difference, standardError, degrees, dispersion}),
    ...{dispersion, before, after, variance},
  };
}

interface Sums {
  n: number;
  total: number;
  squares: number;
}
interface Stratum {
  stratum: string;
  before: Sums;
  after: Sums;
}

function strataOf(cells: readonly Cell[]): Stratum[] {
  const found = new Map<string, Stratum>();
  for (const {side, stratum, n, total, squares} of cells) {
    const each = found.get(stratum) ?? {stratum, before: none(), after: none()};
    const sums = each[side];
    sums.n += n;
    sums.total += total;
    sums.squares += squares;
    found.set(stratum, each);
  }
  return [...found.values()].sort((a, b) => (a.stratum < b.stratum ? -1 : 1));
}

function none(): Sums {
  return {n: 0, total: 0, squares: 0};
}

/** The variance of one incident within its stratum, whichever side it is on. */
function variancesOf(strata: readonly Stratum[], kind: 'share' | 'number'): number[] {
  if (kind === 'share')
    // One hit and one miss more keep a share of 0 or 1 from being certain (Agresti and Caffo 2000).
    return strata.map(({before, after}) => {
      const share = (before.total + after.total + 1) / (before.n + after.n + 2);
      return share * (1 - share);
    });
  const within = ({n, total, squares}: Sums) => Math.max(0, squares - total ** 2 / n);
  const sums = strata.map(({before, after}) => within(before) + within(after));
  const degrees = strata.map(({before, after}) => before.n + after.n - 2);
  const overall =
    sums.reduce((a, b) => a + b, 0) /
    Math.max(
      1,
      degrees.reduce((a, b) => a + b, 0),
    );
  return sums.map((each, place) => {
    const own = degrees[place] ?? 0;
    return own >= 10 ? each / own : overall;
  });
}

/** Squares of what the weeks stray from their stretch's averages, over what single incidents explain. */
function dispersionOf(
  cells: readonly Cell[],
  strata: readonly Stratum[],
  variances: readonly number[],
): number {
  const place = new Map(strata.map(({stratum}, index) => [stratum, index]));
  const weeks = new Map<string, {strayed: number; variance: number}>();
  for (const {side, week, stratum, n, total} of cells) {
    const index = place.get(stratum);
    const of = index === undefined ? undefined : strata[index];
    if (index === undefined || !of) continue;
    const key = `${side}${week}`;
    const sums = weeks.get(key) ?? {strayed: 0, variance: 0};
    sums.strayed += total - (n * of[side].total) / of[side].n;
    sums.variance += n * (variances[index] ?? 0);
    weeks.set(key, sums);
  }
  if (weeks.size < fewestWeeks) return 1;
  let squares = 0;
  for (const {strayed, variance} of weeks.values())
    if (variance > 0) squares += strayed ** 2 / variance;
  const stretches = new Set([...weeks.keys()].map((key) => key.slice(0, 5))).size;
  return Math.max(1, squares / (weeks.size - stretches));
}

interface Certainty {
  difference: number;
  standardError: number;
  degrees: number;
  dispersion: number;
}

function tailsOf(
  strata: readonly Stratum[],
  kind: 'share' | 'number',
  {difference, standardError, degrees, dispersion}: Certainty,
): {fewer: number; more: number} {
  if (kind === 'number') {
    if (standardError === 0) return {fewer: 1, more: 1};
    const t = difference / standardError;
    return {fewer: studentBelow(t, degrees), more: studentBelow(-t, degrees)};
  }
  const side = ({n, total}: Sums) => ({n, hits: Math.round(total)});
  const exact = exactTails(
    strata.map(({before, after}) => ({before: side(before), after: side(after)})),
  );
  if (dispersion === 1) return exact;
  const less = (chance: number) =>
    normalBelow(normalQuantile(Math.min(1 - 1e-15, chance)) / Math.sqrt(dispersion));
  return {fewer: less(exact.fewer), more: less(exact.more)};
}
