import {changesOf} from './change.ts';
import type {Record} from './record.ts';

/** From an instant on the record was in a status. */
export interface StatusEvent {
  at: number;
  /** Null where the record's own history doesn't say. */
  status: string | null;
  stopsClock: boolean;
}

export interface StatusHistory {
  /** The first stands at the opening. */
  events: StatusEvent[];
  /** The last status that a map knows. */
  present: string | null;
  /** Whether anything is told about what happened between opening and end. */
  isTold: boolean;
}

/**
 * The statuses a record went through. The first is what the first change changed, because a log
 * doesn't record the creation; a record that is over and tells nothing was open in an unknown status
 * until then. DECISIONS 13.
 */
export function statusHistory(record: Record): StatusHistory {
  const {newest} = record;
  const openedAt = newest.opened_at!.getTime();
  const changes = changesOf(record, 'status').filter(({to}) => to !== null && to !== 'unknown');
  const last = changes.at(-1)?.to ?? null;
  const present = newest.status === 'unknown' || newest.status === null ? last : newest.status;
  const [first] = changes;
  if (!first) {
    const isOver = present !== null && overStatuses.has(present);
    const status = isOver ? null : present;
    const stopsClock = status !== null && newest.stops_clock === true;
    return {events: [{at: openedAt, status, stopsClock}], present, isTold: !isOver};
  }
  const opening = {at: openedAt, status: first.from, stopsClock: first.fromStops === true};
  const later = changes.map(({at, to, toStops}) => ({
    at,
    status: to,
    stopsClock: toStops === true,
  }));
  return {events: [...logged(opening, record), ...later], present, isTold: true};
}

/**
 * What its first version shows as over was open until that version's update: a version dates what it
 * shows (DECISIONS 14), and nobody can resolve what isn't open.
 */
function logged(opening: StatusEvent, {versions, log}: Record): StatusEvent[] {
  const firstSeenAt = versions[0]!.updated_at?.getTime() ?? opening.at;
  const isSeenOver = log.length === 0 && overStatuses.has(opening.status ?? '');
  if (!isSeenOver || firstSeenAt <= opening.at) return [opening];
  return [
    {at: opening.at, status: null, stopsClock: false},
    {...opening, at: firstSeenAt},
  ];
}

/** Statuses in which nobody works on the incident any more. */
export const overStatuses: ReadonlySet<string> = new Set([
  ...['resolved', 'closed', 'cancelled', 'merged', 'deleted'],
]);

/** Statuses that say the user has been helped. */
export const resolvedStatuses: ReadonlySet<string> = new Set(['resolved', 'closed']);
