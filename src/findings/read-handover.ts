import {dateLiteral} from '../metrics/slice.ts';
import type {FindingContext} from './finding-context.ts';
import type {FindingWindow} from './finding-window.ts';
import {incidentsIn} from './incidents-in.ts';

/** Resolution clocks of one source and priority, and how they lie to the change of shifts. */
export interface HandoverCount {
  source: string;
  priority: string;
  /** Clocks whose target was used up in the window, or would have been, and those near a change of shifts. */
  clocks: number;
  nearClocks: number;
  /** Those of them that missed it. */
  breaches: number;
  nearBreaches: number;
  /** Share of their running time that lies near a change of shifts: the exposure, 0–1. */
  exposure: number;
  /** Times they changed hands, and those of them near a change of shifts. */
  handoffs: number;
  nearHandoffs: number;
}

/** Near is within an hour of a change of shifts. */
const nearSeconds = 3600;

/** The zone and the changes of shifts, in seconds of the local day; no row without a roster. */
const roster = `
  select w.zone, r.boundaries
  from settings.workspace as w
  cross join (
    select list(distinct m % 1440 * 60) as boundaries
    from (
      select starts_minute as m from settings.shift
      union all select ends_minute from settings.shift
    )
  ) as r
  where len(r.boundaries) > 0`;

/** Whether an instant's local time is near a change of shifts, in SQL beside the roster `w`. */
function isNear(instant: string): string {
  const second = `(cast(floor(epoch(timezone(w.zone, ${instant}))) as bigint) % 86400)`;
  return `len(list_filter(w.boundaries, lambda b:
    least((${second} - b + 86400) % 86400, (b - ${second} + 86400) % 86400) <= ${nearSeconds})) > 0`;
}

/** The clocks whose target was used up in the window, or would have been: a row each. */
function dueClocks({from, to}: FindingWindow, incidents: string): string {
  const used = 'coalesce(c.breached_at, c.due_at)';
  return `select i.source, i.priority, c.record_no, c.calendar, c.verdict = 'breached' as is_breached,
      ${used} as used_at, w.zone, ${isNear(used)} as is_near
    from marts.fct_clock as c
    join ${incidents} as i on i.record_no = c.record_no
    cross join (${roster}) as w
    where c.kind = 'resolution' and c.verdict is not null and i.priority is not null
      and ${used} >= timezone(w.zone, ${dateLiteral(from)}::timestamp)
      and ${used} < timezone(w.zone, ${dateLiteral(to)}::timestamp)`;
}

/** How often targets are missed near the change of shifts, by source and priority; empty without a roster. */
export async function readHandover(
  context: FindingContext,
  window: FindingWindow,
): Promise<HandoverCount[]> {
  const {sql, params} = incidentsIn(context);
  return context.session.query<HandoverCount>(
    `with clocks as (${dueClocks(window, sql)}),
    ran as (
      select c.source, c.priority, s.counted_seconds,
        coalesce(working.reading(b, s.ended_at), 0) - coalesce(working.reading(a, s.started_at), 0)
          as near_seconds
      from clocks as c
      join marts.fct_clock_span as s on s.record_no = c.record_no and s.kind = 'resolution'
      asof left join marts.handover_span as a
        on a.calendar = c.calendar and a.started_at <= s.started_at
      asof left join marts.handover_span as b
        on b.calendar = c.calendar and b.started_at <= s.ended_at
      where s.counted_seconds > 0
    ),
    exposed as (
      select source, priority, sum(near_seconds) / sum(counted_seconds) as exposure
      from ran group by all
    ),
    handed as (
      select c.source, c.priority, count(*) as handoffs,
        count(*) filter (where ${isNear('s.started_at')}) as near_handoffs
      from clocks as c
      join marts.fct_assignment_span as s on s.record_no = c.record_no
      join marts.fct_incident as i on i.record_no = c.record_no and s.started_at > i.opened_at
      cross join (${roster}) as w
      group by all
    )
    select c.source, c.priority,
      cast(count(*) as integer) as clocks,
      cast(count(*) filter (where is_near) as integer) as "nearClocks",
      cast(count(*) filter (where is_breached) as integer) as breaches,
      cast(count(*) filter (where is_breached and is_near) as integer) as "nearBreaches",
      any_value(e.exposure) as exposure,
      cast(coalesce(any_value(h.handoffs), 0) as integer) as handoffs,
      cast(coalesce(any_value(h.near_handoffs), 0) as integer) as "nearHandoffs"
    from clocks as c
    join exposed as e on e.source = c.source and e.priority = c.priority
    left join handed as h on h.source = c.source and h.priority = c.priority
    group by c.source, c.priority
    order by c.source, c.priority`,
    params,
  );
}

/** Breaches and running time of an hour of the day. */
export interface HandoverHour {
  weekday: number;
  hour: number;
  breaches: number;
}

/** When breaches of a source and priority happened, by hour and weekday. */
export async function readBreachHours(
  context: FindingContext,
  window: FindingWindow,
): Promise<HandoverHour[]> {
  const {sql, params} = incidentsIn(context);
  return context.session.query<HandoverHour>(
    `select cast(isodow(timezone(zone, used_at)) as integer) as weekday,
       cast(hour(timezone(zone, used_at)) as integer) as hour, cast(count(*) as integer) as breaches
     from (${dueClocks(window, sql)}) as clocks
     where is_breached
     group by 1, 2`,
    params,
  );
}

/** The changes of shifts: minutes of the local day, in order. */
export async function readBoundaries({
  session,
}: Pick<FindingContext, 'session'>): Promise<number[]> {
  const [row] = await session.query<{boundaries: number[]}>(roster);
  return (row?.boundaries ?? []).map((second) => second / 60).sort((a, b) => a - b);
}
