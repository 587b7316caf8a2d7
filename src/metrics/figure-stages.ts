import type {Session} from '../warehouse/database.ts';
import type {Catalogue} from './catalogue.ts';
import {countedConditions} from './counted-rows.ts';
import {readFrame} from './frame.ts';
import {measureAll} from './measure.ts';
import type {Metric} from './metric.ts';
import {cutQuery} from './query-text.ts';
import {dateLiteral, dayColumn} from './slice.ts';

/** Why an incident of the stage before is not in a figure; the first that holds. */
export const figureReasons = [
  'cancelled',
  'not dated',
  'not yet',
  'not asked for',
  'impossible times',
  'not recorded',
] as const;
export type FigureReason = (typeof figureReasons)[number];

/** The last stage: from counted or resolved incidents to the n of one figure, over all the data. */
export interface FigureStage {
  metric: string;
  source: string;
  /** What goes in: every counted incident, or every resolved one. */
  base: FigureBase;
  entered: number;
  left: {reason: FigureReason; count: number}[];
  /** The figure's own n, as `measure` tells it. */
  n: number;
  /** entered − left − n; 0 when it foots. */
  residual: number;
}

export type FigureBase = 'incidents' | 'resolved';

/** Figures of resolved incidents start from these, others from all that count. */
export function baseOf({at}: Metric): FigureBase {
  return at === 'resolved_at' || at === 'recurrence_at' ? 'resolved' : 'incidents';
}

/** Only rows of incidents can be told apart; events and snapshots are footed as flows. */
export function hasFigureStage({sql}: Metric): boolean {
  const {before, from} = cutQuery(sql);
  return from === 'marts.fct_incident' && before.trim() === '';
}

/**
 * How many incidents each figure leaves behind and why, by source. What is left is counted by
 * conditions on the rows, `n` by the metric's own query: neither follows from the other.
 */
export async function figureStages(
  session: Session,
  catalogue: Catalogue,
  ids: readonly string[],
): Promise<FigureStage[]> {
  const metrics = ids.map((id) => catalogue.get(id)).filter(hasFigureStage);
  if (metrics.length === 0) return [];
  const selection = {grain: 'total', by: ['source'], where: [], from: null, to: null} as const;
  const [{asOfOn}, figures] = await Promise.all([
    readFrame(session),
    measureAll(
      session,
      metrics.map((metric) => ({metric: withSource(metric), selection})),
    ),
  ]);
  const rows = await session.query<Record<string, number> & {source: string}>(
    `select source, ${metrics.flatMap((metric, index) => countsOf(metric, index, asOfOn)).join(', ')}
     from marts.fct_incident group by source order by source`,
  );
  return metrics.flatMap((metric, index) =>
    rows.map((row) => {
      const figure = figures[index]?.find(({dimensions}) => dimensions['source'] === row.source);
      return stageOf(metric, row, {index, n: figure?.n ?? 0});
    }),
  );
}

/** Every incident has a source, though a workspace's own metric need not be cut by it. */
function withSource(metric: Metric): Metric {
  return metric.by.includes('source') ? metric : {...metric, by: [...metric.by, 'source']};
}

function countsOf(metric: Metric, index: number, asOfOn: string): string[] {
  const base = baseCondition(metric);
  return [
    `count(*) filter (where ${base}) as m${index}`,
    ...figureReasons.map(
      (reason, place) =>
        `count(*) filter (where ${leftCondition(metric, reason, asOfOn)}) as m${index}_${place}`,
    ),
  ];
}

function stageOf(
  metric: Metric,
  row: Record<string, number> & {source: string},
  {index, n}: {index: number; n: number},
): FigureStage {
  const entered = row[`m${index}`] ?? 0;
  const left = figureReasons
    .map((reason, place) => ({reason, count: row[`m${index}_${place}`] ?? 0}))
    .filter(({count}) => count > 0);
  const gone = left.reduce((sum, {count}) => sum + count, 0);
  const {source} = row as {source: string};
  return {
    metric: metric.id,
    source,
    base: baseOf(metric),
    entered,
    left,
    n,
    residual: entered - gone - n,
  };
}

function baseCondition(metric: Metric): string {
  return baseOf(metric) === 'resolved' ? 'is_resolved' : 'true';
}

/** Rows of `marts.fct_incident` that a figure leaves behind for that reason, and for none before it. */
export function leftCondition(metric: Metric, reason: FigureReason, asOfOn: string): string {
  const tests = testsOf(metric, asOfOn);
  const place = figureReasons.indexOf(reason);
  const before = figureReasons.slice(0, place).map((each) => `not (${tests[each]})`);
  return [baseCondition(metric), ...before, `(${tests[reason]})`].join(' and ');
}

/** Each is true or false, never unknown. */
function testsOf(metric: Metric, asOfOn: string): Record<FigureReason, string> {
  const {where} = cutQuery(metric.sql);
  const asked = where === null ? 'true' : `coalesce((${where}\n), false)`;
  const counted = countedConditions(metric);
  const isCounted = counted.length === 0 ? 'true' : `coalesce(${counted.join(' and ')}, false)`;
  const day = dayColumn(metric);
  return {
    cancelled: `not ${asked} and is_cancelled`,
    'not dated': `${day} is null`,
    'not yet': `${day} > ${dateLiteral(asOfOn)}`,
    'not asked for': `not ${asked}`,
    'impossible times': `not ${isCounted} and ${contradicts(metric)}`,
    'not recorded': `not ${isCounted}`,
  };
}

/** Whether contradicting times are why a duration or a verdict is missing: the times themselves are there. */
function contradicts({sql, needs}: Metric): string {
  if (!/_hours\b|is_sla_\w+_met/.test(sql)) return 'false';
  const times = needs.filter((column) => column.endsWith('_at'));
  return [
    'coalesce(has_impossible_times, false)',
    ...times.map((column) => `${column} is not null`),
  ].join(' and ');
}
