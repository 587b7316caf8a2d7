import {dateLiteral} from '../metrics/slice.ts';
import type {FindingContext} from './finding-context.ts';
import {incidentsIn} from './incidents-in.ts';

/** What a group had open at the end of two days, and how old it is on the later one. */
export interface OpenCount {
  part: string | null;
  kind: string;
  /** Open and aged on the later day. */
  n: number;
  hits: number;
  /** Aged on the earlier day. */
  before: number;
  /** Aged and past their target on the later day. */
  late: number;
}

export interface OldestOpen {
  /** Days that the middle one of a group's aged incidents has been open. */
  median_days: number;
  oldest_days: number;
  /** Days since anything happened to the middle one. */
  untouched_days: number | null;
}

/** Days at whose end an incident was open, in SQL over `s`, a row of `marts.fct_open_span`. */
function openOn(day: string): string {
  return `s.first_on <= ${day} and coalesce(s.last_on, date '9999-12-31') >= ${day}`;
}

/** Open and aged incidents by group, source and priority. */
export async function readOpen(
  context: FindingContext,
  {day, earlier}: {day: string; earlier: string},
): Promise<OpenCount[]> {
  const {sql, params} = incidentsIn(context);
  const [now, then] = [dateLiteral(day), dateLiteral(earlier)];
  return context.session.query<OpenCount>(
    `select i.assignment_group as part, i.source || ' ' || coalesce(i.priority, '') as kind,
       cast(count(*) filter (where ${openOn(now)}) as integer) as n,
       cast(count(*) filter (where ${openOn(now)} and ${now} - i.opened_on >= w.aged_days) as integer)
         as hits,
       cast(count(*) filter (where ${openOn(then)} and ${then} - i.opened_on >= w.aged_days) as integer)
         as before,
       cast(count(*) filter (
         where ${openOn(now)} and ${now} - i.opened_on >= w.aged_days
           and cast(timezone(w.zone, i.resolution_due_at) as date) <= ${now}
       ) as integer) as late
     from marts.fct_open_span as s
     join ${sql} as i on i.record_no = s.record_no
     cross join settings.workspace as w
     where (${openOn(now)}) or (${openOn(then)})
     group by 1, 2`,
    params,
  );
}

/** How old aged incidents are and for how long nothing happened to them: of each group, and of all together. */
export async function readOldest(
  context: FindingContext,
  day: string,
): Promise<{all: OldestOpen | null; byGroup: ReadonlyMap<string, OldestOpen>}> {
  const {sql, params} = incidentsIn(context);
  const now = dateLiteral(day);
  const rows = await context.session.query<OldestOpen & {part: string | null; is_all: boolean}>(
    `with aged as materialized (
       select i.record_no, i.assignment_group, ${now} - i.opened_on as age_days, w.zone
       from marts.fct_open_span as s
       join ${sql} as i on i.record_no = s.record_no
       cross join settings.workspace as w
       where ${openOn(now)} and ${now} - i.opened_on >= w.aged_days
     ),
     touched as (
       select a.record_no, ${now} - max(cast(timezone(a.zone, c.changed_at) as date)) as still_days
       from aged as a
       join marts.fct_change as c on c.record_no = a.record_no
       where cast(timezone(a.zone, c.changed_at) as date) <= ${now}
       group by a.record_no
     )
     select a.assignment_group as part, grouping(a.assignment_group) = 1 as is_all,
       median(a.age_days) as median_days, max(a.age_days) as oldest_days,
       median(t.still_days) as untouched_days
     from aged as a
     left join touched as t on t.record_no = a.record_no
     group by grouping sets ((), (a.assignment_group))`,
    params,
  );
  const told = rows.filter(({median_days}) => (median_days as number | null) !== null);
  return {
    all: told.find(({is_all}) => is_all) ?? null,
    byGroup: new Map(
      told.flatMap((row) => (row.is_all || row.part === null ? [] : [[row.part, row] as const])),
    ),
  };
}
