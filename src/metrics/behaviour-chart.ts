import type {Metric} from './metric.ts';
import {individualLimits, shareLimits, withinBounds, type UsualRange} from './process-limits.ts';
import {standingOut, type Rule, type Side} from './signal-rules.ts';

export type Signal = 'better' | 'worse' | 'common' | 'too few' | 'none';
export type Assurance = 'reliably' | 'sometimes' | 'never' | null;

/** One point of a series, judged. */
export interface JudgedPoint {
  /**
   * `none` where a point isn't judged (incomplete, no value) and where it stands out but neither
   * direction is an improvement: then `rules` and `side` say what there is to say.
   */
  signal: Signal;
  rules: Rule[];
  /** Where a point that stands out lies, or went: above or below what is usual. */
  side: 'above' | 'below' | null;
}

/** Periods between two dated changes, which have limits of their own. */
export interface Stretch {
  /** Places in the series, half-open. */
  from: number;
  to: number;
  /** Null while there are too few points for a range. */
  range: UsualRange | null;
  /** Fewer than 13 points: limits are a first guess. */
  isTrial: boolean;
  baselineCount: number;
}

/** An XmR or p′ chart of one series: METRICS.md, section 4. Built by `behaviourChart`. */
export interface BehaviourChart {
  /** Of the last stretch, like the limits; NaN when no point could be judged. */
  centre: number;
  /** Natural process limits: the usual range. */
  lower: number;
  upper: number;
  /** The same three, for drawing; null while there are too few points for a range. */
  range: UsualRange | null;
  /** Fewer than 13 points: limits are a first guess. */
  isTrial: boolean;
  /** How many points the limits were computed from. */
  baselineCount: number;
  /** All of it where nothing has changed; the last one is the process there is now. */
  stretches: Stretch[];
  /** The range of each point where they differ, with the size of a share's n or by stretch; else null. */
  ranges: (UsualRange | null)[] | null;
  /** One entry a point, in the order given. */
  points: JudgedPoint[];
  /** Verdict on the last judged point. */
  verdict: Signal;
  /** The last judged point, or null. */
  last: JudgedPoint | null;
  assurance: Assurance;
}

/** What of a figure is judged. */
export interface SeriesPoint {
  value: number | null;
  n: number;
  isComplete: boolean;
}

export interface Goal {
  goal: number;
  direction: 'at least' | 'at most';
}

export interface BehaviourOptions {
  better: Metric['better'];
  target?: Goal | null;
  /**
   * `log` for durations, whose long tail would otherwise make the range too wide to see anything; falls
   * back to `linear` when a value isn't positive.
   */
  scale?: 'linear' | 'log';
  /**
   * How many points from the start make the limits, so that a slow drift can't widen its own limits:
   * the first 20, or all when there are fewer.
   */
  baseline?: number | 'all';
  /** Points of fewer incidents are neither judged nor used. Counts have no such minimum. */
  enough?: number;
  /** What values can't go beyond, e.g. 0 and 1 for a share. */
  bounds?: {least?: number; most?: number};
  /** Values are shares of their n: where n is large, limits are p′. */
  isShareOfN?: boolean;
  /** Counts of events so rare that their usual range would tell nothing: there is none. */
  isRare?: boolean;
  /** Places of the first points after dated changes: limits start anew there. */
  breaks?: readonly number[];
}

const firmPoints = 13;
/** Wheeler, "Understanding Variation" (1993): useful limits can be had from five or six values on. */
const fewestPoints = 6;
/** METRICS.md, ground rule 6: fewer incidents and there is no verdict. */
export const enoughForVerdict = 5;
const baselinePoints = 20;
/** From so many incidents a period on, and so many of the rarer kind, a share has p′ limits. */
const largeN = 50;
const enoughOfEither = 5;

/**
 * Judges each point of a series against the usual range of its first points: Shewhart's process
 * behaviour chart for individual values (XmR; Wheeler, "Understanding Variation"), or for shares of many
 * Laney's p′ chart. After a dated change the range is computed anew.
 * A point stands out when it is outside; in 7 in a row on one side of the centre; in 7 rising or falling;
 * or one of 2 of 3 beyond two thirds of the way to the same limit.
 */
export function behaviourChart(
  series: readonly SeriesPoint[],
  options: BehaviourOptions,
): BehaviourChart {
  const {breaks = [], target = null} = options;
  const inside = breaks.filter((place) => place > 0 && place < series.length);
  const edges = [0, ...new Set([...inside].sort((a, b) => a - b)), series.length];
  const stretches = edges.slice(1).map((to, index): JudgedStretch => {
    const from = edges[index] ?? 0;
    return {from, to, ...judgeStretch(series.slice(from, to), options)};
  });
  const current = stretches.at(-1)!;
  const points = stretches.flatMap((stretch) => stretch.points);
  const ranges = stretches.flatMap((stretch) => stretch.ranges);
  const isVaried = stretches.length > 1 || current.isShare;
  return {
    ...current.limits,
    range: current.range,
    isTrial: current.isTrial,
    baselineCount: current.baselineCount,
    stretches: stretches.map(({from, to, range, isTrial, baselineCount}) => {
      return {from, to, range, isTrial, baselineCount};
    }),
    ranges: isVaried ? ranges : null,
    points,
    verdict: current.last?.signal ?? 'too few',
    last: current.last,
    assurance: current.range ? assuranceOf(current.range, target) : null,
  };
}

interface JudgedStretch extends Stretch {
  limits: UsualRange;
  ranges: (UsualRange | null)[];
  points: JudgedPoint[];
  last: JudgedPoint | null;
  isShare: boolean;
}

function judgeStretch(
  series: readonly SeriesPoint[],
  options: BehaviourOptions,
): Omit<JudgedStretch, 'from' | 'to'> {
  const {baseline = baselinePoints, enough = enoughForVerdict, better} = options;
  const judged = [...series.keys()].filter((index) => isJudged(series[index], enough));
  const used = judged.map((index) => ({
    value: series[index]?.value ?? 0,
    n: series[index]?.n ?? 0,
  }));
  const base = baseline === 'all' ? used : used.slice(0, baseline);
  const scale = scaleOf(used, base, options);
  const isEnough = used.length >= fewestPoints && !options.isRare;
  const points = series.map((point): JudgedPoint => unjudged(point, enough));
  const standing = isEnough ? standingOut(scale.values, scale.limits) : [];
  for (const [position, index] of judged.entries())
    points[index] = isEnough
      ? judge(standing[position] ?? new Map<Rule, Side>(), better)
      : {signal: 'too few', rules: [], side: null};
  const lastN = used.at(-1)?.n ?? 0;
  const limits = scale.rangeOf(lastN);
  return {
    limits,
    range: isEnough ? limits : null,
    isTrial: base.length < firmPoints,
    baselineCount: base.length,
    points,
    ranges: series.map(({n}) => (isEnough ? scale.rangeOf(n >= enough ? n : lastN) : null)),
    last: points[judged.at(-1) ?? -1] ?? null,
    isShare: scale.isShare,
  };
}

interface Scale {
  /** What the rules look at, and the limits it has there. */
  values: number[];
  limits: UsualRange;
  /** The range in the values' own unit, of a point of so many. */
  rangeOf(n: number): UsualRange;
  isShare: boolean;
}

type Used = {value: number; n: number};

function scaleOf(used: readonly Used[], base: readonly Used[], options: BehaviourOptions): Scale {
  const shares = options.isShareOfN && isLargeShare(used) ? shareLimits(base) : null;
  if (shares) {
    const {centre, spread} = shares;
    const score = ({value, n}: Used) => (value - centre) / Math.sqrt((centre * (1 - centre)) / n);
    return {
      values: used.map(score),
      limits: {lower: -3 * spread, centre: 0, upper: 3 * spread},
      rangeOf: (n) => shares.of(n),
      isShare: true,
    };
  }
  const values = base.map(({value}) => value);
  // Near a limit is near three standard deviations: a limit cut at 0 would have every 0 lie near it.
  const limits = individualLimits(values, {scale: options.scale ?? 'linear'});
  const shown = withinBounds(limits, options.bounds);
  return {
    values: used.map(({value}) => value),
    limits,
    rangeOf: () => shown,
    isShare: false,
  };
}

/** Large enough that a share of n has limits on both sides. */
function isLargeShare(used: readonly Used[]): boolean {
  const n = used.reduce((sum, each) => sum + each.n, 0);
  const share = used.reduce((sum, each) => sum + each.n * each.value, 0) / n;
  const least = Math.min(...used.map((each) => each.n));
  return least >= largeN && least * Math.min(share, 1 - share) >= enoughOfEither;
}

/** Times: a few very long ones would stretch a linear range. */
const logUnits: ReadonlySet<string> = new Set(['hours', 'total hours', 'days']);

/** The options that fit a metric: durations on a log scale, shares within 0–1, counts however small. */
export function behaviourOptionsFor(metric: Metric, target: Goal | null = null): BehaviourOptions {
  const isSigned = metric.id === 'backlog_growth';
  return {
    better: metric.better,
    target,
    scale: logUnits.has(metric.unit) ? 'log' : 'linear',
    enough: metric.unit === 'count' ? 0 : enoughForVerdict,
    isShareOfN: metric.unit === 'share' && metric.hasInterval,
    bounds: {
      ...(isSigned ? {} : {least: 0}),
      ...(metric.unit === 'share' ? {most: 1} : {}),
    },
  };
}

function isJudged(point: SeriesPoint | undefined, enough: number): boolean {
  return point !== undefined && point.isComplete && point.value !== null && point.n >= enough;
}

function unjudged(point: SeriesPoint, enough: number): JudgedPoint {
  const isThin = point.isComplete && point.value !== null && point.n < enough;
  return {signal: isThin ? 'too few' : 'none', rules: [], side: null};
}

const strongestFirst: readonly Rule[] = ['outside', 'two of three', 'run', 'trend'];

function judge(broken: Map<Rule, Side>, better: Metric['better']): JudgedPoint {
  const rules = strongestFirst.filter((rule) => broken.has(rule));
  const strongest = rules[0];
  const side = strongest ? (broken.get(strongest) ?? null) : null;
  if (side === null) return {signal: 'common', rules, side};
  if (better === null) return {signal: 'none', rules, side};
  return {signal: (side === 'above') === (better === 'higher') ? 'better' : 'worse', rules, side};
}

/** Whether what is usual lies on the right side of the target: wholly, partly or not at all. */
function assuranceOf({lower, upper}: UsualRange, target: Goal | null): Assurance {
  if (!target) return null;
  const [worse, best] = target.direction === 'at least' ? [lower, upper] : [-upper, -lower];
  const goal = target.direction === 'at least' ? target.goal : -target.goal;
  if (worse >= goal) return 'reliably';
  return best < goal ? 'never' : 'sometimes';
}
