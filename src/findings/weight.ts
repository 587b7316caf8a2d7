import type {FoundFact} from './finding.ts';

/** What a broken promise and a user kept from working weigh beside an hour lost: DECISIONS.md, 52. */
const hoursPerBreach = 8;
const hoursPerUser = 1;

/** What a fact cost in its period, in hours: the order that findings come in. */
function weightOf({consequence}: Pick<FoundFact, 'consequence'>): number {
  const {hours, breaches, users} = consequence;
  return (hours ?? 0) + hoursPerBreach * (breaches ?? 0) + hoursPerUser * (users ?? 0);
}

/** Half a working day: what costs less in its period is not worth a sentence. */
const fewestHours = 4;

/** Worth a sentence; what has no cost that can be told is. */
export function isHeavy(fact: FoundFact): boolean {
  const isKnown = Object.values(fact.consequence).some((part) => part !== null);
  return !isKnown || weightOf(fact) >= fewestHours;
}

/** The heaviest first; equal ones in the order of their keys, so that every build tells the same. */
export function byWeight(a: FoundFact, b: FoundFact): number {
  return weightOf(b) - weightOf(a) || (a.key < b.key ? -1 : 1);
}
