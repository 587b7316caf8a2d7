import type {FindingContext} from '../../src/findings/finding-context.ts';
import type {Catalogue} from '../../src/metrics/catalogue.ts';
import type {Figure} from '../../src/metrics/metric.ts';
import {openDatabase, type Database} from '../../src/warehouse/database.ts';
import {metricOf} from '../metrics/tiny-marts.ts';

/** The week that is looked at, and the 13 weeks that patterns are looked for in. */
export const week = {id: '2016-W12', from: '2016-03-21', to: '2016-03-28', grain: 'week'} as const;
export const windowFrom = '2015-12-28';

const opened = metricOf(
  `-- Opened
-- Incidents opened.
-- @unit count
-- @at opened_at
-- @by source, service, priority, category, assignment_group
select count(*) as value, count(*) as n
from marts.fct_incident
`,
  'sql/metrics/opened.sql',
);

/** Marts without a row, and a roster that changes at 6, 14 and 22 o'clock. */
export async function findingDesk(): Promise<Database> {
  const database = await openDatabase(':memory:');
  await database.run(`create schema settings; create schema marts;
    create table settings.workspace as select 'UTC' as zone, 10 as aged_days;
    create table settings.shift as from (values
      ('Early', 360, 840), ('Late', 840, 1320), ('Night', 1320, 1800)) t(shift, starts_minute, ends_minute);
    create table marts.fct_incident (
      record_no integer, source varchar default 'desk', service varchar, priority varchar default 'P3',
      category varchar, subcategory varchar, channel varchar, ci varchar, assignment_group varchar,
      opened_on date, resolved_on date, resolution_due_at timestamptz,
      is_resolved boolean default true, is_cancelled boolean default false, is_premature boolean,
      is_escalated_functionally boolean, is_priority_mismatch boolean, is_vague_category boolean,
      is_recategorised boolean, has_knowledge boolean, has_problem boolean default false,
      is_sla_resolution_met boolean, resolve_hours double default 10, business_hours double default 4,
      hold_hours double);
    create table marts.fct_handover (
      record_no integer, used_at timestamptz, is_breached boolean, is_near boolean, local_minute integer,
      counted_seconds double, near_seconds double, handoff_count integer default 0,
      near_handoff_count integer default 0);
    create table marts.fct_clock (record_no integer, kind varchar, verdict varchar, target_seconds double,
      used_seconds double, paused_seconds double);
    create table marts.fct_clock_span (record_no integer, kind varchar, started_at timestamptz,
      state varchar, assignment_group varchar, counted_seconds double);
    create table marts.fct_assignment_span (record_no integer, started_at timestamptz, assignment_group varchar);
    create table marts.fct_open_span (record_no integer, first_on date, last_on date);
    create table marts.fct_change (record_no integer, changed_at timestamptz)`);
  return database;
}

/** What a detector is asked with. */
export function contextOf(
  session: Database,
  figures: (metric: string) => Figure[] | null = () => null,
): FindingContext {
  const catalogue = {get: () => opened} as unknown as Catalogue;
  return {
    ...{session, catalogue, period: week, where: [], targets: []},
    frame: {} as FindingContext['frame'],
    historyFrom: '2015-10-05',
    measure: (metric) => Promise.resolve(figures(metric)),
  };
}

/**
 * Incidents spread evenly over the window, numbered on from those there are.
 * @param columns in SQL over `i`, from 0: `'Desk' as assignment_group, i % 5 = 0 as is_premature`
 */
export async function addIncidents(
  database: Database,
  count: number,
  columns: string,
): Promise<void> {
  await database.run(`insert into marts.fct_incident by name
    select
      cast((select count(*) from marts.fct_incident) + i as integer) as record_no,
      date '${windowFrom}' + cast(i % 91 as integer) as opened_on,
      date '${windowFrom}' + cast(i % 91 as integer) as resolved_on,
      ${columns}
    from range(${count}) as t(i)`);
}
