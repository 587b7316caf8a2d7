/** Where the values of a process that hasn't changed lie. */
export interface UsualRange {
  lower: number;
  centre: number;
  upper: number;
}

export interface LimitOptions {
  /** Durations have a long tail: `log` unless a value isn't positive. */
  scale?: 'linear' | 'log';
  /** What values can't go beyond, e.g. 0 and 1 for a share. */
  bounds?: {least?: number; most?: number};
}

/**
 * Natural process limits of individual values: mean ± 2.66 × mean moving range, after dropping moving
 * ranges above 3.267 × their mean (Wheeler, "Understanding Variation"). Log limits come back in the
 * values' own unit.
 */
export function individualLimits(values: readonly number[], options: LimitOptions): UsualRange {
  const isLog = options.scale === 'log' && values.every((value) => value > 0);
  const {lower, centre, upper} = linearLimits(isLog ? values.map(Math.log) : values);
  if (isLog) return {lower: Math.exp(lower), centre: Math.exp(centre), upper: Math.exp(upper)};
  return withinBounds({lower, centre, upper}, options.bounds);
}

/** A range cut where values can't go. */
export function withinBounds(
  {lower, centre, upper}: UsualRange,
  {least = -Infinity, most = Infinity}: NonNullable<LimitOptions['bounds']> = {},
): UsualRange {
  return {lower: Math.max(lower, least), centre, upper: Math.min(upper, most)};
}

function linearLimits(values: readonly number[]): UsualRange {
  const centre = mean(values);
  const width = 2.66 * screenedMeanRange(values);
  return {lower: centre - width, centre, upper: centre + width};
}

/** Where most values are equal only the large ranges tell how far a usual one strays. */
function screenedMeanRange(values: readonly number[]): number {
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  const ceiling = 3.267 * mean(ranges);
  return mean(ranges.filter((range) => range <= ceiling)) || mean(ranges) || 0;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A share of n. */
export interface ShareOf {
  value: number;
  n: number;
}

/** Limits that differ from point to point: the wider, the smaller its n. */
export interface ShareLimits {
  centre: number;
  /** By how much more points vary than their n explains; 1 for a textbook p chart. */
  spread: number;
  /** Of a point of so many. */
  of(n: number): UsualRange;
}

/**
 * p′ limits of shares of many: 3 standard deviations of a share of n, times how much more the points
 * vary from one to the next than that explains. Laney, "Improved control charts for attributes", Quality
 * Engineering 14 (2002), 531–537. Moving ranges are screened as those of individual values.
 * @returns null where every share is 0 or 1: then there is nothing to measure the spread by
 */
export function shareLimits(points: readonly ShareOf[]): ShareLimits | null {
  const n = points.reduce((sum, point) => sum + point.n, 0);
  const centre = points.reduce((sum, point) => sum + point.n * point.value, 0) / n;
  if (!(centre > 0 && centre < 1)) return null;
  const one = (size: number) => Math.sqrt((centre * (1 - centre)) / size);
  const scores = points.map((point) => (point.value - centre) / one(point.n));
  const spread = screenedMeanRange(scores) / 1.128;
  return {
    centre,
    spread,
    of(size) {
      const width = 3 * spread * one(size);
      return {lower: Math.max(0, centre - width), centre, upper: Math.min(1, centre + width)};
    },
  };
}
