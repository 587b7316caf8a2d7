import type {Record} from './record.ts';
import {resolvedStatuses, type StatusHistory} from './status-history.ts';

/** From a resolution back to being open. */
export interface Return {
  resolvedAt: number;
  reopenedAt: number;
}

/** What became of an incident. */
export interface Course {
  openedAt: number;
  /** In order: DECISIONS 4. */
  returns: Return[];
  /** Final resolution; null while it isn't resolved. */
  resolvedAt: number | null;
  closedAt: number | null;
  cancelledAt: number | null;
}

/** An incident's opening, its returns, and its end, if it has one. */
export function courseOf(record: Record, history: StatusHistory): Course {
  const {newest} = record;
  const openedAt = newest.opened_at!.getTime();
  const {resolutions, returns} = resolutionsIn(history);
  const isResolved = history.present !== null && resolvedStatuses.has(history.present);
  // DECISIONS 1: the recorded time, else the history, else the closing.
  const resolvedAt = isResolved
    ? (newest.resolved_at?.getTime() ?? resolutions.at(-1) ?? newest.closed_at?.getTime() ?? null)
    : null;
  const lastMoveInto = (status: string) =>
    history.events.slice(1).findLast((event) => event.status === status)?.at;
  const closedAt = newest.closed_at?.getTime() ?? lastMoveInto('closed') ?? resolvedAt;
  const cancelledAt =
    history.present === 'cancelled'
      ? (lastMoveInto('cancelled') ?? newest.closed_at?.getTime() ?? newest.updated_at!.getTime())
      : null;
  return {
    openedAt,
    returns: withoutMisordered(returns, newest.reopen_count),
    resolvedAt,
    closedAt: isResolved ? closedAt : null,
    cancelledAt,
  };
}

/** Each move from open to resolved, and each move back. What was logged as resolved is so at its opening. */
function resolutionsIn({events}: StatusHistory): {resolutions: number[]; returns: Return[]} {
  const resolutions: number[] = [];
  const returns: Return[] = [];
  let isOpen = true;
  for (const {at, status} of events) {
    const isOpenNow = status === null || !resolvedStatuses.has(status);
    if (isOpen && !isOpenNow) resolutions.push(at);
    if (!isOpen && isOpenNow) returns.push({resolvedAt: resolutions.at(-1)!, reopenedAt: at});
    isOpen = isOpenNow;
  }
  return {resolutions, returns};
}

/** Where the tool's counter is lower, the shortest returns are lines written out of order: DECISIONS 4. */
function withoutMisordered(returns: Return[], counter: number | null): Return[] {
  const surplus = counter === null ? 0 : returns.length - counter;
  if (surplus <= 0) return returns;
  const lasted = ({resolvedAt, reopenedAt}: Return) => reopenedAt - resolvedAt;
  const dropped = new Set([...returns].sort((a, b) => lasted(a) - lasted(b)).slice(0, surplus));
  return returns.filter((each) => !dropped.has(each));
}
