import type {Version} from './landing.ts';
import type {Record} from './record.ts';

/** A field of a record became another. */
export interface Change {
  at: number;
  from: string | null;
  to: string | null;
  by: string | null;
  /** Of a status: whether it stops the clock; null when the connector's map doesn't know it. */
  fromStops: boolean | null;
  toStops: boolean | null;
}

type Field = 'status' | 'priority' | 'assignment_group' | 'assignee' | 'category';

/**
 * How a field changed, oldest first: as the tool logged it, else as versions of the record differ,
 * dated by the update that shows it. What is logged is never read from versions as well. DECISIONS 14.
 */
export function changesOf(record: Record, field: string): Change[] {
  const known = remembered.get(record) ?? new Map<string, Change[]>();
  remembered.set(record, known);
  const changes = known.get(field) ?? readChanges(record, field);
  known.set(field, changes);
  return changes;
}

const remembered = new WeakMap<Record, Map<string, Change[]>>();

function readChanges(record: Record, field: string): Change[] {
  const logged = record.log.filter((line) => line.field === field);
  if (logged.length === 0) return changesBetweenVersions(record, field as Field);
  return logged.map((line) => ({
    at: line.changed_at.getTime(),
    from: line.from_value,
    to: line.to_value,
    by: line.changed_by,
    fromStops: line.from_value === 'on_hold',
    toStops: line.to_stops_clock,
  }));
}

function changesBetweenVersions({versions, seenAt}: Record, field: Field): Change[] {
  const changes: Change[] = [];
  let before: Version | null = null;
  for (const version of versions) {
    // A status that no map knows moves nothing (DECISIONS 4).
    if (field === 'status' && version.status === 'unknown') continue;
    if (before !== null && before[field] !== version[field])
      changes.push({
        at: version.updated_at?.getTime() ?? seenAt(version),
        from: before[field],
        to: version[field],
        by: null,
        fromStops: before.stops_clock,
        toStops: version.stops_clock,
      });
    before = version;
  }
  return changes;
}
