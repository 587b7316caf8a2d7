import {
  formatInterval,
  formatNumber,
  formatSize,
  formatValue,
  intervalLabel,
} from '../charts/format.ts';
import {enoughForVerdict} from '../metrics/behaviour-chart.ts';
import type {Figure, Metric} from '../metrics/metric.ts';
import type {ComparedPeriod} from './compared-period.ts';
import {capitalised, joined} from './headline-sentence.ts';
import {subjectOf} from './subject.ts';
import {figureText, targetOf, targetText} from './read-kpi.ts';
import {incidentsHref, mergeFilters, metricDownloads} from './link.ts';
import {onlyHref} from './only-href.ts';
import type {BlockSpec} from './page.ts';
import type {MetricTarget} from '../metrics/targets.ts';
import type {PageContext} from './page-context.ts';
import {provisionalNote, provisionalText} from './provisional.ts';
import type {Fact} from './fact.ts';
import type {FigureBlock} from './figure-block.ts';
import type {ResolvedPeriod} from './resolved-page.ts';
import type {Cell} from './resolved-table.ts';
import {t} from '../wording/t.ts';
import {thisPeriod} from './grain-words.ts';

type CompareSpec = Extract<BlockSpec, {block: 'compare'}>;

interface Row {
  value: string | null;
  current: Figure;
  before: Figure | null;
  target: MetricTarget | null;
}

/** One metric by the values of a dimension: this period, the one before, and the target. */
export async function resolveCompare(
  context: PageContext,
  spec: CompareSpec,
): Promise<FigureBlock | null> {
  const {period, compared, catalogue, request} = context;
  if (!period || !compared) return null;
  const metric = catalogue.get(spec.metric);
  const rows = await readRows(context, {period, compared}, spec);
  if (!rows || rows.length === 0) return null;
  const target = targetOf(context.targets, metric.id, {where: request.where, period});
  const dimension = catalogue.dimension(spec.by)?.label ?? spec.by;
  return {
    kind: 'figure',
    id: spec.id,
    title: compareTitle(rows, metric),
    subtitle: subtitleOf(metric, dimension, {grain: period.grain, before: compared.words}),
    native: {
      subtitle: t`${metric.label}, by ${dimension}`,
      ...{value: capitalised(thisPeriod(period.grain)), before: compared.label},
    },
    data: {chart: 'bars', rows: rows.map((row) => barRow(row))},
    unit: metric.unit,
    target: target && {value: target.goal, label: t`Target ${targetText(target, metric)}`},
    range: null,
    ariaLabel: rows
      .map(({value, current}) => t`${value ?? t`none`}: ${figureText(current)}`)
      .join(t`; `),
    note: [
      ...(spec.breachedBeside ? await breachedNote(context, period, spec.by) : []),
      ...provisionalNote(rows.flatMap(({current, before}) => [current, before])),
    ],
    table: {
      columns: [
        {label: dimension, align: 'left'},
        {label: capitalised(thisPeriod(period.grain)), align: 'right'},
        {label: intervalLabel(), align: 'right', isDetail: true},
        {label: 'n', align: 'right'},
        {label: compared.label, align: 'right'},
        {label: t`Target`, align: 'right', isDetail: true},
      ],
      rows: rows.map((row) => tableRow(row, metric, period, context, spec.by)),
    },
    definitions: [{id: metric.id, label: metric.label, definition: metric.definition}],
    downloads: metricDownloads(metric.id, {
      grain: period.grain,
      by: [spec.by],
      from: period.from,
      to: period.to,
      where: request.where,
    }),
  };
}

function subtitleOf(
  metric: Metric,
  dimension: string,
  {grain, before}: {grain: string; before: string},
): string {
  const told = t`${metric.label}, by ${dimension}, ${thisPeriod(grain)} ● and ${before} ○`;
  return metric.unit === 'share' ? t`${told}, with 95 % interval` : told;
}

async function readRows(
  context: PageContext,
  {period, compared}: {period: ResolvedPeriod; compared: ComparedPeriod},
  {metric, by}: CompareSpec,
): Promise<Row[] | null> {
  const of = ({from, to}: ComparedPeriod | ResolvedPeriod) =>
    context.measure(metric, {grain: period.grain, from, to, by: [by]});
  const [now, before] = await Promise.all([of(period), of(compared)]);
  if (!now || !before) return null;
  const figures = [...before, ...now];
  const known = new Map(
    figures.map((figure) => [`${figure.period} ${figure.dimensions[by]}`, figure]),
  );
  return figures
    .filter((figure) => figure.period === period.id && figure.n > 0)
    .map((current) => {
      const value = current.dimensions[by] ?? null;
      const where = mergeFilters(context.request.where, [{dimension: by, values: [value ?? '']}]);
      return {
        value,
        current,
        before: known.get(`${compared.id} ${value}`) ?? null,
        target: targetOf(context.targets, metric, {where, period}),
      };
    });
}

function barRow(row: Row) {
  const {value, current, before} = row;
  return {
    label: value ?? t`Not filled`,
    value: current.value,
    n: current.n,
    before: before?.value ?? null,
    low: current.low,
    high: current.high,
    signal: misses(row) ? ('worse' as const) : ('none' as const),
  };
}

/** The whole interval lies on the wrong side of the target: not a matter of chance, nor of a few. */
function misses({current, target}: Row): boolean {
  if (!target || current.value === null || isTooThin(current)) return false;
  if (target.direction === 'at least') return (current.high ?? current.value) < target.goal;
  return (current.low ?? current.value) > target.goal;
}

function compareTitle(rows: readonly Row[], metric: Metric): string {
  const told = rows.filter(({current, target}) => current.value !== null && target !== null);
  const subject = subjectOf({metric, part: []});
  if (told.length === 0) return t`Too few to compare: ${subject}`;
  return capitalised(t`${subject}: ${standingOf(told)}`);
}

/** Who missed, surely; else who stands beneath the target, perhaps by chance. */
function standingOf(told: readonly Row[]): string {
  const missed = told.filter(misses).map(({value}) => value ?? t`not filled`);
  if (missed.length === told.length && missed.length > 1) return t`every part missed its target`;
  if (missed.length === 1) {
    const [only = ''] = missed;
    return told.length > 1 ? t`only ${only} missed its target` : t`${only} missed its target`;
  }
  if (missed.length > 1) return t`${joined(missed)} missed their targets`;
  const below = told.filter((row) => isBeyond(row)).map(({value}) => value ?? t`not filled`);
  if (below.length === 0)
    return told.length > 1 ? t`all met their target` : t`${told[0]?.value ?? ''} met its target`;
  return below.length > 1
    ? t`${joined(below)} are off target, within what chance allows`
    : t`${joined(below)} is off target, within what chance allows`;
}

function isTooThin({unit, n}: Figure): boolean {
  return unit !== 'count' && n < enoughForVerdict;
}

function isBeyond({current, target}: Row): boolean {
  if (!target || current.value === null) return false;
  return target.direction === 'at least'
    ? current.value < target.goal
    : current.value > target.goal;
}

async function breachedNote(
  context: PageContext,
  period: ResolvedPeriod,
  by: string,
): Promise<Fact[]> {
  const range = {grain: period.grain, from: period.from, to: period.to};
  const figures = await context.measure('backlog_breached', {...range, by: [by]});
  const open = (figures ?? []).filter(({value}) => (value ?? 0) > 0);
  if (open.length === 0) return [{text: t`Nothing open is past its target.`}];
  const parts = open.flatMap((figure, index): Fact[] => {
    const value = figure.dimensions[by] ?? '';
    const where = mergeFilters(context.request.where, [{dimension: by, values: [value]}]);
    return [
      ...(index > 0 ? [{text: ' · '}] : []),
      {
        text: `${value || t`not filled`} ${formatNumber(figure.value ?? 0)}`,
        href: incidentsHref('backlog_breached', {period: period.id, where}),
      },
    ];
  });
  return [{text: t`Open and already past target: `}, ...parts, {text: '.'}];
}

function tableRow(
  {value, current, before, target}: Row,
  metric: Metric,
  period: ResolvedPeriod,
  context: PageContext,
  by: string,
): Cell[] {
  const where = mergeFilters(context.request.where, [{dimension: by, values: [value ?? '']}]);
  return [
    {text: value ?? t`Not filled`, ...onlyHref(context, by, value)},
    {
      text: figureText(current),
      href: incidentsHref(metric.id, {period: period.id, where}),
      value: current.value,
      detail: provisionalText(current) || undefined,
    },
    {text: formatInterval(current.low, current.high, metric.unit, current.value)},
    {text: formatNumber(current.n), value: current.n},
    {
      text: before ? formatValue(before.value, metric.unit) : '–',
      detail: before
        ? [formatSize(before.n), provisionalText(before)].filter((text) => text !== '').join(', ')
        : undefined,
      value: before?.value ?? null,
    },
    {text: targetText(target, metric)},
  ];
}
