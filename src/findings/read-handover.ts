import {dateLiteral} from '../metrics/slice.ts';
import type {Filter} from '../metrics/metric.ts';
import type {FindingContext} from './finding-context.ts';
import type {FindingWindow} from './finding-window.ts';
import {hasTable} from '../warehouse/has-table.ts';
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

/** A build and which of its incidents. */
interface Scope extends Pick<FindingContext, 'session' | 'catalogue'> {
  where: readonly Filter[];
}

type Days = Pick<FindingWindow, 'from' | 'to'>;

/** Clocks by when their target was used up: rows of `marts.fct_handover` with source and priority. */
function dueClocks({from, to}: Days, incidents: string): string {
  const startOf = (day: string) =>
    `(select timezone(zone, ${dateLiteral(day)}::timestamp) from settings.workspace)`;
  return `select h.*, i.source, i.priority
    from marts.fct_handover as h
    join ${incidents} as i on i.record_no = h.record_no
    where i.priority is not null and h.used_at >= ${startOf(from)} and h.used_at < ${startOf(to)}`;
}

/** How often targets are missed near the change of shifts, by source and priority; empty without a roster. */
export async function readHandover(context: Scope, days: Days): Promise<HandoverCount[]> {
  if (!(await hasTable(context.session, {schema: 'marts', table: 'fct_handover'}))) return [];
  const {sql, params} = incidentsIn(context);
  return context.session.query<HandoverCount>(
    `select source, priority,
       cast(count(*) as integer) as clocks,
       cast(count(*) filter (where is_near) as integer) as "nearClocks",
       cast(count(*) filter (where is_breached) as integer) as breaches,
       cast(count(*) filter (where is_breached and is_near) as integer) as "nearBreaches",
       coalesce(sum(near_seconds) / nullif(sum(counted_seconds), 0), 0) as exposure,
       cast(sum(handoff_count) as integer) as handoffs,
       cast(sum(near_handoff_count) as integer) as "nearHandoffs"
     from (${dueClocks(days, sql)}) as clocks
     group by source, priority
     order by source, priority`,
    params,
  );
}

/** Breaches of a source and priority in an hour of a weekday, 1 Monday – 7 Sunday. */
export interface HandoverHour {
  source: string;
  priority: string;
  weekday: number;
  hour: number;
  breaches: number;
}

/** When targets were missed, by hour and weekday, source and priority. */
export async function readBreachHours(context: Scope, days: Days): Promise<HandoverHour[]> {
  const {sql, params} = incidentsIn(context);
  return context.session.query<HandoverHour>(
    `select d.source, d.priority, cast(isodow(timezone(w.zone, d.used_at)) as integer) as weekday,
       cast(d.local_minute // 60 as integer) as hour, cast(count(*) as integer) as breaches
     from (${dueClocks(days, sql)}) as d
     cross join settings.workspace as w
     where d.is_breached
     group by all`,
    params,
  );
}

/** The changes of shifts: minutes of the local day, in order. */
export async function readBoundaries({session}: Pick<Scope, 'session'>): Promise<number[]> {
  const rows = await session.query<{minute: number}>(
    `select distinct cast(m % 1440 as integer) as minute
     from (
       select starts_minute as m from settings.shift
       union all select ends_minute from settings.shift
     ) as boundaries
     order by minute`,
  );
  return rows.map(({minute}) => minute);
}
