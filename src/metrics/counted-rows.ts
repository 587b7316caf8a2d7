import type {Metric, Selection} from './metric.ts';
import {callOf, columnsOf, cutQuery} from './query-text.ts';
import {
  conditionsOf,
  dateLiteral,
  dayColumn,
  endOf,
  snapshotDays,
  type SliceFrame,
  type SqlText,
} from './slice.ts';

export type RowSelection = Pick<Selection, 'where' | 'from' | 'to'>;

export const backlogMart = 'marts.fct_backlog_day';

/**
 * What the figure of a metric, a stretch of days and filters is counted from: a query of `record_no` and
 * `dated_at` with as many rows as its `n` (of a count: as its value). A snapshot's rows are those of the
 * end of its last day.
 */
export function countedRows(metric: Metric, selection: RowSelection, frame: SliceFrame): SqlText {
  const {before, from, where} = cutQuery(metric.sql);
  const {conditions, params} = conditionsOf(metric, selection.where);
  const all = [
    ...(where === null ? [] : [`(${where}\n)`]),
    ...countedConditions(metric),
    ...dayConditions(metric, selection, frame),
    ...conditions,
  ];
  if (from === backlogMart) return {sql: openRows(metric, {selection, frame, all}), params};
  return {
    sql: `${before}select record_no, ${metric.at} as dated_at from ${from}\nwhere ${all.join('\n  and ')}`,
    params,
  };
}

function dayConditions(metric: Metric, selection: RowSelection, frame: SliceFrame): string[] {
  const day = dayColumn(metric);
  if (metric.isSnapshot) return [`${day} = ${lastDay(selection, frame)}`];
  const to = `${day} < ${dateLiteral(endOf(selection, frame.asOfOn))}`;
  return selection.from === null ? [to] : [`${day} >= ${dateLiteral(selection.from)}`, to];
}

/** Null, which no day is, where nothing has been counted yet. */
function lastDay(selection: RowSelection, frame: SliceFrame): string {
  const [day] = snapshotDays({...selection, grain: 'total', by: []}, frame);
  return day === undefined ? 'null' : dateLiteral(day);
}

/** Whether the rows that a metric counts can be told from its query. */
export function isCountable(metric: Metric): boolean {
  return countedOf(metric) !== null;
}

/** Whether its value is a number of rows, each of which has its own moment. */
export function countsRows({sql}: Metric): boolean {
  const {list, from} = cutQuery(sql);
  return from !== backlogMart && countConditions(columnsOf(list).get('value') ?? '') !== null;
}

/** Conditions that leave of a metric's rows those it counts: `count(detected_at)` counts rows that have it. */
export function countedConditions(metric: Metric): string[] {
  return countedOf(metric) ?? [];
}

/** A count is read from its `value` where that is one, everything else from its `n`. */
function countedOf(metric: Metric): string[] | null {
  const {list, from} = cutQuery(metric.sql);
  const columns = columnsOf(list);
  if (metric.isSurvival) return [`(${columns.get('hours')}) is not null`];
  const conditionsIn = from === backlogMart ? summedConditions : countConditions;
  const ofN = conditionsIn(columns.get('n') ?? '');
  return metric.unit === 'count' ? (conditionsIn(columns.get('value') ?? '') ?? ofN) : ofN;
}

function countConditions(expression: string): string[] | null {
  const call = callOf(expression);
  if (call?.name !== 'count' || /^distinct\b/i.test(call.inside)) return null;
  const filter = /^filter\s*\(\s*where\s([\s\S]*)\)$/i.exec(call.rest)?.[1];
  if (call.rest !== '' && filter === undefined) return null;
  return [
    ...(call.inside === '*' ? [] : [`(${call.inside}) is not null`]),
    ...(filter === undefined ? [] : [`(${filter})`]),
  ];
}

/** The backlog is kept as counts a day; of one incident each is 1 or 0. */
function summedConditions(expression: string): string[] | null {
  const call = callOf(expression);
  if (call?.name !== 'sum' || call.rest !== '' || !/^\w+_count$/.test(call.inside)) return null;
  return [`${call.inside} > 0`];
}

interface OpenParts {
  selection: RowSelection;
  frame: SliceFrame;
  all: readonly string[];
}

/** The incidents of the backlog: those whose open span covers the day, as `marts.fct_backlog_day` counts them. */
function openRows(metric: Metric, {selection, frame, all}: OpenParts): string {
  const day = lastDay(selection, frame);
  const days = `select ${day} as day, s.record_no
    from marts.fct_open_span as s
    where s.first_on <= ${day} and (s.last_on is null or s.last_on >= ${day})`;
  return `select record_no, opened_at as dated_at from (${openDays(metric, days)}) as open_rows
where ${all.join('\n  and ')}`;
}

/**
 * Days on which incidents were open, with the columns of `marts.fct_backlog_day`; age and breach are those
 * of the end of the day.
 * @param days a query of `day` and `record_no`
 */
export function openDays({attributes}: Pick<Metric, 'attributes'>, days: string): string {
  return `select
    d.day, d.record_no, i.opened_at, i.source, i.service, i.priority, i.category,
    i.assignment_group, i.tier, i.channel, i.location, i.is_major,
    ${attributes.map(({column}) => `i.${column}, `).join('')}1 as open_count,
    settings.age_band(d.day - i.opened_on) as age_band,
    case when d.day - i.opened_on >= w.aged_days then 1 else 0 end as aged_count,
    case
      when i.resolution_due_at <= w.as_of
        and cast(timezone(w.zone, i.resolution_due_at) as date) <= d.day
      then 1 else 0
    end as breached_count
  from (${days}) as d
  join marts.fct_incident as i on i.record_no = d.record_no
  cross join settings.workspace as w`;
}
