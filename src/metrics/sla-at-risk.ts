import {UserError} from '../base/user-error.ts';
import type {Session} from '../warehouse/database.ts';
import {compareValues} from './dimension.ts';
import {readFrame, type Frame} from './frame.ts';
import type {Filter} from './metric.ts';
import {filteredIncidents, type SlaKind, type SlaSelection} from './sla-incidents.ts';
import type {SqlText} from './slice.ts';

/** How much of the target is used; exactly at the target is not yet past it. */
export const riskBands = ['under-50', '50-75', '75-90', '90-100', 'breached'] as const;
export type RiskBand = (typeof riskBands)[number];

/** A clock that ran at the moment, of an incident that was open then. */
export interface RunningClock {
  record_key: string;
  number: string | null;
  title: string | null;
  priority: string | null;
  service: string | null;
  /** Who held it then. */
  assignment_group: string | null;
  kind: SlaKind;
  policy: string;
  calendar: string;
  /** Status then. */
  status: string | null;
  opened_at: Date;
  target_seconds: number;
  used_seconds: number;
  /** Used ÷ target; above 1 when breached. */
  used_share: number;
  /** Working time left; negative when breached. */
  remaining_seconds: number;
  is_paused: boolean;
  /** When the target is, or was, used up if nothing stops the clock; null while it is stopped. */
  due_at: Date | null;
  band: RiskBand;
}

export interface RiskCount {
  kind: SlaKind;
  priority: string | null;
  band: RiskBand;
  count: number;
}

export interface SlaAtRisk {
  /** The moment that is looked at. */
  at: Date;
  isNow: boolean;
  counts: RiskCount[];
  /** All that run. */
  clockCount: number;
  /** Soonest due first, the longest breached before all; stopped clocks last, by what they have left. */
  clocks: RunningClock[];
}

export interface AtRiskRequest extends Pick<SlaSelection, 'cuttable'> {
  /** Null for the data's own now. */
  at?: Date | null;
  where?: readonly Filter[];
  /** At most so many clocks of each kind, priority and band; all of them are counted. */
  mostClocks?: number;
}

/**
 * Running SLA clocks at the data's now or any moment before it. A clock counts to that moment only, so an
 * incident resolved since is there as it stood. It is sliced by what the incident says now, and judged by
 * its present target (DECISIONS.md, 7 and 34); incidents cancelled since have no clock.
 * @throws UserError for a moment after the data's now
 */
export async function slaAtRisk(session: Session, request: AtRiskRequest): Promise<SlaAtRisk> {
  const frame = await readFrame(session);
  const at = checkedMoment(request.at ?? null, frame);
  const {sql, params} = runningClocks({...request, at, where: request.where ?? []}, frame);
  const {mostClocks} = request;
  const most =
    mostClocks === undefined ? '' : `qualify place <= ${Math.max(1, Math.trunc(mostClocks))}`;
  const rows = await session.query<PlacedClock>(
    `select * exclude (record_no),
       cast(count(*) over (partition by kind, priority, band) as integer) as band_count,
       row_number() over (
         partition by kind, priority, band order by due_at nulls last, remaining_seconds, record_key
       ) as place
     from (${sql}) as running
     ${most}`,
    params,
  );
  const counts = countsOf(rows);
  return {
    at,
    isNow: isNow(at, frame),
    counts,
    clockCount: counts.reduce((sum, {count}) => sum + count, 0),
    clocks: rows.map(({band_count: _count, place: _place, ...clock}) => clock).sort(byDue),
  };
}

type PlacedClock = RunningClock & {band_count: number; place: number};

/**
 * The moment looked at, the data's own now by default.
 * @throws UserError when nothing is known of it yet
 */
export function checkedMoment(at: Date | null, {asOf, zone}: Frame): Date {
  if (at === null) return asOf;
  if (at <= asOf) return at;
  const end = asOf.toLocaleString('en-GB', {
    timeZone: zone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  throw new UserError(
    'What will be at risk then is not known yet.',
    `The data ends on ${end}; ask for that moment or an earlier one.`,
  );
}

/** Breached ones have been due the longest, so they come first; stopped ones have no due time. */
function byDue(a: RunningClock, b: RunningClock): number {
  const [dueA, dueB] = [a.due_at?.getTime() ?? Infinity, b.due_at?.getTime() ?? Infinity];
  if (dueA !== dueB) return dueA - dueB;
  return a.remaining_seconds - b.remaining_seconds || (a.record_key < b.record_key ? -1 : 1);
}

function countsOf(clocks: readonly PlacedClock[]): RiskCount[] {
  return clocks
    .filter(({place}) => place === 1)
    .map(({kind, priority, band, band_count}) => ({kind, priority, band, count: band_count}))
    .sort(
      (a, b) =>
        b.kind.localeCompare(a.kind) ||
        compareValues('priority', a.priority, b.priority) ||
        riskBands.indexOf(a.band) - riskBands.indexOf(b.band),
    );
}

function isNow(at: Date, {asOf}: Frame): boolean {
  return at.getTime() === asOf.getTime();
}

/** The query of the running clocks, a row each with its `record_no`, for lists. */
export function runningClocks(
  {at, ...filters}: Pick<SlaSelection, 'where' | 'cuttable'> & {at: Date},
  frame: Frame,
): SqlText {
  const incidents = filteredIncidents(filters);
  return {
    sql: `with ${tapeTo(incidents.sql)}, ${readings}
      select
        record_no, record_key, number, title, priority, service, held_by as assignment_group, kind,
        policy, d.calendar, status, opened_at, target_seconds, used_seconds,
        used_seconds / target_seconds as used_share,
        target_seconds - used_seconds as remaining_seconds, is_paused,
        case
          when used_seconds > target_seconds then breached_at
          when not is_paused then working.moment_of(s, due_reading)
        end as due_at,
        case
          when used_seconds > target_seconds then 'breached'
          when used_seconds >= target_seconds * 0.9 then '90-100'
          when used_seconds >= target_seconds * 0.75 then '75-90'
          when used_seconds >= target_seconds * 0.5 then '50-75'
          else 'under-50'
        end as band
      from standing as d
      asof left join marts.working_span as s
        on s.calendar = d.calendar and s.working_seconds_before < d.due_reading`,
    // Instants here have milliseconds, the data's own now may have more.
    params: {...incidents.params, at: isNow(at, frame) ? null : at.toISOString()},
  };
}

/** The clocks that ran and their tapes up to the moment; what lasts at the moment is counted anew. */
function tapeTo(incidents: string): string {
  return `
    asked as (select coalesce(cast($at as timestamptz), as_of) as moment_at from settings.workspace),
    open_then as (
      select record_no
      from marts.fct_flow
      where event_at <= (select moment_at from asked)
      group by record_no
      having sum(backlog_delta) > 0
    ),
    clocks as (
      select
        c.record_no, c.kind, c.policy, c.calendar, c.target_seconds, c.due_at as breached_at, a.moment_at,
        i.record_key, i.number, i.title, i.priority, i.service, i.opened_at
      from marts.fct_clock as c
      join open_then as o on o.record_no = c.record_no
      join (${incidents}) as i on i.record_no = c.record_no
      cross join asked as a
      where c.started_at <= a.moment_at
        and (c.stopped_at is null or (c.stopped_at > a.moment_at and c.stopped_at >= c.started_at))
    ),
    tape as (
      select
        c.record_no, c.kind, c.calendar, c.moment_at, s.started_at, s.status, s.state, s.assignment_group,
        s.ended_at > c.moment_at and s.state not in ('paused', 'before') as is_cut,
        case when s.ended_at > c.moment_at then 0 else s.counted_seconds end as counted_seconds
      from clocks as c
      join marts.fct_clock_span as s on s.record_no = c.record_no and s.kind = c.kind
      where s.started_at <= c.moment_at
    ),
    counted as (
      select
        record_no, kind, sum(counted_seconds) as used_seconds,
        arg_max(state, started_at) = 'paused' as is_paused,
        arg_max(status, started_at) as status,
        arg_max(coalesce(assignment_group, ''), started_at) as held_by
      from tape
      group by record_no, kind
    )`;
}

/** The span that lasts at the moment, up to it, and where each target would be reached. */
const readings = `
    cut as (
      select
        t.record_no, t.kind,
        coalesce(working.reading(b, t.moment_at), 0) - coalesce(working.reading(a, t.started_at), 0)
          as used_seconds
      from (select * from tape where is_cut) as t
      asof left join marts.working_span as a
        on a.calendar = t.calendar and a.started_at <= t.started_at
      asof left join marts.working_span as b
        on b.calendar = t.calendar and b.started_at <= t.moment_at
    ),
    calendars as (
      select n.calendar, coalesce(working.reading(s, n.moment_at), 0) as reading
      from (select distinct calendar, moment_at from clocks) as n
      asof left join marts.working_span as s
        on s.calendar = n.calendar and s.started_at <= n.moment_at
    ),
    used as (
      select
        c.*, coalesce(t.is_paused, false) as is_paused, t.status, nullif(t.held_by, '') as held_by,
        coalesce(t.used_seconds, 0) + coalesce(x.used_seconds, 0) as used_seconds
      from clocks as c
      left join counted as t on t.record_no = c.record_no and t.kind = c.kind
      left join cut as x on x.record_no = c.record_no and x.kind = c.kind
    ),
    standing as (
      select u.*, n.reading + u.target_seconds - u.used_seconds as due_reading
      from used as u
      join calendars as n on n.calendar = u.calendar
    )`;
