import {formatNumber, formatValue} from '../charts/format.ts';
import {readChronologyFaults} from '../metrics/chronology-faults.ts';
import {fieldLabel} from '../metrics/dimension.ts';
import {
  readAudits,
  readFieldCoverage,
  readImports,
  readRejectedRows,
  readUnmappedValues,
  type FieldCoverage,
} from '../metrics/imports.ts';
import {capitalised, counted} from './headline-sentence.ts';
import {shortInstant} from './short-instant.ts';
import {definitionHref, incidentHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import type {Cell, Column, TableBlock} from './resolved-page.ts';

type Part = Pick<TableBlock, 'title' | 'subtitle'> & {
  columns: Column[];
  rows: Cell[][];
  note?: TableBlock['note'];
  downloads?: TableBlock['downloads'];
};

function tableBlock(
  id: string,
  {title, subtitle, columns, rows, note, downloads}: Part,
): TableBlock {
  const table = {columns, rows};
  return {kind: 'table', id, title, subtitle, table, note: note ?? [], downloads: downloads ?? []};
}

function left(label: string, isDetail = false): Column {
  return {label, align: 'left', isDetail};
}

function right(label: string, isDetail = false): Column {
  return {label, align: 'right', isDetail};
}

function count(value: number): Cell {
  return {text: formatNumber(value), value};
}

/** Every import, and whether each row it read is accounted for. */
export async function resolveImports(
  {session, frame}: PageContext,
  id: string,
): Promise<TableBlock> {
  const imports = await readImports(session);
  const lost = imports.reduce(
    (sum, each) =>
      sum +
      each.rows_read -
      each.rows_accepted -
      each.rows_rejected -
      each.rows_unchanged -
      each.rows_skipped,
    0,
  );
  const read = imports.reduce((sum, {rows_read}) => sum + rows_read, 0);
  return tableBlock(id, {
    title:
      lost === 0
        ? `All ${formatNumber(read)} imported rows are accounted for`
        : `${formatNumber(Math.abs(lost))} of ${formatNumber(read)} imported rows are not accounted for`,
    subtitle: `${counted(imports.length, 'import')}, newest first: rows read = accepted + unchanged + rejected + skipped`,
    columns: [
      left('File'),
      left('Source', true),
      right('Read'),
      right('Accepted', true),
      right('Unchanged', true),
      right('Skipped', true),
      right('Rejected'),
      right('Records', true),
      left('As of', true),
      left('Imported', true),
    ],
    rows: imports.map((each) => [
      {text: each.file_name, detail: each.warnings?.join(' ') || undefined},
      {text: each.source, detail: each.connector},
      count(each.rows_read),
      count(each.rows_accepted),
      count(each.rows_unchanged),
      count(each.rows_skipped),
      {...count(each.rows_rejected), href: each.rows_rejected > 0 ? '#rejected' : undefined},
      count(each.record_count),
      {text: shortInstant(each.as_of, frame.zone)},
      {text: shortInstant(each.finished_at, frame.zone)},
    ]),
  });
}

export async function resolveRejectedRows(
  {session}: PageContext,
  id: string,
  top: number,
): Promise<TableBlock> {
  const {rows, total} = await readRejectedRows(session, {limit: top});
  return tableBlock(id, {
    title: total === 0 ? 'No row was rejected' : `${counted(total, 'row')} rejected`,
    subtitle: 'Each with the value that could not be read, and why',
    columns: [left('File'), right('Row'), left('Field'), left('Value', true), left('Reason')],
    rows: rows.map((row) => [
      {text: row.file_name},
      count(row.row_number),
      {text: row.field ?? '–'},
      {text: row.value ?? '–'},
      {text: row.reason},
    ]),
    note:
      total > 0
        ? [
            {
              text: `${formatNumber(rows.length)} of ${formatNumber(total)}. All of them, as CSV: meantime rejected.`,
            },
          ]
        : [],
  });
}

export async function resolveUnmappedValues(
  {session}: PageContext,
  id: string,
  top: number,
): Promise<TableBlock> {
  const values = await readUnmappedValues(session);
  return tableBlock(id, {
    title:
      values.length === 0
        ? 'Every status and priority is understood'
        : `${counted(values.length, 'value')} not understood`,
    subtitle: 'Kept as they are and counted as unknown, until the connector’s value map names them',
    columns: [left('Field'), left('Value'), right('Rows'), left('Source', true)],
    rows: values
      .slice(0, top)
      .map((each) => [
        {text: each.field},
        {text: each.value},
        count(each.row_count),
        {text: each.source},
      ]),
    note:
      values.length > top
        ? [{text: `${top} of ${formatNumber(values.length)}, most frequent first.`}]
        : [],
  });
}

export async function resolveAudits({session}: PageContext, id: string): Promise<TableBlock> {
  const audits = await readAudits(session);
  const failed = audits.filter(({failures}) => failures > 0);
  return tableBlock(id, {
    title:
      failed.length === 0
        ? `All ${audits.length} checks passed`
        : `${failed.length} of ${audits.length} checks found something`,
    subtitle: 'Rules that every build is held to; those that stop a build never get this far',
    columns: [
      left('Rule'),
      right('Exceptions'),
      left('If broken', true),
      left('First exceptions', true),
    ],
    rows: audits.map(({sentence, failures, severity, sample}) => [
      {text: sentence},
      {...count(failures), ...(failures > 0 ? {signal: 'worse' as const} : {})},
      {text: severity === 'stop' ? 'stops the build' : 'warns'},
      {text: sampleText(sample)},
    ]),
  });
}

function sampleText(sample: string | null): string {
  if (sample === null) return '';
  return sample.length > 160 ? `${sample.slice(0, 160)}…` : sample;
}

/** Incidents whose times can't be: in no average, but in the counts. */
export async function resolveChronologyFaults(
  {session, frame}: PageContext,
  id: string,
  top: number,
): Promise<TableBlock> {
  const {rows, total} = await readChronologyFaults(session, {limit: top});
  const time = (instant: Date | null): Cell => ({text: shortInstant(instant, frame.zone)});
  return tableBlock(id, {
    title:
      total === 0
        ? 'Every incident’s times are in order'
        : `${formatNumber(total)} ${total === 1 ? 'incident has' : 'incidents have'} times that cannot be`,
    subtitle: 'An end before its beginning: counted, but in no average',
    columns: [
      left('Incident'),
      left('Opened'),
      left('Response', true),
      left('Resolved'),
      left('Closed', true),
    ],
    rows: rows.map((row) => [
      {text: row.number ?? row.record_key, href: incidentHref(row.record_key)},
      time(row.opened_at),
      time(row.responded_at),
      time(row.resolved_at),
      time(row.closed_at),
    ]),
    note:
      total > rows.length
        ? [{text: `${formatNumber(rows.length)} of ${formatNumber(total)}, newest first.`}]
        : [],
  });
}

/** Which metrics this data can answer, by the share of incidents that have what they need. */
export async function resolveMetricCoverage(context: PageContext, id: string): Promise<TableBlock> {
  const metrics = context.catalogue.metrics.filter(({needs}) => needs.length > 0);
  const figures = await Promise.all(
    metrics.map(async ({id: metric}) => {
      const part = {grain: 'total' as const, from: null, to: null};
      return (await context.measure(metric, part))?.[0] ?? null;
    }),
  );
  const low = figures.filter((figure) => figure?.note?.startsWith('not computable'));
  return tableBlock(id, {
    title:
      low.length === 0
        ? 'Every metric can be computed'
        : `${low.length} of ${metrics.length} metrics can’t be computed`,
    subtitle: 'Share of incidents with the fields a metric needs; under 50 % it is not computed',
    columns: [
      left('Metric'),
      right('Coverage'),
      right('n', true),
      left('Needs'),
      left('Verdict', true),
    ],
    rows: metrics.map((metric, index) => {
      const figure = figures[index] ?? null;
      const coverage = figure?.coverage ?? null;
      return [
        {text: metric.label, href: definitionHref(metric.id)},
        {
          text: coverage === null ? '–' : formatValue(coverage, 'share'),
          value: coverage,
          ...(coverage === null ? {} : {share: coverage}),
        },
        count(figure?.n ?? 0),
        {text: metric.needs.map(fieldLabel).join(', ')},
        {text: figure?.note ?? 'computed'},
      ];
    }),
  });
}

/** A row a field, a column a source. */
export async function resolveFieldCoverage(
  {session}: PageContext,
  id: string,
): Promise<TableBlock> {
  const coverage = await readFieldCoverage(session);
  const sources = [...new Set(coverage.map(({source}) => source))];
  const fields = [...new Set(coverage.map(({field}) => field))];
  const at = new Map(coverage.map((each) => [`${each.source} ${each.field}`, each]));
  const shares = (field: string) =>
    sources.map((source) => at.get(`${source} ${field}`)?.filled_share ?? 0);
  const ordered = [...fields].sort((a, b) => Math.max(...shares(b)) - Math.max(...shares(a)));
  return tableBlock(id, {
    title: emptyTitle(coverage),
    subtitle: `Share of incidents that have each field, by source`,
    columns: [left('Field'), ...sources.map((source) => right(source))],
    rows: ordered.map((field) => [
      {text: capitalised(fieldLabel(field))},
      ...sources.map((source): Cell => {
        const share = at.get(`${source} ${field}`)?.filled_share ?? null;
        if (share === null) return {text: '–'};
        return {text: formatValue(share, 'share'), value: share, share};
      }),
    ]),
  });
}

function emptyTitle(coverage: readonly FieldCoverage[]): string {
  const empty = coverage.filter(({filled_count}) => filled_count === 0).length;
  if (empty === 0) return 'Every field is filled at least sometimes';
  return empty === 1
    ? 'One field is never filled'
    : `${formatNumber(empty)} fields are never filled`;
}
