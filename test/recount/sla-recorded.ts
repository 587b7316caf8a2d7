import {groupBy} from './group-by.ts';
import type {Record} from './record.ts';

/**
 * The tool's own verdict on the resolution: its SLA records, of which one breached is enough; else
 * the flag on the record, unless it is true on every record of the source. DECISIONS 11.
 */
export function recordedVerdicts(records: readonly Record[]): (record: Record) => boolean | null {
  const legacy = new Set<string>();
  for (const [source, all] of groupBy(records, ({newest}) => newest.source))
    if (all.every(({newest}) => newest.sla_met_recorded !== false)) legacy.add(source);
  return ({newest, cycles}) => {
    const judged = cycles.filter(
      ({kind, stage, is_breached}) =>
        kind === 'resolution' && stage !== 'cancelled' && is_breached !== null,
    );
    if (judged.length > 0) return !judged.some(({is_breached}) => is_breached);
    return legacy.has(newest.source) ? null : newest.sla_met_recorded;
  };
}
