import {groupBy} from './group-by.ts';
import type {Landing, LoggedChange, SlaCycle, Version} from './landing.ts';

/** All that was landed about one record: its versions, the newest apart, its log, its SLA records. */
export interface Record {
  /** Source and id: two tools never mean the same record. */
  key: string;
  newest: Version;
  /** From the oldest to the newest. */
  versions: Version[];
  log: LoggedChange[];
  cycles: SlaCycle[];
  /** When each version was seen, by import: for versions that name no update of their own. */
  seenAt: (version: Version) => number;
}

/** A row is not an incident: every record once, whatever kind it is. DECISIONS 2 and 3. */
export function recordsOf(landing: Landing): Record[] {
  const asOf = new Map(landing.imports.map((each) => [each.import_id, each.as_of?.getTime() ?? 0]));
  const seenAt = (version: Version) => asOf.get(version.import_id) ?? 0;
  const logs = groupBy(landing.changes, keyOf);
  const cycles = groupBy(landing.cycles, keyOf);
  const records: Record[] = [];
  for (const [key, rows] of groupBy(landing.versions, keyOf)) {
    const versions = rows.sort(byUpdate(seenAt));
    const newest = versions.at(-1)!;
    // A log names the record by its id or by its number.
    const names = new Set([key, keyOf({source: newest.source, record_id: newest.number ?? ''})]);
    const log = [...names].flatMap((name) => logs.get(name) ?? []);
    log.sort((a, b) => a.changed_at.getTime() - b.changed_at.getTime());
    const ownCycles = [...names].flatMap((name) => cycles.get(name) ?? []);
    records.push({key, newest, versions, log, cycles: ownCycles, seenAt});
  }
  return records;
}

/** Last update, then the tool's update counter, then the export it came in, then the row's hash. */
function byUpdate(seenAt: (version: Version) => number) {
  return (a: Version, b: Version) =>
    (a.updated_at?.getTime() ?? 0) - (b.updated_at?.getTime() ?? 0) ||
    (a.version_number ?? -1) - (b.version_number ?? -1) ||
    seenAt(a) - seenAt(b) ||
    a.row_hash - b.row_hash;
}

function keyOf({source, record_id}: {source: string; record_id: string}): string {
  return `${source} ${record_id}`;
}
