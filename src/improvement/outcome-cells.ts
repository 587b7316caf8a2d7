import type {Filter, Metric} from '../metrics/metric.ts';
import {cutQuery} from '../metrics/query-text.ts';
import {conditionsOf, dateLiteral, dayColumn, knownDimension} from '../metrics/slice.ts';
import type {Session} from '../warehouse/database.ts';
import type {Cell} from './compare-outcomes.ts';
import type {Days, Windows} from './comparison-windows.ts';
import type {Outcome} from './outcome.ts';

/** What is compared of each incident. */
export type RowOutcome = Extract<Outcome, {expression: string}>;

/** A minute: what took no time at all has no logarithm. */
const leastHours = 1 / 60;

/**
 * Sums of what is compared, by week and priority: as many rows as there are of these, whatever the number of
 * incidents.
 * @param threshold of a tail: what counts as long
 */
export async function readCells(
  session: Session,
  metric: Metric,
  {outcome, where, windows, threshold}: CellRequest & {threshold: number | null},
): Promise<Cell[]> {
  const rows = rowsQuery(metric, {outcome, where, windows});
  const compared = {
    share: 'y::double',
    mean: 'y::double',
    log: `ln(greatest(y, ${leastHours}))`,
    tail: '(y > $threshold)::integer::double',
  }[outcome.kind];
  return session.query<Cell>(
    `select side, ((day - origin) // 7)::integer as week, stratum, count(*)::integer as n,
       sum(f) as total, sum(f * f) as squares
     from (select *, ${compared} as f from (${rows.sql}) as outcomes) as compared
     where side is not null and y is not null
     group by all order by all`,
    threshold === null ? rows.params : {...rows.params, threshold},
  );
}

export interface CellRequest {
  outcome: RowOutcome;
  where: readonly Filter[];
  windows: Windows;
}

/** The value that this share of the incidents of both stretches together stays below. */
export async function readThreshold(
  session: Session,
  metric: Metric,
  {share, ...request}: CellRequest & {share: number},
): Promise<number | null> {
  const rows = rowsQuery(metric, request);
  const [row] = await session.query<{threshold: number | null}>(
    `select quantile_cont(y, ${share}) as threshold from (${rows.sql}) as outcomes
     where side is not null and y is not null`,
    rows.params,
  );
  return row?.threshold ?? null;
}

function rowsQuery(metric: Metric, {outcome, where, windows}: CellRequest) {
  const {before, from, where: own} = cutQuery(metric.sql);
  const {conditions, params} = conditionsOf(metric, where);
  const day = dayColumn(metric);
  const isIn = (days: Days) =>
    `${day} >= ${dateLiteral(days.from)} and ${day} < ${dateLiteral(days.to)}`;
  const sides = [
    `case when ${isIn(windows.before)} then 'before' when ${isIn(windows.after)} then 'after' end as side`,
    `case when ${isIn(windows.before)} then ${dateLiteral(windows.before.from)} else ${dateLiteral(windows.after.from)} end as origin`,
  ];
  const all = [...(own === null ? [] : [`(${own}\n)`]), ...conditions];
  return {
    params,
    sql: `${before}select ${day} as day, ${stratumOf(metric)} as stratum,
      (${outcome.expression}) as y, ${sides.join(', ')}
      from ${from}
      where ${all.length === 0 ? 'true' : all.join('\n and ')}`,
  };
}

/** Priorities are what a mix shifts in most; one that isn't known is one of its own. */
function stratumOf(metric: Metric): string {
  if (!metric.by.includes('priority')) return "''";
  return `coalesce(${knownDimension(metric, 'priority').column}, 'no priority')`;
}
