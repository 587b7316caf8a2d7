import type {Session} from '../warehouse/database.ts';
import type {CompiledFile} from './compile.ts';
import {grouped, rowCount, valueCounts} from './count-words.ts';
import type {DateFormat} from './date-format.ts';
import type {Landed} from './land.ts';
import {repeatedHours} from './repeated-hours.ts';
import {cutOff} from './warn-of-cap.ts';
import {openedIsCreated} from './warn-of-creation.ts';
import {againstEarlier} from './warn-of-earlier.ts';
import {openedAtNight} from './warn-of-night.ts';

interface Arrival {
  importId: number;
  source: string;
  /** When it was exported: stated, else its latest instant. */
  asOf: Date | null;
  now: Date;
  statedZone: string | null;
  /** The proven formats by field. */
  formats: ReadonlyMap<string, DateFormat>;
}

/** What a person should know of an import that worked, a sentence each. */
export async function importWarnings(
  session: Session,
  file: CompiledFile,
  landed: Landed,
  arrival: Arrival,
): Promise<string[]> {
  const {importId, statedZone, formats} = arrival;
  const {shape} = file.detection;
  const isRecord = shape.grain === 'incident' || shape.grain === 'version';
  return [
    ...(landed.rowsRead === 0 ? ['The file has a header and no rows.'] : []),
    ...unusedZone(file, statedZone),
    ...cutOff(landed.rowsRead, shape.row_cap),
    ...landed.skipped.map(({because, count}) => `${rowCount(count)} left out: ${because}.`),
    ...(landed.rejected.length > 0
      ? [`${rowCount(landed.rejected.length)} could not be read: see \`meantime rejected\`.`]
      : []),
    ...unmapped(landed),
    ...oddRows(file, landed),
    ...(isRecord ? await openedAtNight(session, file, importId) : []),
    ...(isRecord
      ? await openedIsCreated(session, file, {importId, format: formats.get('opened_at')})
      : []),
    ...(await repeatedHours(session, file, importId)),
    ...(await againstEarlier(session, file, landed, arrival)),
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

function unmapped({measures}: Landed): string[] {
  const fields = [...new Set(measures.unmapped.map(({field}) => field))];
  return fields.map((field) => {
    const values = measures.unmapped.filter((value) => value.field === field);
    return `${field} has values that the connector does not know: ${valueCounts(values)}.`;
  });
}

/** What counts of the rows themselves give away. */
function oddRows({detection}: CompiledFile, {measures}: Landed): string[] {
  const {grain} = detection.shape;
  const more = measures.distinctRowCount - measures.recordCount;
  const {resolvedBeforeOpened, closedBeforeResolved, slaMet, slaMissed} = measures;
  const isRecord = grain === 'incident' || grain === 'version';
  return [
    ...(grain === 'incident' && more > 0
      ? [
          `${grouped(more)} more rows than records: some records stand in the file more than once with different values.`,
        ]
      : []),
    ...(resolvedBeforeOpened > 0
      ? [`${rowCount(resolvedBeforeOpened)} resolved before opened.`]
      : []),
    ...(closedBeforeResolved > 0
      ? [`${rowCount(closedBeforeResolved)} closed before resolved.`]
      : []),
    ...(isRecord && slaMet >= 50 && slaMissed === 0 ? [legacyFlag(detection.connector)] : []),
  ];
}

/** Another export of the tool's tells what its flag doesn't. */
function legacyFlag({shapes}: CompiledFile['detection']['connector']): string {
  const other = shapes.some(({grain}) => grain === 'sla_cycle')
    ? 'the tool’s SLA records'
    : 'a column with the tool’s own verdict, where it has one,';
  return `Every recorded SLA result is “met”: probably a legacy flag that the tool no longer updates. It is ignored; import ${other} instead.`;
}
