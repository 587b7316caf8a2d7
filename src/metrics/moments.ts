import type {Session, SqlParams} from '../warehouse/database.ts';
import {quoteName} from '../warehouse/quote.ts';
import {dimensionOf} from './dimension.ts';
import type {Filter, Metric} from './metric.ts';
import {callOf, columnsOf, cutQuery} from './query-text.ts';
import {conditionsOf, dateLiteral, dayColumn, endOf, knownDimension} from './slice.ts';

/** What a mean, its spread and the difference of two groups are computed from: all of it adds up. */
export interface Moments {
  n: number;
  /** Of the values: of a share, how many had it; of a count, `n`. */
  sum: number;
  squares: number;
  /** Of the values' logarithms, those under a minute taken for a minute; 0 where nothing has a length. */
  logSum: number;
  logSquares: number;
}

/** The moments of one segment in one period. */
export interface SegmentMoments extends Moments {
  metric: string;
  /** The dimensions it is cut by; empty for all incidents. */
  dimensions: readonly string[];
  /** Their values, in the same order; null where the records have none. */
  values: readonly (string | null)[];
  /** First day of the period. */
  period: string;
}

export interface MomentsRequest {
  grain: 'week' | 'month';
  /** Sets of dimensions to cut by, each on its own; the empty set is all incidents. */
  sets: readonly (readonly string[])[];
  /** Days, half-open. */
  from: string;
  to: string;
  where: readonly Filter[];
}

export const noMoments: Moments = {n: 0, sum: 0, squares: 0, logSum: 0, logSquares: 0};

export function addMoments(a: Moments, b: Moments): Moments {
  return combined(a, b, 1);
}

/** What is left of a group without a part of it. */
export function withoutMoments(all: Moments, part: Moments): Moments {
  return combined(all, part, -1);
}

function combined(a: Moments, b: Moments, sign: 1 | -1): Moments {
  return {
    n: a.n + sign * b.n,
    sum: a.sum + sign * b.sum,
    squares: a.squares + sign * b.squares,
    logSum: a.logSum + sign * b.logSum,
    logSquares: a.logSquares + sign * b.logSquares,
  };
}

/** Whether a metric is a count of rows, or a mean over them: what moments can be had of. */
export function hasMoments(metric: Metric): boolean {
  return !metric.isSnapshot && !metric.isSurvival && valueOf(metric) !== null;
}

/** Null in `x` for a count. */
function valueOf(metric: Metric): {x: string | null; n: string} | null {
  const columns = columnsOf(cutQuery(metric.sql).list);
  const [value, n] = [columns.get('value') ?? '', columns.get('n') ?? ''];
  if (metric.unit === 'count') return value === n && n === 'count(*)' ? {x: null, n} : null;
  const call = callOf(value);
  return call?.name === 'avg' && call.rest === '' ? {x: call.inside, n} : null;
}

/**
 * The moments of several metrics by period and by each set of dimensions: a query for all metrics that
 * count the same rows, whatever the number of segments. Filters and sets that a metric can't be cut by
 * leave it out. Nothing dated after the data's clock is counted.
 */
export async function readMoments(
  session: Session,
  metrics: readonly Metric[],
  request: MomentsRequest,
  frame: {asOfOn: string},
): Promise<SegmentMoments[]> {
  const groups = new Map<string, Metric[]>();
  for (const metric of metrics.filter(hasMoments)) {
    if (!request.where.every(({dimension}) => dimensionOf(metric, dimension))) continue;
    const {before, from, where} = cutQuery(metric.sql);
    const key = JSON.stringify([
      before,
      from,
      where,
      metric.at,
      request.sets.map(cuttable(metric)),
    ]);
    groups.set(key, [...(groups.get(key) ?? []), metric]);
  }
  const answers = [...groups.values()].map((group) => readGroup(session, group, request, frame));
  return (await Promise.all(answers)).flat();
}

function cuttable(metric: Metric) {
  return (set: readonly string[]) => set.every((id) => dimensionOf(metric, id));
}

type MomentsRow = {mask: number; period: string} & Record<string, string | number | null>;

async function readGroup(
  session: Session,
  metrics: readonly Metric[],
  request: MomentsRequest,
  {asOfOn}: {asOfOn: string},
): Promise<SegmentMoments[]> {
  const [first] = metrics;
  if (!first) return [];
  const sets = request.sets.filter(cuttable(first));
  if (sets.length === 0) return [];
  const dimensions = [...new Set(sets.flat())];
  const {sql, params} = momentsQuery(metrics, {...request, sets}, dimensions, asOfOn);
  const rows = await session.query<MomentsRow>(sql, params);
  const byMask = new Map(sets.map((set) => [maskOf(set, dimensions), set]));
  return rows.flatMap((row) =>
    metrics.map((metric, index) => {
      const set = byMask.get(Number(row['mask'])) ?? [];
      return {
        metric: metric.id,
        dimensions: set,
        values: set.map((id) => textOf(row[`d${dimensions.indexOf(id)}`])),
        period: String(row['period']),
        n: Number(row[`n${index}`]),
        sum: Number(row[`sum${index}`]),
        squares: Number(row[`squares${index}`]),
        logSum: Number(row[`log_sum${index}`]),
        logSquares: Number(row[`log_squares${index}`]),
      };
    }),
  );
}

function momentsQuery(
  metrics: readonly Metric[],
  request: MomentsRequest,
  dimensions: readonly string[],
  asOfOn: string,
): {sql: string; params: SqlParams} {
  const metric = metrics[0]!;
  const {before, from, where} = cutQuery(metric.sql);
  const {conditions, params} = conditionsOf(metric, request.where);
  const day = dayColumn(metric);
  const column = (id: string) => quoteName(knownDimension(metric, id).column);
  const names = dimensions.map(column);
  const all = [
    ...(where === null ? [] : [`(${where}\n)`]),
    `${day} >= ${dateLiteral(request.from)}`,
    `${day} < ${dateLiteral(endOf({to: request.to}, asOfOn))}`,
    ...conditions,
  ];
  const columns = [
    `cast(date_trunc('${request.grain}', ${day}) as date) as period`,
    `${names.length > 0 ? `grouping(${names.join(', ')})` : '0'} as mask`,
    ...names.map((name, index) => `${name} as d${index}`),
    ...metrics.flatMap(momentColumns),
  ];
  const sets = request.sets.map((set) => `(${['period', ...set.map(column)].join(', ')})`);
  const sql = `${before}select\n  ${columns.join(',\n  ')}\nfrom ${from}\nwhere ${all.join('\n  and ')}
group by grouping sets (${sets.join(', ')})`;
  return {sql, params};
}

function momentColumns(metric: Metric, index: number): string[] {
  const value = valueOf(metric);
  const isTime = metric.unit === 'hours';
  const x = value?.x == null ? '1' : `(${value.x})`;
  const ln = `ln(greatest(${x}, 1.0 / 60))`;
  const sumOf = (text: string) => `cast(coalesce(sum(${text}), 0) as double)`;
  return [
    `cast(${value?.n ?? 'count(*)'} as integer) as n${index}`,
    `${sumOf(x)} as sum${index}`,
    `${sumOf(`${x} * ${x}`)} as squares${index}`,
    `${isTime ? sumOf(ln) : '0'} as log_sum${index}`,
    `${isTime ? sumOf(`${ln} * ${ln}`) : '0'} as log_squares${index}`,
  ];
}

/** `grouping` sets a bit for each column that a row is not cut by, the first column's the highest. */
function maskOf(set: readonly string[], dimensions: readonly string[]): number {
  return dimensions.reduce((mask, id) => mask * 2 + (set.includes(id) ? 0 : 1), 0);
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** The names of a segment's filters. */
export function segmentFilters({
  dimensions,
  values,
}: Pick<SegmentMoments, 'dimensions' | 'values'>): Filter[] {
  return dimensions.map((dimension, index) => ({dimension, values: [values[index] ?? '']}));
}
