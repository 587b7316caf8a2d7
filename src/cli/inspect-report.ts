import type {Fitting, Inspection} from '../import/inspect.ts';
import type {InspectedField} from '../import/inspect-fields.ts';
import {plainReason} from '../import/propose-fields.ts';
import type {Style} from './command.ts';
import {printable} from './terminal.ts';
import {aligned, counted, fitted, percent, someOf} from './wording.ts';

const delimiterNames: Record<string, string> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
  '\u001f': 'unit separator',
};

/** An inspection as a person reads it: what it is, what would be read, what is open, what to do. */
export function inspectionText(inspection: Inspection, style: Style): string {
  const parts = [
    heading(inspection, style),
    fieldTable(inspection, style),
    leftOver(inspection, style),
    bullets('Evidence', evidence(inspection), style),
    bullets('Questions', inspection.questions, style),
    bullets('Warnings', inspection.warnings, style),
  ];
  return printable(parts.filter((part) => part !== '').join('\n\n'));
}

/** As JSON prints it: the evidence behind a proposal stays behind. */
export function inspectionJson({proposal, ...rest}: Inspection): object {
  return {
    ...rest,
    proposal: proposal && {
      connector: proposal.connector,
      fields: proposal.placements.map(({field, column, sureness, why}) => ({
        field,
        header: column.header,
        sureness: Number(sureness.toFixed(2)),
        why,
        dates: column.dates,
      })),
      unplacedHeaders: proposal.unplacedHeaders,
      unplacedValues: proposal.unplacedValues,
      obstacles: proposal.obstacles,
    },
  };
}

const formNames: Record<Inspection['format'], string> = {
  csv: 'CSV',
  json: 'JSON',
  workbook: 'XLSX',
  xml: 'XML',
  xes: 'XES event log',
  parquet: 'Parquet',
};

function heading(inspection: Inspection, style: Style): string {
  const {file, encoding, isCompressed, delimiter, rowCount, columnCount, format} = inspection;
  const form = [
    formNames[format],
    ...(['workbook', 'parquet'].includes(format)
      ? []
      : [encoding === 'utf-8' ? 'UTF-8' : encoding]),
    ...(delimiter === null ? [] : [`${delimiterNames[delimiter] ?? delimiter}-separated`]),
    ...(isCompressed ? ['gzip'] : []),
    counted(rowCount, 'row'),
    counted(columnCount, 'column'),
  ];
  return [style.strong(file), `  ${form.join(' · ')}`, `  ${reason(inspection)}`].join('\n');
}

function reason({chosen, runnerUp, columnCount, proposal}: Inspection): string {
  const next = runnerUp ? ` ${runnerUpText(runnerUp)}` : '';
  if (proposal)
    return `No connector chosen: this is a proposal, “${chosen.connector}”, from headers and values.${next}`;
  return `Connector ${chosen.connector}, ${chosen.title}: its header matches and it knows ${chosen.knownCount} of ${columnCount} columns.${next}`;
}

function runnerUpText({connector, title, knownCount, missing}: Fitting): string {
  // A column may be called many names; the first stands for all.
  const lacking = missing.map((names) => names.split(' or ')[0] ?? names);
  const why = missing.length > 0 ? `lacks ${someOf(lacking, 4)}` : 'matches too';
  return `Next best: ${connector}, ${title} (knows ${knownCount}, ${why}).`;
}

function fieldTable({fields}: Inspection, style: Style): string {
  const found = fields.filter(({header}) => header !== null);
  const rows = found.map((field) => [
    field.field,
    fitted(field.header ?? '', 30),
    percent(field.filledShare),
    field.format ?? '',
    fitted(samplesText(field), 70),
  ]);
  const absent = fields.filter(({header}) => header === null).map(({field}) => field);
  const table = aligned([['field', 'column', 'filled', 'format', 'samples'], ...rows]);
  const [head = '', ...lines] = table.split('\n');
  const missing =
    absent.length > 0 ? [style.faint(`  Not in this file: ${absent.join(', ')}`)] : [];
  return [style.faint(head), ...lines, ...missing].join('\n');
}

function samplesText({samples}: InspectedField): string {
  return samples.map((value) => fitted(value, 24)).join(' · ');
}

function leftOver({unmappedColumns, unmappedValues}: Inspection, style: Style): string {
  const lines: string[] = [];
  if (unmappedColumns.length > 0)
    lines.push(
      `${style.strong('Kept as attributes')}, read for no field: ${someOf(unmappedColumns, 40)}`,
    );
  const fields = [...new Set(unmappedValues.map(({field}) => field))];
  for (const field of fields) {
    const values = unmappedValues
      .filter((unmapped) => unmapped.field === field)
      .map(({value, rowCount}) => `“${fitted(value, 40)}” (${counted(rowCount, 'row')})`);
    lines.push(`${style.strong(`Not mapped in ${field}`)}: ${someOf(values, 12)}`);
  }
  return lines.join('\n');
}

/** Why the fields of a proposal were read as they are, where the header alone doesn't say it. */
function evidence({proposal}: Inspection): string[] {
  const placements = proposal?.placements ?? [];
  return placements.flatMap(({field, column, why}) => {
    const reasons = [why === plainReason ? null : why, column.dates?.proof].filter(Boolean);
    return reasons.length === 0 ? [] : [`${field}: ${reasons.join('; ')}`];
  });
}

function bullets(title: string, items: readonly string[], style: Style): string {
  if (items.length === 0) return '';
  return [style.strong(title), ...items.map((item) => `  - ${item}`)].join('\n');
}
