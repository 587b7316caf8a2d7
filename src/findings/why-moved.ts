/** One segment of a metric in two periods: how many incidents it had, and their mean. */
export interface TwoPeriods {
  key: string;
  before: {n: number; mean: number};
  after: {n: number; mean: number};
}

/** What a segment did to the whole, in the metric's unit. */
export interface Contribution extends TwoPeriods {
  /** By having become more or fewer among all. */
  mix: number;
  /** By having changed itself. */
  rate: number;
}

/** The difference of two means of a whole, taken apart by its segments. */
export interface WhyMoved {
  before: {n: number; mean: number};
  after: {n: number; mean: number};
  difference: number;
  /** The sums of the contributions: together the difference. */
  mix: number;
  rate: number;
  /** The largest first. */
  contributions: Contribution[];
}

/**
 * Takes the difference of two means apart: what other proportions of the segments did to it (mix), and
 * what the segments' own change did (rate), with nothing left over. Kitagawa, "Components of a
 * difference between two rates", Journal of the American Statistical Association 50 (1955), 1168–1194.
 * With w a segment's share of the incidents and v its mean, before and after:
 * mix = (w₁ − w₀) × ((v₀ + v₁)/2 − the middle of both totals), rate = (v₁ − v₀) × (w₀ + w₁)/2.
 * A segment that is there in one period only has no change of its own: all it does is mix.
 */
export function whyMoved(segments: readonly TwoPeriods[]): WhyMoved {
  const before = wholeOf(segments.map((segment) => segment.before));
  const after = wholeOf(segments.map((segment) => segment.after));
  const middle = (before.mean + after.mean) / 2;
  const contributions = segments
    .filter((segment) => segment.before.n + segment.after.n > 0)
    .map((segment): Contribution => {
      const [share0, share1] = [segment.before.n / before.n, segment.after.n / after.n];
      const mean0 = segment.before.n > 0 ? segment.before.mean : segment.after.mean;
      const mean1 = segment.after.n > 0 ? segment.after.mean : mean0;
      return {
        ...segment,
        mix: (share1 - share0) * ((mean0 + mean1) / 2 - middle),
        rate: ((share0 + share1) / 2) * (mean1 - mean0),
      };
    })
    .sort((a, b) => Math.abs(b.mix + b.rate) - Math.abs(a.mix + a.rate));
  return {
    before,
    after,
    difference: after.mean - before.mean,
    mix: sumOf(contributions.map(({mix}) => mix)),
    rate: sumOf(contributions.map(({rate}) => rate)),
    contributions,
  };
}

function wholeOf(parts: readonly {n: number; mean: number}[]): {n: number; mean: number} {
  const n = sumOf(parts.map((part) => part.n));
  return {n, mean: sumOf(parts.map((part) => (part.n > 0 ? part.n * part.mean : 0))) / n};
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/**
 * Rounds parts so that what is printed adds up to what is printed: each to a multiple of the step, the
 * steps still missing given to those that lost most by rounding (largest remainders).
 * @param total a multiple of the step, no farther from the parts' sum than rounding takes it
 */
export function roundedParts(parts: readonly number[], total: number, step: number): number[] {
  const steps = parts.map((part) => Math.floor(part / step));
  const missing = Math.round(total / step) - sumOf(steps);
  const remainder = (index: number) => (parts[index] ?? 0) / step - (steps[index] ?? 0);
  const order = [...parts.keys()].sort((a, b) => remainder(b) - remainder(a));
  const [each, rest] = [Math.floor(missing / order.length), missing % order.length];
  for (const [place, index] of order.entries())
    steps[index]! += each + (place < (rest + order.length) % order.length ? 1 : 0);
  return steps.map((count) => count * step);
}
