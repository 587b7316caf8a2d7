import {UserError} from '../base/user-error.ts';
import type {Session} from '../warehouse/database.ts';
import {candidateSetRows, type CandidateSet} from './candidate-set.ts';
import {countedRows, type RowSelection} from './counted-rows.ts';
import {readFirstSnapshot, readFrame} from './frame.ts';
import {leftOutQuery, type LeftOutReason} from './left-out-list.ts';
import type {Metric} from './metric.ts';
import {queueRows, type QueueSet} from './queue-set.ts';
import {slaSetRows, type SlaSet} from './sla-set.ts';
import {hasFigureStage} from './figure-stages.ts';
import type {SqlText} from './slice.ts';

/** One line of a list of incidents. Instants are UTC; hours run around the clock. */
export interface ListedIncident {
  record_key: string;
  source: string;
  number: string | null;
  title: string | null;
  service: string | null;
  priority: string | null;
  category: string | null;
  assignment_group: string | null;
  assignee: string | null;
  status: string | null;
  is_major: boolean | null;
  opened_at: Date;
  resolved_at: Date | null;
  updated_at: Date | null;
  resolve_hours: number | null;
  age_hours: number | null;
  reopen_count: number | null;
  reassignment_count: number | null;
  resolution_due_at: Date | null;
  is_sla_resolution_met: boolean | null;
  /** What puts it in the figure's period: its resolution, its reopening … */
  dated_at: Date | null;
}

export const listColumns = [
  'record_key',
  'source',
  'number',
  'title',
  'service',
  'priority',
  'category',
  'assignment_group',
  'assignee',
  'status',
  'is_major',
  'opened_at',
  'resolved_at',
  'updated_at',
  'resolve_hours',
  'age_hours',
  'reopen_count',
  'reassignment_count',
  'resolution_due_at',
  'is_sla_resolution_met',
  'dated_at',
] as const;
export type ListColumn = (typeof listColumns)[number];

export interface IncidentListRequest {
  /** The metric whose incidents are wanted. */
  metric: Metric;
  /** The figure's days and the filters, its dimension values among them. */
  selection: RowSelection;
  /** Instead of the figure's incidents what was left out: of the figure, or (null) by a stage before. */
  leftOut?: {reason: LeftOutReason; of: Metric | null} | null;
  /** Instead of the figure's incidents those of an SLA figure. */
  sla?: SlaSet | null;
  /** Instead of the figure's incidents those of a problem candidate, or with a likely category. */
  candidate?: CandidateSet | null;
  /** Instead of the figure's incidents a part of what is open now. */
  queue?: QueueSet | null;
  /** A column of the list, `-` before it for descending; default newest first. */
  sort?: string | null;
  /** What number or title must contain. */
  text?: string | null;
  /** From 1. */
  page?: number;
  /** At most 1000. */
  pageSize?: number;
}

export interface IncidentList {
  rows: ListedIncident[];
  /** Of all pages: the figure's `n`, or the value of a count, unless `text` narrows it. */
  total: number;
  page: number;
  pageSize: number;
  pageCount: number;
}

/**
 * The incidents behind a figure, a page at a time. Where a metric counts events, an incident stands
 * there once for each.
 * @throws UserError for a column that can't be sorted by
 */
export async function incidentList(
  session: Session,
  request: IncidentListRequest,
): Promise<IncidentList> {
  const {page = 1, pageSize = 50} = request;
  const [size, place] = [Math.min(Math.max(1, pageSize), 1000), Math.max(1, Math.trunc(page))];
  const {sql, params} = await listQuery(session, request);
  const order = orderOf(request.sort);
  const [[counted], rows] = await Promise.all([
    session.query<{total: number}>(`select count(*) as total from (${sql}) as listed`, params),
    session.query<ListedIncident>(
      `select ${listColumns.join(', ')} from (${sql}) as listed
       order by ${order} limit ${size} offset ${(place - 1) * size}`,
      params,
    ),
  ]);
  const total = counted?.total ?? 0;
  return {
    rows,
    total,
    page: place,
    pageSize: size,
    pageCount: Math.max(1, Math.ceil(total / size)),
  };
}

/** The query of the whole list, unordered: `orderOf` says how it is sorted. */
export async function listQuery(
  session: Session,
  asked: Omit<IncidentListRequest, 'sort' | 'page' | 'pageSize'>,
): Promise<SqlText> {
  const {text} = asked;
  const {sql, params} = await rowsQuery(session, asked);
  const search = text ? `where ${searchCondition}` : '';
  return {
    sql: `select * from (${sql}) as found ${search}`,
    params: text ? {...params, text: text.toLowerCase()} : params,
  };
}

async function rowsQuery(
  session: Session,
  {
    metric,
    selection,
    leftOut,
    sla,
    candidate,
    queue,
  }: Omit<IncidentListRequest, 'sort' | 'page' | 'pageSize'>,
): Promise<SqlText> {
  if (sla) {
    const rows = await slaSetRows(session, sla, {...selection, cuttable: metric});
    return {...rows, sql: withFactColumns(rows.sql)};
  }
  if (candidate) {
    const rows = await candidateSetRows(session, candidate, {selection, cuttable: metric});
    return {...rows, sql: withFactColumns(rows.sql)};
  }
  if (queue) {
    const rows = queueRows(queue, {...selection, cuttable: metric});
    return {...rows, sql: withFactColumns(rows.sql)};
  }
  const [frame, firstSnapshotOn] = await Promise.all([
    readFrame(session),
    readFirstSnapshot(session, metric),
  ]);
  const sliceFrame = {asOfOn: frame.asOfOn, firstSnapshotOn};
  if (leftOut) {
    const {reason, of} = leftOut;
    return leftOutQuery({reason, metric: of, selection, columns: listColumns}, sliceFrame);
  }
  const {sql, params} = countedRows(metric, selection, sliceFrame);
  return {sql: withColumns(metric, sql), params};
}

const searchCondition = `position($text in lower(coalesce(number, '') || ' ' || coalesce(title, ''))) > 0`;

/** Rows of the fact have their columns already; other rows look theirs up. */
function withColumns(metric: Metric, sql: string): string {
  const columns = listColumns.filter((column) => column !== 'dated_at');
  // With a `with` before it the first select may be another one.
  if (hasFigureStage(metric))
    return `select * from (${sql.replace(/select record_no,/, `select ${columns.join(', ')},`)}) as counted`;
  return withFactColumns(sql);
}

function withFactColumns(sql: string): string {
  const columns = listColumns.filter((column) => column !== 'dated_at');
  return `select * from (
    select ${columns.map((column) => `i.${column}`).join(', ')}, c.dated_at
    from (${sql}) as c join marts.fct_incident as i on i.record_no = c.record_no
  ) as counted`;
}

/**
 * How a list is sorted, for pages and downloads alike.
 * @throws UserError for a column that can't be sorted by
 */
export function orderOf(sort: string | null | undefined): string {
  if (!sort) return 'dated_at desc nulls last, record_key';
  const name = sort.replace(/^-/, '');
  const column = listColumns.find((each) => each === name);
  if (!column)
    throw new UserError(
      `Incidents can’t be sorted by "${name}".`,
      `Use one of: ${listColumns.join(', ')}; - before it turns the order round.`,
    );
  return `${column} ${sort.startsWith('-') ? 'desc' : 'asc'} nulls last, record_key`;
}
