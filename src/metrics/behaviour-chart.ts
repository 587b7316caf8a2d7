import type {Metric} from './metric.ts';

export type Signal = 'better' | 'worse' | 'common' | 'too few' | 'none';
export type Assurance = 'reliably' | 'sometimes' | 'never' | null;

/** What made a point stand out; the strongest first. */
export type Rule = 'outside' | 'two of three' | 'run' | 'trend';

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

export interface UsualRange {
  lower: number;
  centre: number;
  upper: number;
}

/** An XmR chart of one series: METRICS.md, section 4. Built by `behaviourChart`. */
export interface BehaviourChart {
  /** NaN, like the limits, when no point could be judged. */
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
}

const firmPoints = 13;
/** Wheeler, "Understanding Variation" (1993): useful limits can be had from five or six values on. */
const fewestPoints = 6;
/** METRICS.md, ground rule 6: fewer incidents and there is no verdict. */
export const enoughForVerdict = 5;
const baselinePoints = 20;
const runLength = 7;

/**
 * Judges each point of a series against the usual range of its first points: Shewhart's process
 * behaviour chart for individual values (XmR; Wheeler, "Understanding Variation"). Limits are the mean
 * ± 2.66 × the mean moving range, after dropping moving ranges above 3.267 × their mean.
 * A point stands out when it is outside; in 7 in a row on one side of the centre; in 7 rising or falling;
 * or one of 2 of 3 beyond two thirds of the way to the same limit.
 */
export function behaviourChart(
  series: readonly SeriesPoint[],
  options: BehaviourOptions,
): BehaviourChart {
  const {baseline = baselinePoints, enough = enoughForVerdict, better} = options;
  const judged = [...series.keys()].filter((index) => isJudged(series[index], enough));
  const values = judged.map((index) => series[index]?.value ?? 0);
  const base = baseline === 'all' ? values : values.slice(0, baseline);
  const limits = limitsOf(base, options);
  const isEnough = values.length >= fewestPoints;
  const standing = isEnough ? standingOut(values, limits) : values.map(() => new Map());
  const points = series.map((point): JudgedPoint => unjudged(point, enough));
  for (const [position, index] of judged.entries())
    points[index] = isEnough
      ? judge(standing[position] ?? new Map(), better)
      : {signal: 'too few', rules: [], side: null};
  const last = points[judged.at(-1) ?? -1] ?? null;
  const {lower, centre, upper} = limits;
  return {
    lower,
    centre,
    upper,
    range: isEnough ? limits : null,
    isTrial: base.length < firmPoints,
    baselineCount: base.length,
    points,
    verdict: last?.signal ?? 'too few',
    last,
    assurance: isEnough ? assuranceOf(limits, options.target ?? null) : null,
  };
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

/** Natural process limits of the values; log limits come back in the values' own unit. */
function limitsOf(values: readonly number[], options: BehaviourOptions): UsualRange {
  const isLog = options.scale === 'log' && values.every((value) => value > 0);
  const {lower, centre, upper} = linearLimits(isLog ? values.map(Math.log) : values);
  if (isLog) return {lower: Math.exp(lower), centre: Math.exp(centre), upper: Math.exp(upper)};
  const {least = -Infinity, most = Infinity} = options.bounds ?? {};
  return {lower: Math.max(lower, least), centre, upper: Math.min(upper, most)};
}

function linearLimits(values: readonly number[]): UsualRange {
  const centre = mean(values);
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  const ceiling = 3.267 * mean(ranges);
  const kept = mean(ranges.filter((range) => range <= ceiling));
  // Where most values are equal only the large ranges tell how far a usual one strays.
  const width = 2.66 * (kept || mean(ranges) || 0);
  return {lower: centre - width, centre, upper: centre + width};
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

type Side = 'above' | 'below';

/** For each value the rules it breaks, each with the side it breaks it on. */
function standingOut(values: readonly number[], limits: UsualRange): Map<Rule, Side>[] {
  const found = values.map(() => new Map<Rule, Side>());
  const mark = (rule: Rule, positions: number[], side: Side) => {
    for (const position of positions) found[position]?.set(rule, side);
  };
  for (const side of ['above', 'below'] as const) {
    const limit = side === 'above' ? limits.upper : limits.lower;
    const near = limits.centre + (limit - limits.centre) * (2 / 3);
    for (const position of values.keys()) {
      if (beyond(values[position], limit, side)) mark('outside', [position], side);
      const three = positionsFrom(position, 3, values.length);
      const close = three.filter((each) => beyond(values[each], near, side));
      if (close.length >= 2) mark('two of three', close, side);
      const seven = positionsFrom(position, runLength, values.length);
      if (seven.length < runLength) continue;
      if (seven.every((each) => beyond(values[each], limits.centre, side)))
        mark('run', seven, side);
      const steps = seven.slice(1);
      if (steps.every((each) => beyond(values[each], values[each - 1] ?? NaN, side)))
        mark('trend', seven, side);
    }
  }
  return found;
}

function positionsFrom(start: number, count: number, length: number): number[] {
  return Array.from({length: Math.min(count, length - start)}, (_, index) => start + index);
}

/** Rounding errors of a mean are no signal: equal within nine digits is equal. */
function beyond(value: number | undefined, line: number, side: Side): boolean {
  if (value === undefined) return false;
  const slack = 1e-9 * Math.max(Math.abs(value), Math.abs(line));
  return side === 'above' ? value > line + slack : value < line - slack;
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
