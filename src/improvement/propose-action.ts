import {candidateSetRows} from '../metrics/candidate-set.ts';
import type {Catalogue} from '../metrics/catalogue.ts';
import {readFrame} from '../metrics/frame.ts';
import {measure} from '../metrics/measure.ts';
import type {Filter, Metric} from '../metrics/metric.ts';
import {readTargets, targetFor} from '../metrics/targets.ts';
import {addDays, lastCompletePeriod} from '../time/period.ts';
import type {SqlParams, Session} from '../warehouse/database.ts';

/** The measurable part of an action, filled in as far as figures go. */
export interface ProposedMeasure {
  metric: string;
  where: readonly Filter[];
  candidateNo: number | null;
  baselineFrom: string;
  baselineTo: string;
  /** Null where there is nothing to compute it from. */
  baselineValue: number | null;
  targetValue: number | null;
  effectOn: string;
  dueOn: string;
}

/** A quarter before, and as long to do something about it. */
const baselineWeeks = 13;
const dueWeeks = 4;

/**
 * What an action on a measure would be compared with: the thirteen whole weeks before, and a target: the
 * workspace's own where the measure misses it, else a fifth better.
 * @param from the last whole week is the one before this day; by default the data's clock
 */
export async function proposeMeasure(
  session: Session,
  catalogue: Catalogue,
  {
    metric: id,
    where,
    candidateNo = null,
  }: {metric: string; where: readonly Filter[]; candidateNo?: number | null},
): Promise<ProposedMeasure> {
  const metric = catalogue.get(id);
  const {asOfOn} = await readFrame(session);
  const baselineTo = lastCompletePeriod(asOfOn, 'week').to;
  const baselineFrom = addDays(baselineTo, -7 * baselineWeeks);
  const days = {baselineFrom, baselineTo};
  const value = await baselineValue(session, catalogue, {metric: id, where, candidateNo, ...days});
  const dueOn = addDays(asOfOn, 7 * dueWeeks);
  return {
    ...{metric: id, where, candidateNo, baselineFrom, baselineTo, baselineValue: value},
    targetValue:
      value === null ? null : await targetOf(session, metric, {where, candidateNo, value}),
    ...{effectOn: dueOn, dueOn},
  };
}

/** The measure over the baseline's days, as this build has it; null where there is nothing to compute. */
export async function baselineValue(
  session: Session,
  catalogue: Catalogue,
  {
    metric,
    where,
    candidateNo,
    baselineFrom: from,
    baselineTo: to,
  }: {
    metric: string;
    where: readonly {dimension: string; values: readonly string[]}[];
    candidateNo: number | null;
    baselineFrom: string;
    baselineTo: string;
  },
): Promise<number | null> {
  if (candidateNo !== null) return candidateCount(session, catalogue, {candidateNo, from, to});
  const selection = {grain: 'total' as const, by: [], where, from, to};
  const [figure] = await measure(session, catalogue.get(metric), selection);
  return figure?.value ?? null;
}

async function candidateCount(
  session: Session,
  catalogue: Catalogue,
  {candidateNo, from, to}: {candidateNo: number; from: string; to: string},
): Promise<number> {
  const {sql, params} = await candidateSetRows(
    session,
    {set: 'candidate', candidateNo, part: null},
    {selection: {where: [], from, to}, cuttable: catalogue.get('opened')},
  );
  const [row] = await session.query<{n: number}>(
    `select count(*)::integer as n from (${sql}) as rows`,
    params as SqlParams,
  );
  return row?.n ?? 0;
}

async function targetOf(
  session: Session,
  metric: Metric,
  {
    where,
    candidateNo,
    value,
  }: {where: readonly Filter[]; candidateNo: number | null; value: number},
): Promise<number> {
  // A recurring fault is worth an action that halves it.
  if (candidateNo !== null) return Math.floor(value / 2);
  const only = (id: string) => {
    const values = where.find(({dimension}) => dimension === id)?.values ?? [];
    return values.length === 1 ? (values[0] ?? null) : null;
  };
  const scope = {priority: only('priority'), service: only('service')};
  const goal = targetFor(await readTargets(session), metric.id, scope);
  const isMissed =
    goal !== null && (goal.direction === 'at least' ? value < goal.goal : value > goal.goal);
  if (isMissed) return goal.goal;
  if (metric.better !== 'higher') return rounded(value * 0.8);
  return metric.unit === 'share' ? rounded(value + (1 - value) * 0.2) : rounded(value * 1.2);
}

/** Two digits say what a target means. */
function rounded(value: number): number {
  return Number(value.toPrecision(2));
}
