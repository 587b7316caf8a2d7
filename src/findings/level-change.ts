import {studentBelow} from '../improvement/tails.ts';
import {sumMoments, type Moments} from '../metrics/moments.ts';

/** What a segment's values are: counts of incidents, shares of them, or times they took. */
export type ValueKind = 'count' | 'share' | 'time';

/** A segment's periods: those that tell what is usual, and the last ones, which are compared with them. */
export interface TwoStretches {
  usual: readonly Moments[];
  now: readonly Moments[];
}

export interface LevelChange {
  /** The chance of a difference as large, in either direction, were nothing changed. */
  probability: number;
  /** Positive where values are higher now. */
  score: number;
  /** Sums over the stretches. */
  usual: Moments;
  now: Moments;
}

/**
 * How much more periods vary than their incidents explain: variance over expected variance, which grows
 * with the size of a period as 1 + size × `perSize`.
 */
export interface Dispersion {
  value: number;
  /** How many differences it was estimated from. */
  freedom: number;
}

/**
 * Whether a level has changed. Counts are compared on the scale of square roots and shares on that of
 * arcsines, where their variance hardly depends on their level (Anscombe, "The transformation of Poisson,
 * binomial and negative-binomial data", Biometrika 35 (1948), 246–254), times as logarithms. The variance
 * is what incidents explain times the dispersion between periods (quasi-likelihood: Wedderburn,
 * Biometrika 61 (1974), 439–447), judged by Student's t for how little is known of it.
 */
export function levelChange(
  kind: ValueKind,
  {usual: before, now: after}: TwoStretches,
  dispersion: Dispersion,
): LevelChange {
  const [usual, now] = [sumMoments(before), sumMoments(after)];
  const raw = scoreOf(kind, {usual, now}, {usual: before.length, now: after.length}, before);
  const score = raw / Math.sqrt(dispersion.value * runFactor(kind, before, after.length));
  return {probability: twoSided(score, dispersion.freedom), score, usual, now};
}

function twoSided(score: number, freedom: number): number {
  return Number.isFinite(score) ? 2 * studentBelow(-Math.abs(score), freedom) : 1;
}

type Two<T> = Record<'usual' | 'now', T>;

function scoreOf(
  kind: ValueKind,
  {usual, now}: Two<Moments>,
  periods: Two<number>,
  before: readonly Moments[],
): number {
  if (kind === 'count') {
    const root = (count: number, time: number) => Math.sqrt((count + 3 / 8) / time);
    const change = root(now.n, periods.now) - root(usual.n, periods.usual);
    return (2 * change) / Math.sqrt(1 / periods.now + 1 / periods.usual);
  }
  if (usual.n === 0 || now.n === 0) return 0;
  if (kind === 'share') {
    const angle = ({sum, n}: Moments) => Math.asin(Math.sqrt((sum + 3 / 8) / (n + 3 / 4)));
    return (2 * (angle(now) - angle(usual))) / Math.sqrt(1 / (now.n + 0.5) + 1 / (usual.n + 0.5));
  }
  const change = now.logSum / now.n - usual.logSum / usual.n;
  return change / Math.sqrt(withinVariance([...before, now]) * (1 / now.n + 1 / usual.n));
}

/** Of logarithms of times within one period. */
function withinVariance(periods: readonly Moments[]): number {
  let [squares, freedom] = [0, 0];
  for (const {n, logSum, logSquares} of periods) {
    if (n < 2) continue;
    squares += logSquares - logSum ** 2 / n;
    freedom += n - 1;
  }
  return freedom > 0 ? Math.max(squares / freedom, 1e-9) : Infinity;
}

/** Neighbouring periods that go together make a run of them vary more than single ones do. */
function runFactor(kind: ValueKind, periods: readonly Moments[], length: number): number {
  if (length < 2) return 1;
  const rest = residuals(kind, periods);
  const squares = rest.reduce((sum, each) => sum + each ** 2, 0);
  const products = rest.slice(1).reduce((sum, each, index) => sum + each * (rest[index] ?? 0), 0);
  const together = squares > 0 ? Math.max(0, products / squares) : 0;
  return 1 + (2 * together * (length - 1)) / length;
}

/** How far each period is from the level of all, in standard deviations that its incidents explain. */
function residuals(kind: ValueKind, periods: readonly Moments[]): number[] {
  const all = sumMoments(periods);
  if (kind === 'count') {
    const level = all.n / periods.length;
    return periods.map(({n}) => (level > 0 ? (n - level) / Math.sqrt(level) : 0));
  }
  const counted = periods.filter(({n}) => n > 0);
  if (kind === 'share') {
    const share = all.sum / all.n;
    const one = Math.sqrt(share * (1 - share));
    return counted.map(({n, sum}) => (one > 0 ? (sum - n * share) / (one * Math.sqrt(n)) : 0));
  }
  const [level, one] = [all.logSum / all.n, Math.sqrt(withinVariance(periods))];
  return counted.map(({n, logSum}) => ((logSum / n - level) * Math.sqrt(n)) / one);
}

export interface RawDispersion extends Dispersion {
  /** Incidents of a usual period. */
  size: number;
}

/** The dispersion that a segment's own periods show. */
export function ownDispersion(kind: ValueKind, usual: readonly Moments[]): RawDispersion {
  const rest = residuals(kind, usual);
  const freedom = Math.max(1, rest.length - 1);
  const value = rest.reduce((sum, each) => sum + each ** 2, 0) / freedom;
  return {value, freedom, size: sumMoments(usual).n / Math.max(1, rest.length)};
}

/**
 * How fast dispersion grows with the size of a period, from all segments of a metric: each one alone
 * knows too little of its own. Least squares through 1 at size 0.
 */
export function dispersionPerSize(segments: readonly RawDispersion[]): number {
  let [products, squares] = [0, 0];
  for (const {value, size} of segments) {
    products += (value - 1) * size;
    squares += size ** 2;
  }
  return squares > 0 ? Math.max(0, products / squares) : 0;
}

/** As many differences of its own as what the others show is worth. */
const priorFreedom = 20;

/** A segment's own dispersion, drawn towards what segments of its size show. */
export function dispersionOf(own: RawDispersion, perSize: number): Dispersion {
  const freedom = own.freedom + priorFreedom;
  const expected = 1 + own.size * perSize;
  const value = (own.freedom * own.value + priorFreedom * expected) / freedom;
  return {value: Math.max(1, value), freedom};
}
