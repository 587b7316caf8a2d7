import type {Version} from './landing.ts';
import type {Record} from './record.ts';

/**
 * The incidents that figures count. Left out are requests, problems and changes, merged, duplicate
 * and deleted records, and children of a major incident. DECISIONS 5; METRICS.md, rule 4.
 */
export function countedIncidents(records: readonly Record[]): Record[] {
  const majors = new Set<string>();
  for (const {newest} of records)
    if (newest.is_major)
      for (const name of [newest.record_id, newest.number]) majors.add(`${newest.source} ${name}`);
  return records.filter(({newest}) => isCounted(newest, majors));
}

function isCounted(version: Version, majors: ReadonlySet<string>): boolean {
  if ((version.record_type ?? 'incident') !== 'incident') return false;
  if (version.status === 'merged' || version.status === 'deleted') return false;
  if (version.duplicate_of !== null || version.opened_at === null) return false;
  return version.parent_id === null || !majors.has(`${version.source} ${version.parent_id}`);
}
