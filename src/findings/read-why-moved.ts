import {dimensionOf} from '../metrics/dimension.ts';
import type {Filter, Metric} from '../metrics/metric.ts';
import {hasMoments, noMoments, readMoments, type SegmentMoments} from '../metrics/moments.ts';
import type {Period} from '../time/period.ts';
import type {Session} from '../warehouse/database.ts';
import {whyMoved, type WhyMoved} from './why-moved.ts';

/** The dimensions that a difference is taken apart by, unless one is asked for. */
const mixDimensions = [
  'priority',
  'service',
  'category',
  'assignment_group',
  'tier',
  'channel',
] as const;

export interface MovedRequest {
  metric: Metric;
  /** The period before comes first; both of the same grain. */
  before: Period;
  after: Period;
  grain: 'week' | 'month';
  where: readonly Filter[];
  /** Whatever the metric can't be cut by is passed over. */
  by?: readonly string[];
}

/** A difference taken apart by one dimension, with how sure its two parts are. */
export interface MovedBy extends WhyMoved {
  by: string;
  /** Parts over their standard errors; 0 where there is no telling. */
  mixScore: number;
  rateScore: number;
}

/**
 * Why a mean or share moved from one period to the next, by each dimension: one query for all of them.
 * Empty where it is no mean of its incidents, or one of the periods has none.
 */
export async function readWhyMoved(
  session: Session,
  frame: {asOfOn: string},
  {metric, before, after, grain, where, by = mixDimensions}: MovedRequest,
): Promise<MovedBy[]> {
  if (metric.unit === 'count' || !hasMoments(metric)) return [];
  const given = new Set(where.filter(({values}) => values.length === 1).map((f) => f.dimension));
  const cuts = by.filter((id) => dimensionOf(metric, id) && !given.has(id));
  const rows = await readMoments(
    session,
    [metric],
    {grain, sets: cuts.map((id) => [id]), from: before.from, to: after.to, where},
    frame,
  );
  return cuts
    .map((id) => movedBy(id, rows, before.from))
    .filter(({before: b, after: a}) => b.n > 0 && a.n > 0);
}

function movedBy(by: string, rows: readonly SegmentMoments[], beforeFrom: string): MovedBy {
  const parts = new Map<string, {before: SegmentMoments | null; after: SegmentMoments | null}>();
  for (const row of rows) {
    if (row.dimensions[0] !== by) continue;
    const key = row.values[0] ?? '';
    const known = parts.get(key) ?? {before: null, after: null};
    known[row.period === beforeFrom ? 'before' : 'after'] = row;
    parts.set(key, known);
  }
  const moved = whyMoved(
    [...parts].map(([key, {before, after}]) => ({
      key,
      before: meanOf(before),
      after: meanOf(after),
    })),
  );
  const spread = [...parts.values()];
  return {by, ...moved, ...scoresOf(moved, spread)};
}

function meanOf(moments: SegmentMoments | null): {n: number; mean: number} {
  const {n, sum} = moments ?? noMoments;
  return {n, mean: n > 0 ? sum / n : 0};
}

type Pair = {before: SegmentMoments | null; after: SegmentMoments | null};

/**
 * The rate part is a sum of differences of means, each with the variance of its incidents; the mix part
 * one of differences of multinomial shares with given weights.
 */
function scoresOf(moved: WhyMoved, pairs: readonly Pair[]): {mixScore: number; rateScore: number} {
  const {before, after} = moved;
  let rateVariance = 0;
  for (const {before: b, after: a} of pairs) {
    const share = ((b?.n ?? 0) / before.n + (a?.n ?? 0) / after.n) / 2;
    if (b && a && b.n > 0 && a.n > 0)
      rateVariance += share ** 2 * (varianceOf(b) / b.n + varianceOf(a) / a.n);
  }
  const mixVariance = (side: 'before' | 'after') => {
    const whole = moved[side].n;
    const weights = moved.contributions.map((part) => ({
      share: part[side].n / whole,
      level:
        ((part.before.n > 0 ? part.before.mean : part.after.mean) +
          (part.after.n > 0 ? part.after.mean : part.before.mean)) /
        2,
    }));
    const mean = weights.reduce((sum, {share, level}) => sum + share * level, 0);
    return weights.reduce((sum, {share, level}) => sum + share * (level - mean) ** 2, 0) / whole;
  };
  return {
    mixScore: scoreOf(moved.mix, mixVariance('before') + mixVariance('after')),
    rateScore: scoreOf(moved.rate, rateVariance),
  };
}

function varianceOf({n, sum, squares}: SegmentMoments): number {
  return n < 2 ? (sum / Math.max(1, n)) ** 2 : Math.max(0, (squares - sum ** 2 / n) / (n - 1));
}

function scoreOf(value: number, variance: number): number {
  return variance > 0 ? value / Math.sqrt(variance) : 0;
}

/** The dimension whose changed proportions did most; the first given where none did anything sure. */
export function mostExplaining(moved: readonly MovedBy[]): MovedBy | null {
  const sure = moved.filter(({mixScore}) => Math.abs(mixScore) >= sureScore);
  const most = [...sure].sort((a, b) => Math.abs(b.mix) - Math.abs(a.mix))[0];
  return most ?? moved[0] ?? null;
}

/** Two-sided 95 % of the normal distribution. */
export const sureScore = 1.96;
