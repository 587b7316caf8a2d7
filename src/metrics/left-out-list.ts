import {UserError} from '../base/user-error.ts';
import type {RowSelection} from './counted-rows.ts';
import {figureReasons, hasFigureStage, leftCondition, type FigureReason} from './figure-stages.ts';
import type {Metric} from './metric.ts';
import {
  conditionsOf,
  dateLiteral,
  dayColumn,
  endOf,
  type SliceFrame,
  type SqlText,
} from './slice.ts';

/** Why a record is no incident of its own: METRICS.md, ground rule 4. */
export const recordReasons = [
  'request',
  'problem',
  'change',
  'other',
  'merged',
  'duplicate',
  'deleted',
  'child of a major incident',
  'no opening time',
] as const;

/** How a counted incident stands that is not among the resolved ones. */
export const stateReasons = ['cancelled', 'open', 'no resolution time'] as const;

export type LeftOutReason =
  (typeof recordReasons)[number] | (typeof stateReasons)[number] | FigureReason;

/** What records that don't count can be filtered by. */
export const leftOutDimensions = [
  'source',
  'service',
  'priority',
  'category',
  'assignment_group',
  'tier',
] as const;

/**
 * @param metric names the figure that leaves incidents behind; null where a stage before does
 * @throws UserError for a reason that doesn't exist
 */
export function checkedReason(reason: string, metric: Metric | null): LeftOutReason {
  const known: readonly LeftOutReason[] =
    metric === null ? [...recordReasons, ...stateReasons] : figureReasons;
  const found = known.find((each) => each === reason);
  if (found && (metric === null || hasFigureStage(metric))) return found;
  throw new UserError(
    `Nothing is left out as "${reason.slice(0, 40)}"${metric ? ` of "${metric.label}"` : ''}.`,
    `Use one of: ${known.join(', ')}.`,
  );
}

export interface LeftOutAsked {
  reason: LeftOutReason;
  metric: Metric | null;
  selection: RowSelection;
  /** Columns of the list; `dated_at` is the opening. */
  columns: readonly string[];
}

/** The records left out for a reason, one row each: a query of the list's columns, unordered. */
export function leftOutQuery(
  {reason, metric, selection, columns}: LeftOutAsked,
  frame: SliceFrame,
): SqlText {
  const isRecord = metric === null && recordReasons.some((each) => each === reason);
  const {conditions, params} = conditionsOf(
    {id: 'what is left out', by: leftOutDimensions},
    selection.where,
  );
  const day = isRecord
    ? 'opened_on'
    : metric && reason !== 'not dated'
      ? dayColumn(metric)
      : 'opened_on';
  const where = [
    rowCondition(reason, metric, frame),
    ...(selection.from === null ? [] : [`${day} >= ${dateLiteral(selection.from)}`]),
    ...(selection.to === null ? [] : [`${day} < ${dateLiteral(endOf(selection, frame.asOfOn))}`]),
    ...conditions,
  ];
  const list = columns.map((column) => listed(column, isRecord)).join(', ');
  const from = isRecord ? recordRows : 'marts.fct_incident';
  return {sql: `select ${list} from ${from}\nwhere ${where.join('\n  and ')}`, params};
}

const recordRows = `(
  select d.*, cast(timezone(w.zone, d.opened_at) as date) as opened_on
  from marts.dim_record as d cross join settings.workspace as w
) as left_out`;

/** Reasons come from the lists above, so they may stand in the text. */
function rowCondition(reason: LeftOutReason, metric: Metric | null, frame: SliceFrame): string {
  if (metric !== null) return leftCondition(metric, reason as FigureReason, frame.asOfOn);
  if (reason === 'open') return 'is_open';
  if (reason === 'cancelled') return 'is_cancelled';
  if (reason === 'no resolution time')
    return 'not is_open and not is_cancelled and resolved_at is null';
  if (reason === 'no opening time') return 'exclusion is null and opened_at is null';
  return `exclusion = '${reason}'`;
}

/** Columns of `marts.dim_record` that a list shows; what only counted incidents have stays empty. */
const recordColumns = new Set([
  ...['record_key', 'source', 'number', 'title', 'service', 'priority', 'category'],
  ...['assignment_group', 'assignee', 'status', 'is_major'],
  ...['opened_at', 'resolved_at', 'updated_at'],
]);

function listed(column: string, isRecord: boolean): string {
  if (column === 'dated_at') return 'opened_at as dated_at';
  return isRecord && !recordColumns.has(column) ? `null as ${column}` : column;
}
