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
  /** Their values, in the same order; null where the records have none. One list for all rows of a segment. */
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
  /** Segments with fewer rows in all periods together are left out; by default none. */
  least?: number;
}

export const noMoments: Moments = {n: 0, sum: 0, squares: 0, logSum: 0, logSquares: 0};

export function addMoments(a: Moments, b: Moments): Moments {
  return combined(a, b, 1);
}

/** Of all of them; added up in place, since a scan does it for thousands of segments. */
export function sumMoments(moments: readonly Moments[]): Moments {
  const total = {...noMoments};
  for (const {n, sum, squares, logSum, logSquares} of moments) {
    total.n += n;
    total.sum += sum;
    total.squares += squares;
    total.logSum += logSum;
    total.logSquares += logSquares;
  }
  return total;
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
  // A row a segment, with a list of periods: there may be thousands of cells. Taken by column they take a third
  // of the time.
  const result = await session.result(sql, params);
  const columns = await result.getColumnsJS();
  const byName = new Map(result.columnNames().map((name, index) => [name, columns[index] ?? []]));
  const column = (name: string) => byName.get(name) ?? [];
  const list = (name: string, row: number) => (column(name)[row] ?? []) as readonly unknown[];
  const byMask = new Map(sets.map((set) => [maskOf(set, dimensions), set]));
  return column('mask').flatMap((mask, row) => {
    const set = byMask.get(Number(mask)) ?? [];
    const values = set.map((id) => textOf(column(`d${dimensions.indexOf(id)}`)[row]));
    const periods = list('periods', row);
    return metrics.flatMap((metric, index) => {
      const own = (name: string) => list(`${name}${index}`, row);
      const [n, logSum, logSquares] = [own('n'), own('log_sum'), own('log_squares')];
      const sum = byName.has(`sum${index}`) ? own('sum') : n;
      const squares = byName.has(`squares${index}`) ? own('squares') : sum;
      return periods.map((period, place) => ({
        metric: metric.id,
        dimensions: set,
        values,
        period: String(period),
        n: Number(n[place]),
        sum: Number(sum[place]),
        squares: Number(squares[place]),
        logSum: Number(logSum[place] ?? 0),
        logSquares: Number(logSquares[place] ?? 0),
      }));
    });
  });
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
    'count(*) as row_count',
    ...metrics.flatMap(momentColumns),
  ];
  const sets = request.sets.map((set) => `(${['period', ...set.map(column)].join(', ')})`);
  const cells = `${before}select\n  ${columns.join(',\n  ')}\nfrom ${from}\nwhere ${all.join('\n  and ')}
group by grouping sets (${sets.join(', ')})`;
  const segment = ['mask', ...names.map((_, index) => `d${index}`)].join(', ');
  const lists = metrics
    .flatMap((each, index) => momentColumns(each, index))
    .map((text) => text.slice(text.lastIndexOf(' ') + 1))
    .map((name) => `list(${name}) as ${name}`);
  return {
    sql: `select
  ${[segment, 'list(cast(period as varchar)) as periods', ...lists].join(',\n  ')}
from (\n${cells}\n) as cells
group by ${segment}
having sum(row_count) >= ${Math.trunc(request.least ?? 0)}`,
    params,
  };
}

/** Of a share the sum of squares is the sum; of a count both are the number. */
function momentColumns(metric: Metric, index: number): string[] {
  const value = valueOf(metric);
  const x = `(${value?.x ?? '1'})`;
  const ln = `ln(greatest(${x}, 1.0 / 60))`;
  const sumOf = (text: string) => `cast(coalesce(sum(${text}), 0) as double)`;
  const n = `cast(${value?.n ?? 'count(*)'} as integer) as n${index}`;
  if (value?.x == null) return [n];
  if (metric.unit === 'share') return [n, `${sumOf(x)} as sum${index}`];
  const moments = [n, `${sumOf(x)} as sum${index}`, `${sumOf(`${x} * ${x}`)} as squares${index}`];
  if (metric.unit !== 'hours') return moments;
  return [
    ...moments,
    `${sumOf(ln)} as log_sum${index}`,
    `${sumOf(`${ln} * ${ln}`)} as log_squares${index}`,
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
