import type {Comparison} from './compare-outcomes.ts';
import {normalBelow} from './tails.ts';

/** From so far out on, what the same weeks did a year before is more than chance. */
const seasonal = 1.96;

export interface SeasonTaken {
  comparison: Comparison;
  /** What was found, in a sentence. */
  words: string;
}

/**
 * Takes off what the same weeks did a year before, where they moved the same way by more than chance: the
 * difference of two differences, each with its own uncertainty.
 * @param earlier the same comparison a year before; null where the data don't go back so far
 */
export function takeOffSeason(comparison: Comparison, earlier: Comparison | null): SeasonTaken {
  if (earlier === null)
    return {comparison, words: 'The data have no year before to tell a season by.'};
  const isSameWay = Math.sign(earlier.difference) === Math.sign(comparison.difference);
  const isMore = Math.abs(earlier.difference) > seasonal * earlier.standardError;
  if (!isSameWay || !isMore)
    return {comparison, words: 'A year before, the same weeks did not move that way.'};
  const difference = comparison.difference - earlier.difference;
  const standardError = Math.hypot(comparison.standardError, earlier.standardError);
  const width = seasonal * standardError;
  const z = difference / standardError;
  return {
    comparison: {
      ...comparison,
      ...{difference, standardError, low: difference - width, high: difference + width},
      ...{fewer: normalBelow(z), more: normalBelow(-z)},
      after: comparison.after - earlier.difference,
      variance: {
        before: comparison.variance.before + earlier.standardError ** 2,
        each: comparison.variance.each,
      },
    },
    words: 'A year before, the same weeks moved that way too: that much is taken off.',
  };
}
