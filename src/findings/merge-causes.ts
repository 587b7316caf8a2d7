import type {Detector, FoundFact} from './finding.ts';

/** They say why or when a figure is what it is: beside the fact that it is so, not instead of it. */
const explaining: readonly Detector[] = ['why it moved', 'handover', 'read together'];

/**
 * One fact a cause: of two about the same figure of the same incidents the heavier stays, and of one
 * detector's facts about a figure one whose incidents lie within those of a heavier one goes.
 * @param facts the heaviest first
 */
export function mergeCauses(facts: readonly FoundFact[]): FoundFact[] {
  const kept: FoundFact[] = [];
  for (const fact of facts) if (!kept.some((other) => tellsTheSame(other, fact))) kept.push(fact);
  return kept;
}

function tellsTheSame(told: FoundFact, fact: FoundFact): boolean {
  if (told.metric !== fact.metric) return false;
  const isOther = told.detector !== fact.detector;
  if (isOther && [told, fact].some(({detector}) => explaining.includes(detector))) return false;
  if (textOf(told) === textOf(fact)) return true;
  return told.detector === fact.detector && told.where.length > 0 && isWithin(fact, told);
}

function isWithin(part: FoundFact, whole: FoundFact): boolean {
  return whole.where.every(({dimension, values}) => {
    const own = part.where.find((filter) => filter.dimension === dimension);
    return own !== undefined && own.values.every((value) => values.includes(value));
  });
}

function textOf({where}: FoundFact): string {
  const filters = where.map(({dimension, values}) => [dimension, [...values].sort()] as const);
  return JSON.stringify(filters.sort(([a], [b]) => (a < b ? -1 : 1)));
}
