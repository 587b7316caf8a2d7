import type {SqlParams} from '../warehouse/database.ts';
import type {Metric, Selection} from './metric.ts';
import {columnsOf, cutQuery} from './query-text.ts';
import {
  conditionsOf,
  dateLiteral,
  dayColumn,
  endOf,
  snapshotDays,
  type SliceFrame,
} from './slice.ts';

/** The rows a figure counts: a query of `record_no` and `dated_at`, one row for each that is counted. */
export interface CountedRows {
  sql: string;
  params: SqlParams;
}

export type RowSelection = Pick<Selection, 'where' | 'from' | 'to'>;

const backlogMart = 'marts.fct_backlog_day';

/**
 * What the figure of a metric, a stretch of days and filters is counted from: as many rows as its `n`
 * (of a count: as its value). A snapshot's rows are the incidents open at the end of its last day.
 */
export function countedRows(
  metric: Metric,
  selection: RowSelection,
  frame: SliceFrame,
): CountedRows {
  const {before, from, where} = cutQuery(metric.sql);
  if (from === backlogMart) return openRows(metric, selection, frame);
  const {conditions, params} = conditionsOf(metric, selection.where);
  const day = dayColumn(metric);
  const all = [
    ...(where === null ? [] : [`(${where}\n)`]),
    ...countedConditions(metric),
    ...(selection.from === null ? [] : [`${day} >= ${dateLiteral(selection.from)}`]),
    `${day} < ${dateLiteral(endOf(selection, frame.asOfOn))}`,
    ...conditions,
  ];
  return {
    sql: `${before}select record_no, ${metric.at} as dated_at from ${from}\nwhere ${all.join('\n  and ')}`,
    params,
  };
}

/**
 * Conditions that leave of a metric's rows those it counts: `count(detected_at)` counts rows that have it.
 * A count is read from its `value`, everything else from its `n`.
 */
export function countedConditions(metric: Metric): string[] {
  const columns = columnsOf(cutQuery(metric.sql).list);
  const value = columns.get('value') ?? '';
  const counted = metric.unit === 'count' && /^count\b/i.test(value) ? value : columns.get('n');
  const parts = /^count\s*\(\s*(\*|\w+)\s*\)\s*(?:filter\s*\(\s*where\s([\s\S]*)\))?$/i.exec(
    counted ?? '',
  );
  if (!parts) return [];
  const [, column = '*', filter] = parts;
  return [
    ...(column === '*' ? [] : [`${column} is not null`]),
    ...(filter === undefined ? [] : [`(${filter})`]),
  ];
}

/**
 * The backlog is kept as counts a day; its incidents are those whose open span covers the day. Age and
 * breach are told at the end of that day, by the rules of `marts.fct_backlog_day`.
 */
function openRows(metric: Metric, selection: RowSelection, frame: SliceFrame): CountedRows {
  const [day] = snapshotDays({...selection, grain: 'total', by: []}, frame);
  const {conditions, params} = conditionsOf(metric, selection.where);
  const at = dateLiteral(day ?? frame.asOfOn);
  const value = columnsOf(cutQuery(metric.sql).list).get('value') ?? '';
  const open = `select
    s.record_no, i.opened_at, i.source, i.service, i.priority, i.category, i.assignment_group,
    i.tier, i.channel, i.location, i.is_major,
    case
      when ${at} - i.opened_on < 2 then '0–2 days'
      when ${at} - i.opened_on < 5 then '2–5 days'
      when ${at} - i.opened_on < 10 then '5–10 days'
      when ${at} - i.opened_on < 30 then '10–30 days'
      else 'over 30 days'
    end as age_band,
    ${at} - i.opened_on >= w.aged_days as is_aged,
    i.resolution_due_at <= w.as_of
      and cast(timezone(w.zone, i.resolution_due_at) as date) <= ${at} as is_breached
  from marts.fct_open_span as s
  join marts.fct_incident as i on i.record_no = s.record_no
  cross join settings.workspace as w
  where s.first_on <= ${at} and (s.last_on is null or s.last_on >= ${at})`;
  const all = [
    day === undefined ? '1 = 0' : '1 = 1',
    ...(/^sum\s*\(\s*breached_count\s*\)$/i.test(value) ? ['is_breached'] : []),
    ...(/^sum\s*\(\s*aged_count\s*\)$/i.test(value) ? ['is_aged'] : []),
    ...conditions,
  ];
  return {
    sql: `select record_no, opened_at as dated_at from (${open}) as open_rows\nwhere ${all.join(' and ')}`,
    params,
  };
}
