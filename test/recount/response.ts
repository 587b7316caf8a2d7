import {changesOf} from './change.ts';
import type {Record} from './record.ts';
import type {StatusHistory} from './status-history.ts';

/**
 * When somebody first answered: the recorded time, else the first move off the new status or the
 * first person put on it, whichever was earlier; null where none is known. DECISIONS 12.
 */
export function respondedAt(record: Record, {events}: StatusHistory): number | null {
  const recorded = record.newest.responded_at?.getTime();
  if (recorded !== undefined) return recorded;
  const moved = events.find(
    ({status}, index) => index > 0 && events[index - 1]!.status === 'new' && status !== 'new',
  );
  // Whoever stood on it when the log begins was put there nobody knows when.
  const [assigned] = changesOf(record, 'assignee');
  const isFirstPerson = assigned?.from === null;
  const known = [moved?.at, isFirstPerson ? assigned?.at : undefined].filter(
    (at) => at !== undefined,
  );
  return known.length === 0 ? null : Math.min(...known);
}
