import {formatNumber} from '../charts/format.ts';
import type {KnownProblem} from '../problems/read-candidate.ts';

const dayMilliseconds = 86_400_000;

/** What has become of a problem record: `open, still growing`, `open, nothing new for 98 days: close?`. */
export function problemStateText(problem: KnownProblem, asOf: Date): string {
  if (!problem.isOpen) return cameBack(problem) ? 'closed, came on since' : 'closed';
  if (problem.isQuiet) return `open, ${quietText(problem, asOf)}: close?`;
  if (problem.candidateGrowth === 'growing') return 'open, still growing';
  return problem.candidateGrowth === null ? 'open' : `open, ${problem.candidateGrowth}`;
}

/** A record that was closed while its incidents went on. */
export function cameBack({isOpen, closedAt, lastIncidentAt}: KnownProblem): boolean {
  return !isOpen && closedAt !== null && lastIncidentAt !== null && lastIncidentAt > closedAt;
}

/** One that no incident was ever linked to is quiet since it was opened. */
function quietText({lastIncidentAt, openedAt}: KnownProblem, asOf: Date): string {
  const since = lastIncidentAt ?? openedAt;
  if (since === null) return 'nothing new for long';
  const days = Math.floor((asOf.getTime() - since.getTime()) / dayMilliseconds);
  return `nothing new for ${formatNumber(days)} ${days === 1 ? 'day' : 'days'}`;
}
