import type {Finding, FoundFact} from './finding.ts';

/** A fact has changed when its size differs by so much of what it was a period ago. */
const changedShare = 0.25;

/** Marks what was told a period ago, and how large it was then. */
export function withNews(found: readonly FoundFact[], known: readonly FoundFact[]): Finding[] {
  const before = new Map(known.map((fact) => [fact.key, fact]));
  return found.map((fact) => {
    const earlier = before.get(fact.key);
    if (!earlier) return {...fact, news: 'new'};
    return {...fact, news: hasChanged(fact, earlier) ? 'changed' : 'known', before: earlier.value};
  });
}

/** Of what sets it apart, where that is told; else of its value. */
function hasChanged(now: FoundFact, then: FoundFact): boolean {
  const [is, was] = [distanceOf(now), distanceOf(then)];
  return Math.abs(is - was) >= changedShare * Math.max(Math.abs(was), Number.EPSILON);
}

function distanceOf({value, reference}: FoundFact): number {
  return Number.isFinite(reference) ? value - reference : value;
}
