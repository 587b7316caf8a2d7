import type {SqlParams} from '../warehouse/database.ts';
import {quoteName} from '../warehouse/quote.ts';
import {dimensionOf, type Cuttable, type Dimension} from './dimension.ts';
import type {Filter, Metric, Selection} from './metric.ts';
import {addDays, isDay, periodsBetween} from '../time/period.ts';
import {columnsOf, cutQuery} from './query-text.ts';
import {survivalQuery} from './survival-query.ts';

/** What a slice must know of the data. */
export interface SliceFrame {
  asOfOn: string;
  /** First day of the snapshot mart; null when it is empty or the metric is no snapshot. */
  firstSnapshotOn: string | null;
}

/** A query and the values bound in it. */
export interface SqlText {
  sql: string;
  params: SqlParams;
}

/**
 * A metric cut by period, dimension and filter, composed from the file's own text so that the SQL stays
 * as portable as it was written. Columns: `period` (first day, or the day itself for a snapshot; absent
 * for grain `total`), `first_on` (total with no start: first day counted), the dimensions, `value`
 * (double), `n` (integer) and, where the metric has it, `population` (integer); of survival also
 * `open_count` (integer).
 * Nothing dated after the data's clock is counted.
 * @throws Error when the selection names what isn't the metric's; `parseSelection` checks requests
 */
export function slice(metric: Metric, selection: Selection, frame: SliceFrame): SqlText {
  const {before, list, from, where} = cutQuery(metric.sql);
  const filters = conditionsOf(metric, selection.where);
  const keys = keysOf(metric, selection);
  const columns = [
    ...keys.map(({sql, name}) => `${sql} as ${name}`),
    ...firstDay(metric, selection),
  ];
  const hasGroups = keys.length > 0 && !metric.isSurvival;
  const conditions = [
    ...(where === null ? [] : [`(${where}\n)`]),
    ...periodConditions(metric, selection, frame),
    ...filters.conditions,
  ];
  const inner = [
    `${before}select\n  ${[...columns, list].join(',\n  ')}`,
    `from ${from}`,
    `where ${conditions.join('\n  and ')}`,
    ...(hasGroups ? [`group by ${keys.map((_, index) => index + 1).join(', ')}`] : []),
  ].join('\n');
  const names = keys.map(({name}) => name);
  const figures = metric.isSurvival
    ? survivalQuery(inner, {
        keys: names,
        hasFirstDay: needsFirstDay(selection),
        hasOpen: hasColumn(metric, 'is_open'),
      })
    : inner;
  return {sql: typed(figures, metric, selection, keys), params: filters.params};
}

interface Key {
  name: string;
  sql: string;
}

function keysOf(metric: Metric, selection: Selection): Key[] {
  const dimensions = selection.by.map((id) => ({name: quoteName(id), sql: columnOf(metric, id)}));
  if (selection.grain === 'total') return dimensions;
  const day = dayColumn(metric);
  const isDaily = metric.isSnapshot || selection.grain === 'day';
  // Some engines answer date_trunc of a date with a timestamp.
  const sql = isDaily ? day : `cast(date_trunc('${selection.grain}', ${day}) as date)`;
  return [{name: 'period', sql}, ...dimensions];
}

function firstDay(metric: Metric, selection: Selection): string[] {
  if (!needsFirstDay(selection)) return [];
  const day = dayColumn(metric);
  return [metric.isSurvival ? `${day} as first_on` : `min(${day}) as first_on`];
}

function needsFirstDay(selection: Selection): boolean {
  return selection.grain === 'total' && selection.from === null;
}

/** Integers and doubles whatever the aggregate makes: sums are 128 bits wide in some engines. */
function typed(inner: string, metric: Metric, selection: Selection, keys: Key[]): string {
  const columns = [
    ...keys.map((key) => key.name),
    ...(needsFirstDay(selection) ? ['first_on'] : []),
    'cast(value as double) as value',
    'cast(n as integer) as n',
    ...(metric.isSurvival || hasColumn(metric, 'population')
      ? ['cast(population as integer) as population']
      : []),
    ...(metric.isSurvival ? ['cast(open_count as integer) as open_count'] : []),
  ];
  return `select ${columns.join(', ')}\nfrom (\n${inner}\n) as figures`;
}

function hasColumn(metric: Metric, name: string): boolean {
  return columnsOf(cutQuery(metric.sql).list).has(name);
}

/** The local day that dates a row: `resolved_on` stands beside `resolved_at`. */
export function dayColumn(metric: Metric): string {
  if (!/^[a-z_]+$/.test(metric.at)) throw new Error(`no column name: ${metric.at}`);
  return metric.at === 'day' ? 'day' : metric.at.replace(/_at$/, '_on');
}

function columnOf(metric: Cuttable, id: string): string {
  return quoteName(knownDimension(metric, id).column);
}

/**
 * A dimension of the allow-list.
 * @throws Error for any other: `parseSelection` has checked requests
 */
export function knownDimension(metric: Cuttable, id: string): Dimension {
  const dimension = dimensionOf(metric, id);
  if (!dimension) throw new Error(`${metric.id} has no dimension ${id}`);
  return dimension;
}

/** The last day, exclusive, that can be counted. */
export function endOf(selection: Pick<Selection, 'to'>, asOfOn: string): string {
  const end = addDays(asOfOn, 1);
  return selection.to === null || selection.to > end ? end : selection.to;
}

/** Conditions that keep the rows of the periods asked for. */
function periodConditions(metric: Metric, selection: Selection, frame: SliceFrame): string[] {
  const day = dayColumn(metric);
  if (metric.isSnapshot && selection.grain !== 'day') {
    const days = snapshotDays(selection, frame).map(dateLiteral);
    return [days.length > 0 ? `${day} in (${days.join(', ')})` : '1 = 0'];
  }
  const to = `${day} < ${dateLiteral(endOf(selection, frame.asOfOn))}`;
  return selection.from === null ? [to] : [`${day} >= ${dateLiteral(selection.from)}`, to];
}

/**
 * The last day of each period, the data's clock's day in the one that lasts. A day on which nothing was
 * open has no rows and counts all the same: then the backlog is 0, and not that of the day before.
 */
export function snapshotDays(selection: Selection, frame: SliceFrame): string[] {
  const {asOfOn, firstSnapshotOn} = frame;
  const end = endOf(selection, asOfOn);
  if (selection.from !== null && selection.from >= end) return [];
  if (selection.grain === 'total') return [addDays(end, -1)];
  const from = later(selection.from, firstSnapshotOn) ?? end;
  return periodsBetween(from, end, selection.grain).map((period) =>
    addDays(period.to < end ? period.to : end, -1),
  );
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/**
 * The filters as conditions; values are bound, names come from the metric's own list.
 */
export function conditionsOf(
  metric: Cuttable,
  filters: readonly Filter[],
): {conditions: string[]; params: SqlParams} {
  const params: SqlParams = {};
  const conditions = filters.map((filter) => {
    const dimension = knownDimension(metric, filter.dimension);
    const column = quoteName(dimension.column);
    const filled = filter.values.filter((value) => value !== '');
    const names = filled.map((value) => {
      const name = `v${Object.keys(params).length}`;
      params[name] = dimension.isBoolean ? value === 'true' : value;
      return `$${name}`;
    });
    const parts = [
      ...(names.length > 0 ? [`${column} in (${names.join(', ')})`] : []),
      ...(filled.length < filter.values.length ? [`${column} is null`] : []),
    ];
    return parts.length === 0 ? '1 = 0' : `(${parts.join(' or ')})`;
  });
  return {conditions, params};
}

/** A day as SQL; days come checked, and are checked again here. */
export function dateLiteral(day: string): string {
  if (!isDay(day)) throw new Error(`no day: ${day}`);
  return `date '${day}'`;
}
