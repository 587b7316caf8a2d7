import {studentBelow, studentQuantile} from './tails.ts';

export interface WeeksComparison {
  difference: number;
  low: number;
  high: number;
  fewer: number;
  more: number;
  before: number;
  after: number;
}

/** A week like the one before tells little new: fewer can't be told from a drift. */
export const fewestWeeksCompared = 4;

/**
 * Compares figures of whole weeks where single incidents can't be: Welch's t, with as many weeks as they are
 * worth when each resembles the one before (Bartlett, "On the theoretical specification and sampling
 * properties of autocorrelated time-series", J. R. Stat. Soc. Suppl. 8 (1946), 27–41).
 * @returns null for fewer than four weeks on a side
 */
export function compareWeeks(
  before: readonly number[],
  after: readonly number[],
): WeeksComparison | null {
  if (before.length < fewestWeeksCompared || after.length < fewestWeeksCompared) return null;
  const likeness = Math.max(0, Math.min(0.9, likenessOf([before, after])));
  const worth = (values: readonly number[]) =>
    Math.max(2, (values.length * (1 - likeness)) / (1 + likeness));
  const parts = [before, after].map((values) => varianceOf(values) / worth(values));
  const [b = 0, a = 0] = parts;
  const standardError = Math.sqrt(a + b);
  const difference = meanOf(after) - meanOf(before);
  const degrees =
    standardError === 0
      ? 1
      : (a + b) ** 2 / (a ** 2 / (worth(after) - 1) + b ** 2 / (worth(before) - 1));
  const t = standardError === 0 ? 0 : difference / standardError;
  const width = standardError * studentQuantile(0.975, degrees);
  return {
    ...{difference, low: difference - width, high: difference + width},
    ...{fewer: studentBelow(t, degrees), more: studentBelow(-t, degrees)},
    ...{before: meanOf(before), after: meanOf(after)},
  };
}

/** How much a week's distance from its stretch's average says of the next one's. */
function likenessOf(stretches: readonly (readonly number[])[]): number {
  let [together, alone] = [0, 0];
  for (const values of stretches) {
    const mean = meanOf(values);
    for (const [place, value] of values.entries()) {
      alone += (value - mean) ** 2;
      const next = values[place + 1];
      if (next !== undefined) together += (value - mean) * (next - mean);
    }
  }
  return alone === 0 ? 0 : together / alone;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
