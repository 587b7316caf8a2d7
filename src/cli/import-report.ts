import type {FileImport} from '../import/file-import.ts';
import type {Style} from './command.ts';
import type {LandedDetails} from '../import/landed-details.ts';
import {printable} from './terminal.ts';
import {counted, grouped} from './wording.ts';

interface ReportContext {
  details: LandedDetails;
  /** What the person said, which is why a connector was taken. */
  options: {source?: string; connector?: string};
  style: Style;
}

/** What became of one file, in a few calm lines. */
export function importText(landed: FileImport, context: ReportContext): string {
  const {style, details} = context;
  const lines = [
    style.strong(landed.file),
    `  ${whatItIs(landed, context)}`,
    `  ${rowsText(landed, style)}`,
    ...recordsText(landed),
    ...datesText(landed, details),
    ...landed.warnings.map((warning) => `  ${style.warning('!')} ${warning}`),
    ...nextText(landed, details),
  ];
  return printable(lines.join('\n'));
}

/** The keys of DESIGN.md section 8, and what else is known. */
export function importJson(landed: FileImport, details: LandedDetails): object {
  const {asOf, ...rest} = landed;
  return {...rest, asOf: asOf?.toISOString() ?? null, ...details};
}

function whatItIs(
  {connector, shape, source, grain, encoding, delimiter}: FileImport,
  {options}: ReportContext,
): string {
  const why = options.connector
    ? 'as --connector says'
    : options.source
      ? 'told by source and header'
      : 'told by its header';
  const form = [
    encoding === 'utf-8' ? 'UTF-8' : encoding,
    ...(delimiter ? [`“${delimiter}”`] : []),
  ];
  return `${connector}, ${shape} (${why}); a row is ${grainNames[grain]}; source ${source}; ${form.join(', ')}`;
}

const grainNames: Record<FileImport['grain'], string> = {
  incident: 'an incident',
  version: 'an update of an incident',
  change: 'a change of a field',
  sla_cycle: 'an SLA cycle',
};

function rowsText(landed: FileImport, style: Style): string {
  const {rowsRead, rowsAccepted, rowsUnchanged, rowsRejected, rowsSkipped} = landed;
  const parts = [
    `${counted(rowsRead, 'row')} read`,
    `${grouped(rowsAccepted)} new`,
    ...(rowsUnchanged > 0 ? [`${grouped(rowsUnchanged)} unchanged`] : []),
    ...(rowsSkipped > 0 ? [`${grouped(rowsSkipped)} left out`] : []),
    rowsRejected > 0 ? style.bad(`${grouped(rowsRejected)} rejected`) : 'none rejected',
  ];
  return parts.join(' · ');
}

function recordsText({grain, records, changes}: FileImport): string[] {
  if (grain === 'change')
    return [`  ${counted(changes, 'change')} of ${counted(records, 'record')}`];
  if (grain === 'sla_cycle') return [`  SLA cycles of ${counted(records, 'record')}`];
  return [`  ${counted(records, 'record')}`];
}

/** Columns with one format on one line: `opened_at, closed_at as %d/%m/%Y %H:%M`. */
function datesText({timezone, asOf}: FileImport, {fields}: LandedDetails): string[] {
  const byFormat = new Map<string, string[]>();
  for (const {field, format} of fields)
    if (format !== null) byFormat.set(format, [...(byFormat.get(format) ?? []), field]);
  if (byFormat.size === 0) return [];
  const dates = [...byFormat].map(([format, names]) => `${names.join(', ')} as ${format}`);
  const zone = timezone === null ? 'every time has its own zone' : `local times in ${timezone}`;
  const newest =
    asOf === null ? '' : `; as of ${asOf.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return [`  ${dates.join('; ')}; ${zone}${newest}`];
}

function nextText(
  {rowsRejected, importId, connector}: FileImport,
  details: LandedDetails,
): string[] {
  const lines: string[] = [];
  if (rowsRejected > 0)
    lines.push(
      `  To see and correct the rejected rows: meantime rejected --import ${importId} --out rejected.csv`,
    );
  if (details.unmappedValues.length > 0)
    lines.push(
      `  To map the unknown values: add them to the connector ${connector} in pipelines/, then: meantime reimport`,
    );
  return lines;
}
