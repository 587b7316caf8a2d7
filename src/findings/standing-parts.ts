import type {ComparedPart} from './compare-parts.ts';

/** What a part's rate must be beside the others' to be worth a sentence: DECISIONS.md, 53. */
const worthTelling = {probability: 0.01, ratio: 1.5, excess: 5} as const;

/** More would not be told. */
const mostParts = 12;

/** Parts far enough beyond the others, and often enough, that it pays to do something; most hits too many first. */
export function standingParts(compared: readonly ComparedPart[]): ComparedPart[] {
  return compared
    .filter(
      (each) =>
        each.probability <= worthTelling.probability &&
        each.ratio >= worthTelling.ratio &&
        excessOf(each) >= worthTelling.excess,
    )
    .sort((a, b) => excessOf(b) - excessOf(a))
    .slice(0, mostParts);
}

/** Hits beyond those expected. */
export function excessOf({hits, expected}: Pick<ComparedPart, 'hits' | 'expected'>): number {
  return hits - expected;
}
