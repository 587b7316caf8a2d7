import {addDays, parsePeriod, periodsBetween, shiftPeriod} from '../time/period.ts';
import type {Metric} from '../metrics/metric.ts';
import {readMoments, segmentFilters, type SegmentMoments} from '../metrics/moments.ts';
import {
  sharedSets,
  standingSegments,
  type ChangedSegment,
  type ChangeOptions,
} from './changed-segments.ts';
import {driversOf} from './driving-segments.ts';
import type {Detect, FindingContext} from './finding-context.ts';
import {isMixOnly, strataSets} from './mix-only.ts';
import {seriesOf, type Series} from './segment-series.ts';
import {
  specialCauseFact,
  toldTogether,
  type ChangeFigures,
  type ToldChange,
} from './special-cause-fact.ts';

/** What is scanned: what a review talks about. */
const scannedMetrics = [
  'opened',
  'sla_resolution',
  'sla_response',
  'mttr',
  'mtta',
  'fcr',
  'flr',
  'reopen_rate',
  'recurrence_rate',
  'reassignment_rate',
  'escalation_functional',
] as const;

/** All incidents, and one and two dimensions deep. Pairs whose overlap tells which of the two drives. */
const scannedSets: readonly (readonly string[])[] = [
  [],
  ['priority'],
  ['service'],
  ['category'],
  ['assignment_group'],
  ['tier'],
  ['channel'],
  ['source'],
  ['service', 'priority'],
  ['service', 'category'],
  ['service', 'assignment_group'],
  ['service', 'channel'],
  ['category', 'priority'],
  ['category', 'assignment_group'],
  ['assignment_group', 'priority'],
  ['tier', 'priority'],
  ['tier', 'assignment_group'],
  ['source', 'priority'],
];

/** At most this share of findings is false: DECISIONS.md, 50. */
const falseShare = 0.05;

/** A change that is sure and yet too small to decide anything about. */
const leastChange = 0.1;
const leastPoints = 0.02;
/** A period. */
const leastIncidents = 5;

/**
 * Tells which segments' figures are no longer what they were, over the last period or the last few, against
 * the history before: a query for all metrics that count the same incidents, whatever the number of
 * segments, and one more for a metric of which several stand out.
 */
export const detectSpecialCauses: Detect = async (context) => {
  const {session, catalogue, frame, period, historyFrom, where} = context;
  if (period.to > frame.asOfOn) return [];
  const metrics = scannedMetrics.flatMap(
    (id) => catalogue.metrics.find((metric) => metric.id === id) ?? [],
  );
  const given = where.filter(({values}) => values.length === 1).map(({dimension}) => dimension);
  const sets = scannedSets.filter((set) => !set.some((id) => given.includes(id)));
  const request = {grain: period.grain, from: historyFrom, to: period.to, where, least: fewestRows};
  const rows = await readMoments(session, metrics, {...request, sets}, frame);
  const periods = periodsBetween(historyFrom, period.to, period.grain).map(({from}) => from);
  const byMetric = seriesByMetric(rows, periods);
  const found = metrics.map(async (metric) => {
    const all = byMetric.get(metric.id) ?? new Map<string, Series>();
    const options = changeOptionsFor(metric, period.grain);
    const {tested, standing} = standingSegments(all, options);
    const more = [...sharedSets(standing, all), ...strataSets(standing, options)];
    const further =
      more.length > 0
        ? await readMoments(session, [metric], {...request, sets: more, least: 0}, frame)
        : [];
    const complete = new Map([...all, ...seriesOf(further, periods)]);
    const changes = driversOf(standing, {tested, all: complete, options})
      .filter((change) => isLarge(metric, change))
      .filter((change) => isSettled(context, metric, change))
      .filter((change) => !isMixOnly(change, complete, options.kind));
    const facts = changes.map((change) => factFor(context, metric, change));
    return (await Promise.all(facts)).filter((fact) => fact !== null);
  });
  return toldTogether((await Promise.all(found)).flat());
};

/** Fewer over the whole history tell nothing. */
const fewestRows = 40;

function seriesByMetric(
  rows: readonly SegmentMoments[],
  periods: readonly string[],
): Map<string, Map<string, Series>> {
  const byMetric = new Map<string, SegmentMoments[]>();
  for (const row of rows) {
    const known = byMetric.get(row.metric);
    if (known) known.push(row);
    else byMetric.set(row.metric, [row]);
  }
  return new Map([...byMetric].map(([id, own]) => [id, seriesOf(own, periods)]));
}

export function changeOptionsFor(metric: Metric, grain: 'week' | 'month'): ChangeOptions {
  return {
    kind: metric.unit === 'count' ? 'count' : metric.unit === 'share' ? 'share' : 'time',
    lengths: grain === 'week' ? [1, 2, 4, 8] : [1, 3],
    rate: falseShare / scannedMetrics.length,
    fewestPeriods: grain === 'week' ? 8 : 6,
  };
}

export function isLarge(
  metric: Metric,
  {series, periodCount, usual, now}: ChangedSegment,
): boolean {
  if (metric.unit === 'count') {
    const before = usual.n / (series.periods.length - periodCount);
    return Math.abs(now.n / periodCount - before) >= Math.max(leastIncidents, leastChange * before);
  }
  if (metric.unit === 'share') {
    const [before, after] = [usual.sum / usual.n, now.sum / now.n];
    const rarer = Math.min(before, 1 - before);
    return Math.abs(after - before) >= Math.max(leastPoints, leastChange * rarer);
  }
  const factor = Math.exp(now.logSum / now.n - usual.logSum / usual.n);
  return Math.max(factor, 1 / factor) >= 1 + leastChange;
}

/** What is still waited for can only make a share of returns larger: until then it isn't lower. */
function isSettled(
  {frame, period}: FindingContext,
  metric: Metric,
  {score}: ChangedSegment,
): boolean {
  if (metric.settles === null) return true;
  if (addDays(period.to, frame.settlingDays[metric.settles]) <= frame.asOfOn) return true;
  return score > 0 === (metric.better === 'lower');
}

async function factFor(
  context: FindingContext,
  metric: Metric,
  change: ChangedSegment,
): Promise<ToldChange | null> {
  const {period, historyFrom} = context;
  const last = parsePeriod(period.id);
  if (!last) return null;
  const since = shiftPeriod(last, period.grain, 1 - change.periodCount).from;
  const where = [...context.where, ...segmentFilters(change.series)];
  const told = metric.id === 'mttr' ? context.catalogue.get('ttr_median') : metric;
  const figures = await figuresOf(context, told, {
    metric,
    change,
    since,
    where: segmentFilters(change.series),
  });
  if (!figures || figures.now > figures.usual !== change.score > 0) return null;
  return specialCauseFact(context, {metric: told, change, since, historyFrom, where, ...figures});
}

interface Told {
  metric: Metric;
  change: ChangedSegment;
  since: string;
  where: ReturnType<typeof segmentFilters>;
}

/** The values that the metric itself shows for the two stretches. */
async function figuresOf(
  context: FindingContext,
  told: Metric,
  {change, since, where}: Told,
): Promise<ChangeFigures | null> {
  const {usual, now, series, periodCount} = change;
  if (told.unit === 'count')
    return {usual: usual.n / (series.periods.length - periodCount), now: now.n / periodCount};
  if (told.id !== 'ttr_median') return {usual: usual.sum / usual.n, now: now.sum / now.n};
  const stretch = {grain: 'total' as const, where};
  const [before, after] = await Promise.all([
    context.measure(told.id, {...stretch, from: context.historyFrom, to: since}),
    context.measure(told.id, {...stretch, from: since, to: context.period.to}),
  ]);
  const [a, b] = [before?.[0]?.value, after?.[0]?.value];
  return a == null || b == null ? null : {usual: a, now: b};
}
