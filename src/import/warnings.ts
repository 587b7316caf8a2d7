import type {Session} from '../warehouse/database.ts';
import {quoteText} from '../warehouse/quote.ts';
import type {CompiledFile} from './compile.ts';
import type {Landed} from './land.ts';
import {isUtc} from './zone.ts';

/** What a person should know of an import that worked, a sentence each. */
export async function importWarnings(
  session: Session,
  file: CompiledFile,
  landed: Landed,
  {importId, statedZone}: {importId: number; statedZone: string | null},
): Promise<string[]> {
  const {shape} = file.detection;
  const {measures} = landed;
  const isIncident = shape.grain === 'incident';
  const isRecord = isIncident || shape.grain === 'version';
  return [
    ...(landed.rowsRead === 0 ? ['The file has a header and no rows.'] : []),
    ...unusedZone(file, statedZone),
    ...(file.detection.alsoHolds ?? []).map(
      ({title}) =>
        `The file also holds what is read as ${title}; it was not: export that on its own.`,
    ),
    ...truncation(landed.rowsRead, shape.row_cap),
    ...landed.skipped.map(({because, count}) => `${rows(count)} left out: ${because}.`),
    ...(landed.rejected.length > 0
      ? [`${rows(landed.rejected.length)} could not be read: see \`meantime rejected\`.`]
      : []),
    ...unmapped(landed),
    ...(isIncident && measures.recordCount < measures.distinctRowCount
      ? [
          `${number(measures.distinctRowCount - measures.recordCount)} more rows than records: some records stand in the file more than once with different values.`,
        ]
      : []),
    ...(measures.resolvedBeforeOpened > 0
      ? [`${rows(measures.resolvedBeforeOpened)} resolved before opened.`]
      : []),
    ...(measures.closedBeforeResolved > 0
      ? [`${rows(measures.closedBeforeResolved)} closed before resolved.`]
      : []),
    ...(isRecord && measures.slaMet >= 50 && measures.slaMissed === 0
      ? [
          'Every recorded SLA result is “met”: probably a legacy flag that the tool no longer updates. Import the SLA export (task_sla) instead.',
        ]
      : []),
    ...(isRecord ? await atNight(session, file, importId) : []),
    ...(await repeatedHours(session, file, importId)),
  ];
}

function unusedZone({zone, detection}: CompiledFile, stated: string | null): string[] {
  const {shape} = detection;
  if (stated === null || shape.zone === undefined || zone !== shape.zone || stated === zone)
    return [];
  return [
    `Times were read as ${zone}, which ${shape.title} uses by specification, not as ${stated}.`,
  ];
}

function truncation(rowsRead: number, cap: number | undefined): string[] {
  if (cap === undefined || rowsRead !== cap) return [];
  return [
    `Exactly ${number(rowsRead)} rows, where the tool cuts exports off: it is probably not all. Export in smaller pieces; overlaps do no harm.`,
  ];
}

function unmapped({measures}: Landed): string[] {
  const fields = [...new Set(measures.unmapped.map(({field}) => field))];
  return fields.map((field) => {
    const values = measures.unmapped.filter((value) => value.field === field);
    const shown = values.slice(0, 5).map(({value, count}) => `“${value}” (${number(count)})`);
    const more = values.length > 5 ? ` and ${values.length - 5} more` : '';
    return `${field} has values that the connector does not know: ${shown.join(', ')}${more}.`;
  });
}

/** People open incidents by day; a wrong zone moves the day into the night. */
async function atNight(session: Session, file: CompiledFile, importId: number): Promise<string[]> {
  const {zone} = file;
  if (zone === null || !file.fields.get('opened_at')?.header) return [];
  const [found] = await session.query<{n: number; night: number}>(
    `select count(*) as n, count(*) filter (hour < 6 or hour >= 22) as night
     from (select hour(opened_at at time zone ${quoteText(zone)}) as hour from record_version
       where import_id = ${importId} and opened_at is not null limit 50000)`,
  );
  const share = (found?.night ?? 0) / (found?.n || 1);
  if ((found?.n ?? 0) < 100 || share <= 0.6) return [];
  return [
    `In the time zone ${zone}, ${Math.round(share * 100)} % of records were opened between 22:00 and 06:00: check the zone.`,
  ];
}

/** Times in the hour that comes twice were read as the second one; the sentence says how many. */
async function repeatedHours(
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
  const table =
    detection.shape.grain === 'change'
      ? 'change'
      : detection.shape.grain === 'sla_cycle'
        ? 'sla_cycle'
        : 'record_version';
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
    `${number(row.n)} ${row.n === 1 ? 'time lies' : 'times lie'} in an hour that came twice when the clocks went back in ${zone}: read as the second one, in winter time.`,
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

function rows(count: number): string {
  return `${number(count)} ${count === 1 ? 'row' : 'rows'}`;
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}
