import {formatSize, formatValue} from '../charts/format.ts';
import type {Figure, Metric} from '../metrics/metric.ts';
import {breakdownTitle, type BreakdownRow} from './breakdown-title.ts';
import {capitalised} from './headline-sentence.ts';
import {incidentsHref, mergeFilters, metricDownloads} from './link.ts';
import {onlyHref} from './only-href.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {provisionalNote, provisionalText} from './provisional.ts';
import type {Cell} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';
import {t} from '../wording/t.ts';
import {formatPeriod} from '../charts/format-period.ts';

type BreakdownSpec = Extract<BlockSpec, {block: 'breakdown'}>;

/** Several metrics by the values of a dimension, the largest first; ordered values keep their order. */
export async function resolveBreakdown(
  context: PageContext,
  spec: BreakdownSpec,
): Promise<TableBlock | null> {
  const {period, catalogue, request} = context;
  if (!period) return null;
  const part = {grain: period.grain, from: period.from, to: period.to, by: [spec.by]};
  const whole = {...part, by: []};
  const [series, wholes] = await Promise.all([
    Promise.all(spec.metrics.map((id) => context.measure(id, part))),
    Promise.all(spec.metrics.map(async (id) => (await context.measure(id, whole))?.[0] ?? null)),
  ]);
  if (series.some((figures) => figures === null)) return null;
  const metrics = spec.metrics.map((id) => catalogue.get(id));
  const all = rowsOf(series as Figure[][], spec.by);
  const rows = (spec.by === 'priority' ? all : bySize(all)).slice(0, spec.top);
  const dimension = catalogue.dimension(spec.by);
  return {
    kind: 'table',
    id: spec.id,
    title: breakdownTitle(all, {
      metrics,
      wholes,
      label: dimension?.label ?? spec.by,
      plural: dimension?.plural ?? spec.by,
    }),
    subtitle: period.isComplete
      ? t`By ${dimension?.label ?? spec.by}, ${formatPeriod(period.id)}`
      : t`By ${dimension?.label ?? spec.by}, ${formatPeriod(period.id)}, still running`,
    table: {
      columns: [
        {label: capitalised(dimension?.label ?? spec.by), align: 'left'},
        ...metrics.map((metric, index) => ({
          label: metric.label,
          align: 'right' as const,
          isDetail: index > 3,
        })),
      ],
      rows: rows.map((row) => cellsOf(row, {context, spec, metrics, most: mostOf(all)})),
    },
    note: [
      ...(all.length > rows.length
        ? [{text: t`${rows.length} of ${all.length} ${dimension?.plural ?? ''}.`}]
        : []),
      ...provisionalNote(rows.flatMap(({figures}) => figures)),
    ],
    downloads: metrics.flatMap(({id, label}) =>
      metricDownloads(id, {...part, where: request.where})
        .filter((download) => download.label === 'CSV')
        .map((download) => ({...download, of: label})),
    ),
  };
}

function rowsOf(series: Figure[][], by: string): BreakdownRow[] {
  const values = [
    ...new Set(series.flatMap((all) => all.map(({dimensions}) => dimensions[by] ?? null))),
  ];
  return values
    .map((value) => ({
      value,
      figures: series.map((all) => all.find(({dimensions}) => dimensions[by] === value) ?? null),
    }))
    .filter(({figures}) => figures.some((figure) => (figure?.n ?? 0) > 0));
}

function bySize(rows: BreakdownRow[]): BreakdownRow[] {
  return [...rows].sort((a, b) => sizeOf(b) - sizeOf(a));
}

function sizeOf({figures}: BreakdownRow): number {
  return figures[0]?.value ?? 0;
}

function mostOf(rows: readonly BreakdownRow[]): number {
  return Math.max(1, ...rows.map(sizeOf));
}

interface CellPart {
  context: PageContext;
  spec: BreakdownSpec;
  metrics: readonly Metric[];
  most: number;
}

function cellsOf({value, figures}: BreakdownRow, {context, spec, metrics, most}: CellPart): Cell[] {
  const where = mergeFilters(context.request.where, [{dimension: spec.by, values: [value ?? '']}]);
  const period = context.period?.id;
  return [
    {text: value ?? t`Not filled`, ...onlyHref(context, spec.by, value)},
    ...figures.map((figure, index): Cell => {
      const metric = metrics[index];
      if (!figure || !metric) return {text: '–'};
      const isFirst = index === 0;
      return {
        text:
          figure.note && figure.value === null
            ? shortNote(figure)
            : formatValue(figure.value, figure.unit),
        href: incidentsHref(metric.id, {period, where}),
        value: figure.value,
        ...(isFirst ? {share: Math.max(0, figure.value ?? 0) / most} : {}),
        ...detailOf(figure, metrics.length === 1 || (!isFirst && figure.n !== figures[0]?.n)),
      };
    }),
  ];
}

function detailOf(figure: Figure, isOwnSize: boolean): Pick<Cell, 'detail'> {
  if (figure.value === null) return {};
  const parts = [isOwnSize ? formatSize(figure.n) : '', provisionalText(figure)];
  const detail = parts.filter((text) => text !== '').join(', ');
  return detail === '' ? {} : {detail};
}

/** In a narrow cell the reason has to be short; the whole of it stands in the download. */
function shortNote(figure: Figure): string {
  if (figure.note?.startsWith('not computable')) return t`not computable`;
  return figure.n > 0 ? formatSize(figure.n) : '–';
}
