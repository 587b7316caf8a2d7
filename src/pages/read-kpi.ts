import {formatInterval, formatValue, thinSpace} from '../charts/format.ts';
import type {TrendRow} from '../charts/chart.ts';
import {
  behaviourChart,
  behaviourOptionsFor,
  type BehaviourChart,
} from '../metrics/behaviour-chart.ts';
import type {Figure, Filter, Metric} from '../metrics/metric.ts';
import {breaksOf} from '../metrics/dated-changes.ts';
import {isJudgedByGaps} from '../metrics/rare-count.ts';
import {targetFor, type MetricTarget} from '../metrics/targets.ts';
import {assuranceWords, signalWords} from '../metrics/verdict.ts';
import {addDays} from '../time/period.ts';
import type {Kpi} from './kpi.ts';
import {definitionHref, incidentsHref, mergeFilters} from './link.ts';
import type {KpiSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {provisionalText} from './provisional.ts';
import type {KpiRow} from './kpi-block.ts';
import {t} from '../wording/t.ts';
import {noteText} from './note-text.ts';

/** Judges a metric's history on the page. Null where the page's filters can't cut it. */
export async function readKpi(context: PageContext, spec: KpiSpec): Promise<Kpi | null> {
  const {period, historyFrom, catalogue, targets, changes, request} = context;
  if (!period || historyFrom === null) return null;
  const metric = catalogue.get(spec.metric);
  const part = Object.entries(spec.where ?? {}).map(([dimension, value]) => ({
    dimension,
    values: [value],
  }));
  if (part.some((filter) => isRuledOut(filter, request.where))) return null;
  const range = {grain: period.grain, from: historyFrom, to: period.to};
  const figures = await context.measure(spec.metric, {...range, where: part});
  const current = figures?.at(-1);
  if (!figures || !current) return null;
  const where = mergeFilters(request.where, part);
  const target = targetOf(targets, metric.id, {where, period});
  const periods = figures.map(({from}) => from);
  const breaks = breaksOf(changes, {metric: metric.id, where, periods});
  const isRare = isJudgedByGaps(metric, figures);
  const chart = behaviourChart(figures, {
    ...behaviourOptionsFor(metric, target),
    isRare,
    breaks: breaks.map(({place}) => place),
  });
  return {
    metric,
    part,
    where,
    figures,
    current,
    before: await figureBefore(context, spec, {figures, part}),
    chart,
    point: current.isComplete ? (chart.points.at(-1) ?? null) : null,
    target,
    breaks,
    isRare,
  };
}

/** The figure of the period it is set beside: in its history, or asked for where that begins later. */
async function figureBefore(
  {compared, measure, period}: PageContext,
  {metric}: KpiSpec,
  {figures, part}: Pick<Kpi, 'figures' | 'part'>,
): Promise<Figure | null> {
  if (!compared || !period) return null;
  const known = figures.find((figure) => figure.period === compared.id);
  if (known) return known;
  const range = {grain: period.grain, from: compared.from, to: compared.to};
  return (await measure(metric, {...range, where: part}))?.[0] ?? null;
}

/** A page about Mail only has no place for a row about another service. */
function isRuledOut(part: Filter, filters: readonly Filter[]): boolean {
  const filter = filters.find(({dimension}) => dimension === part.dimension);
  return filter !== undefined && !part.values.some((value) => filter.values.includes(value));
}

/** The goal that holds at the end of the period for what the filters leave. */
export function targetOf(
  targets: readonly MetricTarget[],
  metric: string,
  {where, period}: {where: readonly Filter[]; period: {to: string}},
): MetricTarget | null {
  const only = (id: string) => {
    const values = where.find(({dimension}) => dimension === id)?.values ?? [];
    return values.length === 1 ? values[0] : null;
  };
  const on = addDays(period.to, -1);
  return targetFor(targets, metric, {priority: only('priority'), service: only('service'), on});
}

export function targetText(target: MetricTarget | null, metric: Metric): string {
  if (!target) return '';
  const sign = target.direction === 'at least' ? '≥' : '≤';
  return `${sign}${thinSpace}${goalText(target.goal, metric)}`;
}

/** Goals are round numbers: `90 %`, not `90.0 %`. */
export function goalText(goal: number, metric: Metric): string {
  return formatValue(goal, metric.unit).replace(/[.,]0(?=\D|$)/, '');
}

/** `SLA met, resolution · P2`. */
export function kpiLabel({metric, part}: Pick<Kpi, 'metric' | 'part'>): string {
  return [metric.label, ...part.flatMap(({values}) => values)].join(' · ');
}

export function figureText(figure: Figure): string {
  return figure.note === null ? formatValue(figure.value, figure.unit) : noteText(figure.note);
}

export function trendRows(figures: readonly Figure[], chart: BehaviourChart): TrendRow[] {
  return figures.map(({from, period, value, n, isComplete}, index) => ({
    day: from,
    period,
    value,
    n,
    signal: chart.points[index]?.signal ?? 'none',
    isComplete,
    ...(chart.ranges ? {range: chart.ranges[index] ?? null} : {}),
  }));
}

/** One row of the table of key figures. */
export function kpiRow(kpi: Kpi): KpiRow {
  const {metric, current, chart, point, target} = kpi;
  const isKnown = current.value !== null;
  return {
    metric: metric.id,
    label: kpiLabel(kpi),
    href: incidentsHref(metric.id, {period: current.period, where: kpi.where}),
    definitionHref: definitionHref(metric.id),
    value: current.value,
    valueText: figureText(current),
    detailText: provisionalText(current),
    intervalText: formatInterval(current.low, current.high, metric.unit, current.value),
    n: current.n,
    beforeText: beforeText(kpi),
    targetText: targetText(target, metric),
    signal: isKnown ? (point?.signal ?? 'none') : unknownSignal(current),
    signalText: isKnown
      ? verdictText(kpi)
      : unknownSignal(current) === 'none'
        ? ''
        : signalWords(null),
    assurance: chart.assurance,
    assuranceText: missesNow(kpi) ? t`missed; usually met` : assuranceWords(chart.assurance),
    unit: metric.unit,
    spark: trendRows(kpi.figures, chart),
    range: chart.range,
  };
}

function beforeText({before, metric}: Kpi): string {
  return before?.value == null ? '–' : formatValue(before.value, metric.unit);
}

/** The usual range promises the target, the period broke the promise. */
function missesNow(kpi: Kpi): boolean {
  return kpi.chart.assurance === 'reliably' && missesTarget(kpi);
}

/** The period's own value lies on the wrong side of its target. */
export function missesTarget({current, target}: Kpi): boolean {
  if (target === null || current.value === null) return false;
  return target.direction === 'at least'
    ? current.value < target.goal
    : current.value > target.goal;
}

/** No value: because there were too few, or for a reason that stands in its place. */
function unknownSignal({note}: Figure): 'too few' | 'none' {
  return note?.startsWith('too few') ? 'too few' : 'none';
}

function verdictText({current, point}: Kpi): string {
  if (!current.isComplete) return t`still running`;
  return signalWords(point);
}
