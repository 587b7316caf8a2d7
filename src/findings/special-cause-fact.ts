import {formatNumber, formatSize, formatValue} from '../charts/format.ts';
import {formatDay} from '../charts/format-period.ts';
import type {Filter, Metric} from '../metrics/metric.ts';
import type {ChangedSegment} from './changed-segments.ts';
import type {FindingContext} from './finding-context.ts';
import type {FoundFact, Piece} from './finding.ts';
import {metricSubject} from './metric-subject.ts';
import {segmentKey} from './segment-series.ts';
import {t} from '../wording/t.ts';

export interface ChangeFigures {
  /** A period's, where it is a count. */
  usual: number;
  now: number;
}

interface Change extends ChangeFigures {
  /** The one that is told, and that the incidents are listed by. */
  metric: Metric;
  change: ChangedSegment;
  /** First days of the stretch now, and of the one before. */
  since: string;
  historyFrom: string;
  where: readonly Filter[];
}

/** A finding with what stands beside another one about the same incidents. */
export interface ToldChange {
  fact: FoundFact;
  /** What changed, without since when. */
  brief: string;
  isWorse: boolean;
}

/** A changed level as a finding. */
export function specialCauseFact(context: FindingContext, told: Change): ToldChange {
  const {period} = context;
  const {metric, change, since, where, usual, now} = told;
  const isWorse = metric.better !== null && change.score > 0 !== (metric.better === 'higher');
  const brief = briefOf(told, period.grain);
  const fact: FoundFact = {
    key: `special cause|${metric.id}|${keyWords(change)}`,
    detector: 'special cause',
    period: period.id,
    metric: metric.id,
    where,
    title: change.periodCount === 1 ? brief : t`${brief} since ${formatDay(since)}`,
    text: textOf(context, told),
    since,
    n: change.now.n,
    value: now,
    reference: usual,
    consequence: isWorse || metric.better === null ? consequenceOf(told) : none,
    suggestion: suggestionOf(told, isWorse),
    proposal:
      isWorse && metric.unit !== 'count'
        ? {
            title: t`Bring ${lower(metricSubject(metric))}${ofSegment(change)} back to ${formatValue(usual, metric.unit)}`,
            metric: metric.id,
            where,
            baseline: {from: since, to: period.to, value: now},
            target: usual,
          }
        : null,
  };
  return {fact, brief, isWorse};
}

const none = {hours: null, breaches: null, users: null};

function keyWords({series}: ChangedSegment): string {
  if (series.dimensions.length === 0) return '';
  const filters = JSON.parse(segmentKey(series)) as [string, string | null][];
  return filters.map(([id, value]) => `${id}=${value ?? ''}`).join(',');
}

/** `Median time to resolve of P2 rose to 3.1 h from 2.2 h`. */
function briefOf({metric, change, usual, now}: Change, grain: 'week' | 'month'): string {
  const [before, after] = [formatValue(usual, metric.unit), formatValue(now, metric.unit)];
  const told = `${after}${metric.unit === 'count' ? aPeriod(grain) : ''}`;
  const what = `${metricSubject(metric)}${ofSegment(change)}`;
  return change.score > 0
    ? t`${what} rose to ${told} from ${before}`
    : t`${what} fell to ${told} from ${before}`;
}

/** ` of P2, Remote Access`, ` of P2 in servicenow`; nothing for all incidents. */
function ofSegment({series}: ChangedSegment): string {
  return series.dimensions.length === 0 ? '' : t` of ${segmentWords(series)}`;
}

function segmentWords({dimensions, values}: ChangedSegment['series']): string {
  const isSource = (_: string | null, place: number) => dimensions[place] === 'source';
  const parts = values.filter((value, place) => !isSource(value, place)).join(', ');
  const source = values.filter(isSource).join(', ');
  return parts !== '' && source !== '' ? t`${parts} in ${source}` : parts + source;
}

function textOf({period}: FindingContext, told: Change): Piece[] {
  const {metric, change, where, now} = told;
  const {grain} = period;
  const usualCount = change.series.periods.length - change.periodCount;
  const each = metric.unit === 'count' ? aPeriod(grain) : '';
  return [
    {text: stretchText(change.periodCount, grain)},
    {
      text: `${formatValue(now, metric.unit)}${each}`,
      rows: {metric: metric.id, period: period.id, where},
    },
    {
      text: usualText(told, {usualCount, grain, each}),
    },
    {text: `${chanceWords(change.probability)}.`},
    ...(change.drivesTotal
      ? [{text: t` It is what moves the figure of all incidents: without it they are as usual.`}]
      : []),
  ];
}

function stretchText(count: number, grain: 'week' | 'month'): string {
  if (grain === 'week')
    return count === 1 ? t`In the week it was ` : t`Over the last ${count} weeks it was `;
  return count === 1 ? t`In the month it was ` : t`Over the last ${count} months it was `;
}

function usualText(
  {metric, change, usual}: Change,
  {usualCount, grain, each}: {usualCount: number; grain: 'week' | 'month'; each: string},
): string {
  const [now, before] = [formatSize(change.now.n), formatSize(change.usual.n)];
  const value = `${formatValue(usual, metric.unit)}${each}`;
  return grain === 'week'
    ? t` (${now}); over the ${usualCount} weeks before, ${value} (${before}). `
    : t` (${now}); over the ${usualCount} months before, ${value} (${before}). `;
}

function aPeriod(grain: 'week' | 'month'): string {
  return grain === 'week' ? t` a week` : t` a month`;
}

/** `Chance alone does so once in 2,300 times`. */
function chanceWords(probability: number): string {
  if (probability < 1e-6) return t`Chance alone does so less than once in a million times`;
  const times = 1 / probability;
  const digits = 10 ** Math.max(0, Math.floor(Math.log10(times)) - 1);
  return t`Chance alone does so once in ${formatNumber(Math.round(times / digits) * digits)} times`;
}

function consequenceOf({metric, change, usual, now}: Change): FoundFact['consequence'] {
  const last = change.series.periods.at(-1);
  const n = last?.n ?? 0;
  if (metric.id === 'ttr_median') {
    const [before, after] = [change.usual.sum / change.usual.n, change.now.sum / change.now.n];
    return {...none, hours: Math.max(0, (after - before) * n)};
  }
  if (metric.unit === 'hours') return {...none, hours: Math.max(0, (now - usual) * n)};
  if (metric.id.startsWith('sla_'))
    return {...none, breaches: Math.max(0, Math.round((usual - now) * n))};
  return none;
}

function suggestionOf({metric, change, since}: Change, isWorse: boolean): string {
  const isOfAll = change.series.dimensions.length === 0;
  const name = isOfAll ? t`all incidents` : segmentWords(change.series);
  if (metric.id === 'opened')
    return change.score > 0
      ? t`Find what brings the additional incidents of ${name}, and whether a problem record covers it.`
      : t`Find out whether ${name} has really become quieter, or is reported elsewhere.`;
  return isWorse
    ? t`Find what changed for ${name} around ${formatDay(since)}, and agree on an action with its owner.`
    : t`Find what helped ${name}, and keep it.`;
}

function lower(subject: string): string {
  return /^[A-Z][a-z]/.test(subject) ? subject.charAt(0).toLowerCase() + subject.slice(1) : subject;
}

/**
 * One finding for several figures of the same incidents since the same day: the most consequential is
 * told, the others stand beside it in words.
 */
export function toldTogether(changes: readonly ToldChange[]): FoundFact[] {
  const groups = new Map<string, ToldChange[]>();
  for (const change of changes) {
    const {where, since, metric} = change.fact;
    const key = JSON.stringify([where, since, metric === 'opened', change.isWorse]);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const more = others.map(({brief}): Piece => ({text: t` With it: ${lower(brief)}.`}));
    return [{...first.fact, text: [...first.fact.text, ...more]}];
  });
}
