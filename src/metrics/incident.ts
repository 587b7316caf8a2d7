import {UserError} from '../base/user-error.ts';
import type {Session} from '../warehouse/database.ts';
import type {SqlValue} from '../warehouse/javascript-value.ts';
import type {Catalogue} from './catalogue.ts';
import {backlogMart, countedConditions, openDays} from './counted-rows.ts';
import {readFrame, type Frame} from './frame.ts';
import {readClocks, type Clock} from './incident-clocks.ts';
import {linksOf, type IncidentLink} from './incident-links.ts';
import type {Metric} from './metric.ts';
import {cutQuery} from './query-text.ts';
import {dateLiteral, dayColumn} from './slice.ts';

/** A record as imported, in its newest version: the columns of `marts.dim_record`. */
export interface IncidentRecord {
  record_key: string;
  /** Number of the record in this build: what its history hangs on. */
  record_no: number;
  source: string;
  record_id: string;
  number: string | null;
  record_type: string;
  /** Why it counts in no figure; null when it does. */
  exclusion: string | null;
  title: string | null;
  description: string | null;
  service: string | null;
  category: string | null;
  subcategory: string | null;
  ci: string | null;
  location: string | null;
  channel: string | null;
  requester: string | null;
  impact: string | null;
  urgency: string | null;
  priority: string | null;
  priority_raw: string | null;
  status: string;
  status_raw: string | null;
  assignment_group: string | null;
  tier: string | null;
  assignee: string | null;
  occurred_at: Date | null;
  detected_at: Date | null;
  opened_at: Date | null;
  responded_at: Date | null;
  first_resolved_at: Date | null;
  resolved_at: Date | null;
  resolved_at_source: string | null;
  closed_at: Date | null;
  updated_at: Date | null;
  resolution_code: string | null;
  knowledge_id: string | null;
  is_major: boolean | null;
  parent_id: string | null;
  problem_id: string | null;
  change_id: string | null;
  duplicate_of: string | null;
  /** Columns no field was read from. */
  attributes: Record<string, string | null> | null;
  version_count: number;
}

/** What the figures know of it: some columns of `marts.fct_incident`. */
export interface IncidentFacts {
  resolve_hours: number | null;
  first_resolve_hours: number | null;
  respond_hours: number | null;
  detect_hours: number | null;
  age_hours: number | null;
  reopen_count: number | null;
  reassignment_count: number | null;
  is_first_contact: boolean | null;
  is_first_level: boolean | null;
  has_come_back: boolean | null;
  came_back_evidence: string | null;
  came_back_record_key: string | null;
  has_impossible_times: boolean | null;
  is_sla_recorded_met: boolean | null;
}

export interface HistoryChange {
  changed_at: Date;
  field: string;
  from_value: string | null;
  to_value: string | null;
  changed_by: string | null;
  /** `log`: told by the tool; `versions`: seen between versions. */
  origin: string;
}

export interface StatusSpan {
  status: string;
  stops_clock: boolean | null;
  started_at: Date;
  /** Null while it lasts. */
  ended_at: Date | null;
  hours: number | null;
}

export interface AssignmentSpan {
  /** Null while nobody held it. */
  assignment_group: string | null;
  tier: string | null;
  started_at: Date;
  ended_at: Date | null;
  hours: number | null;
}

/** A figure the incident is counted in. */
export interface CountedIn {
  metric: string;
  label: string;
  /** The local day that puts it in a period; of a snapshot the first at whose end it was counted. */
  dated_on: string;
  /** The last such day of a snapshot; of anything else the same day. */
  last_on: string;
}

export interface Incident {
  record: IncidentRecord;
  /** Null for a record that is left out. */
  facts: IncidentFacts | null;
  changes: HistoryChange[];
  statusSpans: StatusSpan[];
  assignmentSpans: AssignmentSpan[];
  clocks: Clock[];
  /** What it came back as, and what it is a return of. */
  links: IncidentLink[];
  figures: CountedIn[];
}

/**
 * One record with its whole history.
 * @param key `source:record_id`, or the number people quote when only one source has it
 * @throws UserError 404 when there is none, 409 when several records have the number
 */
export async function readIncident(
  session: Session,
  catalogue: Catalogue,
  key: string,
): Promise<Incident> {
  const record = await findRecord(session, key);
  const of = {no: record.record_no};
  const [[facts], changes, statusSpans, assignmentSpans, clocks, links, figures] =
    await Promise.all([
      session.query<IncidentFacts>(
        `select ${factColumns} from marts.fct_incident where record_no = $no`,
        of,
      ),
      session.query<HistoryChange>(
        `select changed_at, field, from_value, to_value, changed_by, origin from marts.fct_change
       where record_no = $no order by changed_at, step, field, to_value`,
        of,
      ),
      session.query<StatusSpan>(
        `select status, stops_clock, started_at, ended_at, hours from marts.fct_status_span
       where record_no = $no order by started_at`,
        of,
      ),
      session.query<AssignmentSpan>(
        `select assignment_group, tier, started_at, ended_at, hours from marts.fct_assignment_span
       where record_no = $no order by started_at`,
        of,
      ),
      readClocks(session, record.record_no),
      linksOf(session, record.record_no),
      countedIn(session, catalogue, record.record_no),
    ]);
  const history = {changes, statusSpans, assignmentSpans, clocks};
  return {record, facts: facts ?? null, ...history, links, figures};
}

const factColumns = `resolve_hours, first_resolve_hours, respond_hours, detect_hours, age_hours,
  reopen_count, reassignment_count, is_first_contact, is_first_level, has_come_back,
  came_back_evidence, came_back_record_key, has_impossible_times, is_sla_recorded_met`;

/**
 * The newest version of a record.
 * @param key `source:record_id`, or the number people quote when only one source has it
 * @throws UserError 404 when there is none, 409 when several records have the number
 */
export async function findRecord(session: Session, key: string): Promise<IncidentRecord> {
  const records = await session.query<IncidentRecord & Record<string, SqlValue>>(
    `select * from marts.dim_record where record_key = $key or number = $key
     order by record_key = $key desc, record_key limit 3`,
    {key},
  );
  const [first] = records;
  if (!first)
    throw new UserError(
      `There is no record "${key}".`,
      'Look for it in the list of incidents.',
      404,
    );
  if (first.record_key === key || records.length === 1) return first;
  const keys = records.map((record) => record.record_key).join(', ');
  throw new UserError(`Several records have the number "${key}".`, `Use one of: ${keys}.`, 409);
}

type CountedRow = Omit<CountedIn, 'label'>;

/** Every figure that counts the incident: an entry for each event, and for each stretch of a backlog. */
async function countedIn(session: Session, catalogue: Catalogue, no: number): Promise<CountedIn[]> {
  const frame = await readFrame(session);
  const asked = catalogue.metrics.map((metric) => countedQuery(metric, frame));
  if (asked.length === 0) return [];
  const rows = await session.query<CountedRow>(
    `with one_incident as (select * from marts.fct_incident where record_no = $no),
     flow_of_one as (select * from marts.fct_flow where record_no = $no)
     ${asked.join('\nunion all\n')}
     order by dated_on, metric, last_on`,
    {no},
  );
  return rows.map((row) => ({...row, label: catalogue.get(row.metric).label}));
}

/** Marts with a row an incident or an event, and what stands for them when only one incident is asked about. */
const rowsOfOne = new Map([
  ['marts.fct_incident', 'one_incident'],
  ['marts.fct_flow', 'flow_of_one'],
]);

/** Names of metrics are those of files, checked when the catalogue was read. */
function countedQuery(metric: Metric, frame: Frame): string {
  const {before, from, where} = cutQuery(metric.sql);
  const conditions = [
    ...(where === null ? [] : [`(${where}\n)`]),
    ...countedConditions(metric),
    `${dayColumn(metric)} <= ${dateLiteral(frame.asOfOn)}`,
  ].join(' and ');
  if (metric.isSnapshot) {
    const rows =
      from === backlogMart
        ? `(${openDays(metric, daysOfOne(frame))}) as open_rows`
        : `(${before}select * from ${from}) as rows_of_all`;
    return stretchesOf(metric, `${rows} where record_no = $no and ${conditions}`);
  }
  const day = dayColumn(metric);
  const rows = rowsOfOne.get(from);
  if (rows !== undefined && before.trim() === '')
    return `select '${metric.id}' as metric, ${day} as dated_on, ${day} as last_on
      from ${rows} where ${conditions}`;
  return `select '${metric.id}' as metric, dated_on, dated_on as last_on from (
      ${before}select record_no, ${day} as dated_on from ${from} where ${conditions}
    ) as rows_of_all where record_no = $no`;
}

function daysOfOne(frame: Frame): string {
  const asOfOn = dateLiteral(frame.asOfOn);
  return `select record_no, cast(unnest(generate_series(
      cast(first_on as timestamp), cast(least(last_on, ${asOfOn}) as timestamp), interval 1 day
    )) as date) as day
    from marts.fct_open_span where record_no = $no`;
}

/** Days that follow each other as one row: their number among the days moves on with them. */
function stretchesOf(metric: Metric, rows: string): string {
  return `select '${metric.id}' as metric, min(day) as dated_on, max(day) as last_on
    from (
      select day, day - cast(row_number() over (order by day) as integer) as stretch
      from (select distinct day from ${rows}) as days_of_one
    ) as placed
    group by stretch`;
}
