import {formatNumber, formatValue} from '../charts/format.ts';
import {fieldLabel} from '../metrics/dimension.ts';
import {readFieldCoverage, type FieldCoverage} from '../metrics/imports.ts';
import type {Figure} from '../metrics/metric.ts';
import {capitalised} from './headline-sentence.ts';
import {definitionHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import {left, right, tableBlock} from './quality-table.ts';
import type {Cell} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';

/** Which metrics this data can answer, source by source, by the share of incidents with what they need. */
export async function resolveMetricCoverage(context: PageContext, id: string): Promise<TableBlock> {
  const metrics = context.catalogue.metrics.filter(({needs}) => needs.length > 0);
  const whole = {grain: 'total' as const, from: null, to: null};
  const figures = await Promise.all(
    metrics.map(async (metric) => {
      const [all, bySource] = await Promise.all([
        context.measure(metric.id, whole),
        context.measure(metric.id, {...whole, by: ['source']}),
      ]);
      return {metric, all: all?.[0] ?? null, bySource: bySource ?? []};
    }),
  );
  const opened = await context.measure('opened', {...whole, by: ['source']});
  const sources = (opened ?? []).map(({dimensions}) => dimensions['source'] ?? '');
  const shown = sources.length > 1 ? sources : [];
  const low = figures.filter(({all}) => isUncomputed(all));
  return tableBlock(id, {
    title:
      low.length === 0
        ? 'Every metric can be computed'
        : `${low.length} of ${metrics.length} metrics can’t be computed`,
    subtitle:
      'Share of incidents with the fields a metric needs, by source; under 50 % it is not computed',
    columns: [
      left('Metric'),
      left('Needs', true),
      right(shown.length > 0 ? 'All sources' : 'Coverage'),
      ...shown.map((source) => right(source, true)),
      left('Verdict', true),
    ],
    rows: figures.map(({metric, all, bySource}) => [
      {text: metric.label, href: definitionHref(metric.id)},
      {text: metric.needs.map(fieldLabel).join(', ')},
      coverageCell(all),
      ...shown.map((source) =>
        coverageCell(bySource.find(({dimensions}) => dimensions['source'] === source) ?? null),
      ),
      {text: verdictText(all, bySource)},
    ]),
  });
}

function isUncomputed(figure: Figure | null): boolean {
  return figure?.note?.startsWith('not computable') ?? false;
}

function coverageCell(figure: Figure | null): Cell {
  const coverage = figure?.coverage ?? null;
  if (coverage === null) return {text: figure && figure.n > 0 ? 'all' : '–'};
  return {
    text: formatValue(coverage, 'share'),
    value: coverage,
    share: coverage,
    ...(isUncomputed(figure) ? {detail: 'not computable'} : {}),
  };
}

/** The reason of the whole; else which sources can't tell it. */
function verdictText(all: Figure | null, bySource: readonly Figure[]): string {
  if (all?.note) return all.note;
  const without = bySource.filter(isUncomputed).map(({dimensions}) => dimensions['source'] ?? '');
  return without.length === 0 ? 'computed' : `computed; not computable from ${without.join(', ')}`;
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
  const rows = ordered.map((field) => [
    {text: capitalised(fieldLabel(field))},
    ...sources.map((source): Cell => {
      const share = at.get(`${source} ${field}`)?.filled_share ?? null;
      if (share === null) return {text: '–'};
      return {text: formatValue(share, 'share'), value: share, share};
    }),
  ]);
  return tableBlock(id, {
    title: emptyTitle(coverage),
    subtitle: `Share of incidents that have each field, by source`,
    columns: [left('Field'), ...sources.map((source) => right(source))],
    rows: distinct(rows),
  });
}

/** Columns that one field gives are told once. */
function distinct(rows: readonly Cell[][]): Cell[][] {
  return [...new Map(rows.map((cells) => [cells.map(({text}) => text).join(' '), cells])).values()];
}

/** Fields that nobody fills; else those that some source doesn't. */
function emptyTitle(coverage: readonly FieldCoverage[]): string {
  const labels = (some: readonly FieldCoverage[]) =>
    new Set(some.map(({field}) => fieldLabel(field)));
  const filled = labels(coverage.filter(({filled_count}) => filled_count > 0));
  const somewhere = labels(coverage.filter(({filled_count}) => filled_count === 0));
  const never = [...somewhere].filter((label) => !filled.has(label));
  if (never.length > 0) return `${fieldsText(never.length)} never filled`;
  if (somewhere.size > 0) return `${fieldsText(somewhere.size)} empty in one of the sources`;
  return 'Every field is filled at least sometimes';
}

function fieldsText(count: number): string {
  return count === 1 ? 'One field is' : `${formatNumber(count)} fields are`;
}
