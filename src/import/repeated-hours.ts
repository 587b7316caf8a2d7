import type {Session} from '../warehouse/database.ts';
import {tableOfGrain} from './canonical-fields.ts';
import type {CompiledFile} from './compile.ts';
import {grouped} from './count-words.ts';
import {isUtc} from './zone.ts';

/** Times in the hour that comes twice were read as the second one; the sentence says how many. */
export async function repeatedHours(
  session: Session,
  file: CompiledFile,
  importId: number,
): Promise<string[]> {
  const {zone, detection} = file;
  if (zone === null || isUtc(zone)) return [];
  const field = {
    incident: 'opened_at',
    version: 'updated_at',
    change: 'changed_at',
    sla_cycle: 'started_at',
  }[detection.shape.grain];
  if (!file.fields.get(field)?.header) return [];
  const table = tableOfGrain(detection.shape.grain);
  const [span] = await session.query<{from: Date | null; to: Date | null}>(
    `select min(${field}) as "from", max(${field}) as "to" from ${table} where import_id = ${importId}`,
  );
  const hours = span?.from && span.to ? secondHours(zone, span.from, span.to) : [];
  if (hours.length === 0) return [];
  const within = hours.map(
    ({start, end}) => `(${field} >= '${start}'::timestamptz and ${field} < '${end}'::timestamptz)`,
  );
  const [row] = await session.query<{n: number}>(
    `select count(*) as n from ${table} where import_id = ${importId} and (${within.join(' or ')})`,
  );
  if (!row?.n) return [];
  return [
    `${grouped(row.n)} ${row.n === 1 ? 'time lies' : 'times lie'} in an hour that came twice when the clocks went back in ${zone}: read as the second one, in winter time.`,
  ];
}

/** The repeated hours' second run, between two instants, found by the jump of the zone's offset. */
function secondHours(zone: string, from: Date, to: Date): {start: string; end: string}[] {
  const hour = 3_600_000;
  const offset = offsetIn(zone);
  const found: {start: string; end: string}[] = [];
  const day = 24 * hour;
  // A slip such as the year 9024 must not make this walk through the centuries.
  const first = Math.max(from.getTime() - day, Date.UTC(1970, 0, 1));
  const last = Math.min(to.getTime() + day, Date.UTC(2100, 0, 1));
  for (let at = first; at <= last; at += day) {
    if (offset(at + day) >= offset(at)) continue;
    let [before, after] = [at, at + day];
    while (after - before > 60_000) {
      const middle = (before + after) / 2;
      if (offset(middle) === offset(at)) before = middle;
      else after = middle;
    }
    const start = Math.round(after / 60_000) * 60_000;
    const length = offset(at) - offset(at + day);
    found.push({start: new Date(start).toISOString(), end: new Date(start + length).toISOString()});
  }
  return found;
}

/** A zone's offset from universal time at an instant, in milliseconds. */
function offsetIn(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {timeZone: zone, timeZoneName: 'longOffset'});
  return (at) => {
    const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes = '0'] = /GMT([+-])(\d\d):?(\d\d)?/.exec(name) ?? [];
    const size = (Number(hours ?? 0) * 60 + Number(minutes)) * 60_000;
    return sign === '-' ? -size : size;
  };
}
