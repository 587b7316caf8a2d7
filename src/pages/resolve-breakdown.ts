import {formatNumber, formatSize, formatValue} from '../charts/format.ts';
import type {Figure, Metric} from '../metrics/metric.ts';
import {capitalised} from './headline-sentence.ts';
import {subjectOf} from './subject.ts';
import {incidentsHref, mergeFilters, metricDownloads} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {provisionalNote, provisionalText} from './provisional.ts';
import type {Cell, TableBlock} from './resolved-page.ts';

type BreakdownSpec = Extract<BlockSpec, {block: 'breakdown'}>;

interface Row {
  value: string | null;
  /** One a metric, in the order of the page's definition. */
  figures: (Figure | null)[];
}

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
    title: breakdownTitle(all, {metrics, wholes, plural: dimension?.plural ?? spec.by}),
    subtitle: `By ${dimension?.label ?? spec.by}, ${period.label}${period.isComplete ? '' : ', still running'}`,
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
        ? [{text: `${rows.length} of ${all.length} ${dimension?.plural ?? ''}.`}]
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

function rowsOf(series: Figure[][], by: string): Row[] {
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

function bySize(rows: Row[]): Row[] {
  return [...rows].sort((a, b) => sizeOf(b) - sizeOf(a));
}

function sizeOf({figures}: Row): number {
  return figures[0]?.value ?? 0;
}

function mostOf(rows: readonly Row[]): number {
  return Math.max(1, ...rows.map(sizeOf));
}

interface CellPart {
  context: PageContext;
  spec: BreakdownSpec;
  metrics: readonly Metric[];
  most: number;
}

function cellsOf({value, figures}: Row, {context, spec, metrics, most}: CellPart): Cell[] {
  const where = mergeFilters(context.request.where, [{dimension: spec.by, values: [value ?? '']}]);
  const period = context.period?.id;
  return [
    {text: value ?? 'Not filled'},
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
        ...(isFirst ? {share: (figure.value ?? 0) / most} : {}),
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
  return figure.n > 0 ? `n${'\u202f'}=${'\u202f'}${formatNumber(figure.n)}` : '–';
}

interface BreakdownParts {
  metrics: readonly Metric[];
  /** The same period undivided, one a metric: values too small to print are part of it. */
  wholes: readonly (Figure | null)[];
  plural: string;
}

/** Which value is surely worse than the whole; else which takes most of the first metric. */
function breakdownTitle(rows: readonly Row[], {metrics, wholes, plural}: BreakdownParts): string {
  if (rows.every(({value}) => value === null)) return `No ${plural} are recorded`;
  const medians = metrics.findIndex(({id}) => id === 'ttr_median');
  const halves = medians < 0 ? null : halvesTitle(rows, medians);
  if (halves !== null) return halves;
  for (const [index, metric] of metrics.entries()) {
    const title =
      metric.unit === 'share' ? standoutTitle(rows, metric, index, wholes[index]?.value) : null;
    if (title !== null) return title;
  }
  const [first] = metrics;
  const largest = bySize([...rows])[0];
  const total = rows.reduce((sum, row) => sum + sizeOf(row), 0);
  if (!first || !largest || total === 0) return `No ${plural} to compare`;
  if (first.unit !== 'count') return spreadTitle(rows, first) ?? `Too few to compare ${plural}`;
  const share = formatValue(sizeOf(largest) / total, 'share');
  return `${largest.value ?? 'Not filled'} makes up ${share} of what was ${first.label.toLowerCase()}`;
}

/** `Resolution SLA ran from 87.6 % (Network) to 91.2 % (Access)`, over values of five and more. */
function spreadTitle(rows: readonly Row[], metric: Metric): string | null {
  const told = rows
    .filter(({figures}) => figures[0]?.value != null && (figures[0].n ?? 0) >= 5)
    .sort((a, b) => (a.figures[0]?.value ?? 0) - (b.figures[0]?.value ?? 0));
  const [low, high] = [told[0], told.at(-1)];
  if (!low || !high || low === high) return null;
  const end = ({value, figures}: Row) =>
    `${formatValue(figures[0]?.value, metric.unit)} (${value ?? 'not filled'})`;
  return `${capitalised(subjectOf({metric, part: []}))} ran from ${end(low)} to ${end(high)}`;
}

/** `Half of P2 took less than 4.3 h, half of P4 less than 20.1 h`: the ends of an ordered few. */
function halvesTitle(rows: readonly Row[], index: number): string | null {
  if (rows.length > 6) return null;
  const told = rows.filter(
    ({figures}) => figures[index]?.value != null && (figures[index]?.n ?? 0) >= 5,
  );
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last || first === last) return null;
  const hours = (row: Row) => formatValue(row.figures[index]?.value, 'hours');
  return `Half of ${first.value} took less than ${hours(first)}, half of ${last.value} less than ${hours(last)}`;
}

function standoutTitle(
  rows: readonly Row[],
  metric: Metric,
  index: number,
  whole: number | null | undefined,
): string | null {
  const told = rows.filter(({figures}) => figures[index]?.value != null);
  if (whole == null || metric.better === null) return null;
  const isLowWorse = metric.better === 'higher';
  const apart = ({figures}: Row): number => {
    const {low, high} = figures[index] ?? {};
    return isLowWorse ? whole - (high ?? whole) : (low ?? whole) - whole;
  };
  const worst = [...told].sort((a, b) => apart(b) - apart(a))[0];
  if (!worst || apart(worst) <= 0) return null;
  const value = formatValue(worst.figures[index]?.value, 'share');
  const subject = capitalised(subjectOf({metric, part: []}));
  return `${subject} is ${isLowWorse ? 'lower' : 'higher'} for ${worst.value ?? 'not filled'}: ${value} against ${formatValue(whole, 'share')} overall`;
}
