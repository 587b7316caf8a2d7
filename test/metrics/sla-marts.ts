import {readFileSync} from 'node:fs';
import {packagePath} from '../../src/base/package-root.ts';
import {openDatabase, type Database} from '../../src/warehouse/database.ts';

/** Noon of Friday 18 March 2016 in UTC, the zone of this desk. */
export const asOf = new Date('2016-03-18T12:00:00Z');

/** Part of an incident's life; `paused` stops the clock. Minutes from Monday 7 March 2016, 00:00. */
export interface Part {
  from: number;
  to: number;
  status: 'in_progress' | 'on_hold' | 'resolved';
  group: string;
}

export interface DeskIncident {
  no: number;
  priority: string;
  /** Minutes; half-open, in order, without gaps. */
  parts: Part[];
  isOpen: boolean;
  calendar: 'business hours' | 'around the clock';
  targetMinutes: number;
}

const start = Date.parse('2016-03-07T00:00:00Z');
const nowMinute = (asOf.getTime() - start) / 60_000;

export function instantOf(minute: number): Date {
  return new Date(start + minute * 60_000);
}

/** Whether a calendar works in the minute that begins then: the plainest rule there is. */
export function worksIn(calendar: string, minute: number): boolean {
  if (calendar === 'around the clock') return true;
  const at = instantOf(minute);
  const [first, last] = calendar === 'late hours' ? [12, 20] : [9, 17];
  return at.getUTCDay() % 6 !== 0 && at.getUTCHours() >= first && at.getUTCHours() < last;
}

/** Minutes counted one by one up to a minute: what the clock has to come to. */
export function countedMinutes(
  {parts, calendar}: Pick<DeskIncident, 'parts' | 'calendar'>,
  {until = Infinity, isEverStopped = true, hours = calendar as string} = {},
): number {
  let count = 0;
  for (const {from, to, status} of parts)
    for (let minute = from; minute < Math.min(to, until); minute++)
      if (worksIn(hours, minute) && !(isEverStopped && status === 'on_hold')) count++;
  return count;
}

/** Eighty incidents of a small desk, drawn by a fixed rule: some on hold, some open, two priorities. */
export function deskIncidents(): DeskIncident[] {
  return Array.from({length: 80}, (_, no) => {
    const draw = randomFrom(no + 1);
    const priority = draw() < 0.4 ? 'P1' : 'P3';
    const calendar = priority === 'P1' ? 'around the clock' : 'business hours';
    const isOpen = draw() < 0.35;
    const opened = Math.floor(draw() * (nowMinute - 700));
    const end = isOpen
      ? nowMinute
      : Math.min(nowMinute, opened + 30 + Math.floor(draw() ** 3 * 7000));
    const cuts = [
      opened,
      ...[draw(), draw()].sort().map((at) => opened + Math.floor((end - opened) * at)),
    ];
    const parts = cuts.map((from, index): Part => ({
      from,
      to: cuts[index + 1] ?? end,
      status: index === 1 && draw() < 0.6 ? 'on_hold' : 'in_progress',
      group: index === 0 ? 'Service Desk' : 'Network',
    }));
    return {
      no,
      priority,
      parts: parts.filter(({from, to}) => to > from),
      isOpen,
      calendar,
      targetMinutes: priority === 'P1' ? 240 : 1440,
    };
  });
}

function randomFrom(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

/** The marts that SLA questions are asked of, filled by counting minutes instead of by the models. */
export async function slaMarts(incidents = deskIncidents()): Promise<Database> {
  const database = await openDatabase(':memory:');
  await database.run('create schema settings; create schema marts');
  await database.run(`create table settings.workspace as
    select 'UTC' as zone, false as is_zone_default, 7 as reopen_days, 30 as recurrence_days,
      48 as premature_hours, timestamptz '${asOf.toISOString()}' as as_of`);
  await calendars(database);
  await database.run(readFileSync(packagePath('sql/functions/working_time.sql'), 'utf8'));
  await tables(database);
  for (const each of incidents) await fill(database, each);
  return database;
}

async function calendars(database: Database): Promise<void> {
  await database.run(`create table settings.calendar as
    from (values ('around the clock', 'UTC'), ('business hours', 'UTC'), ('late hours', 'UTC'))
      t(calendar, zone);
    create table settings.calendar_hours as
      select calendar, weekday, starts_minute, ends_minute, null::date as from_day,
        null::date as until_day
      from (
        select 'business hours' as calendar, unnest(range(1, 6)) as weekday, 540 as starts_minute,
          1020 as ends_minute
        union all select 'late hours', unnest(range(1, 6)), 720, 1200
        union all select 'around the clock', unnest(range(1, 8)), 0, 1440
      );
    create table settings.sla_policy as
      from (values ('standard P1', 1, 'resolution'), ('standard P3', 2, 'resolution'))
        t(policy, position, kind);
    create table marts.working_span as
      with spans as (
        select h.calendar, day::timestamp + to_minutes(h.starts_minute) as a,
          day::timestamp + to_minutes(h.ends_minute) as b
        from settings.calendar_hours as h, range(date '2016-02-01', date '2016-05-01', interval 1 day) t(day)
        where isodow(day) = h.weekday
      )
      select calendar, timezone('UTC', a) as started_at, timezone('UTC', b) as ended_at,
        (epoch(b) - epoch(a))::double as working_seconds,
        coalesce(sum(epoch(b) - epoch(a)) over (partition by calendar order by a
          rows between unbounded preceding and 1 preceding), 0)::double as working_seconds_before
      from spans`);
}

async function tables(database: Database): Promise<void> {
  await database.run(`create table marts.fct_incident (
      record_no integer, record_key varchar, number varchar, title varchar, priority varchar,
      service varchar, assignment_group varchar, opened_at timestamptz, opened_on date,
      resolved_at timestamptz, resolved_on date, is_resolved boolean, is_open boolean);
    create table marts.fct_flow (record_no integer, event_at timestamptz, backlog_delta integer);
    create table marts.fct_clock (
      record_no integer, kind varchar, policy varchar, calendar varchar, target_seconds double,
      started_at timestamptz, counts_from timestamptz, due_at timestamptz, stopped_at timestamptz,
      used_seconds double, paused_seconds double, verdict varchar, priority_changed_at timestamptz);
    create table marts.fct_clock_span (
      record_no integer, kind varchar, started_at timestamptz, ended_at timestamptz, status varchar,
      priority varchar, assignment_group varchar, tier varchar, counted_seconds double,
      working_seconds double, elapsed_seconds double, state varchar);
    create table marts.fct_breach_share (
      record_no integer, kind varchar, assignment_group varchar, tier varchar, shift varchar,
      used_seconds double, used_share double);
    create table marts.sla_comparison (
      record_no integer, recorded varchar, computed varchar, is_disagreement boolean, reason varchar,
      origin varchar, recorded_due_at timestamptz)`);
}

async function fill(database: Database, incident: DeskIncident): Promise<void> {
  const {no, priority, parts, isOpen, calendar, targetMinutes} = incident;
  const at = (minute: number) => `timestamptz '${instantOf(minute).toISOString()}'`;
  const [opened, end] = [parts[0]?.from ?? 0, parts.at(-1)?.to ?? 0];
  const used = countedMinutes(incident);
  const isBreached = used > targetMinutes;
  const verdict = isBreached ? `'breached'` : isOpen ? 'null' : `'met'`;
  await database.run(`insert into marts.fct_incident values (${no}, 'desk:${no}', 'INC${no}',
    'Trouble ${no}', '${priority}', 'Mail', '${parts.at(-1)?.group ?? ''}', ${at(opened)},
    ${at(opened)}::date, ${isOpen ? 'null, null' : `${at(end)}, ${at(end)}::date`}, ${!isOpen}, ${isOpen})`);
  await database.run(`insert into marts.fct_flow values (${no}, ${at(opened)}, 1)
    ${isOpen ? '' : `, (${no}, ${at(end)}, -1)`}`);
  await database.run(`insert into marts.fct_clock values (${no}, 'resolution', 'standard ${priority}',
    '${calendar}', ${targetMinutes * 60}, ${at(opened)}, ${at(opened)},
    ${isBreached ? at(dueMinute(incident)) : 'null'}, ${isOpen ? 'null' : at(end)}, ${used * 60}, 0,
    ${verdict}, null)`);
  for (const part of parts) {
    const one = {parts: [part], calendar};
    const working = countedMinutes(one, {isEverStopped: false}) * 60;
    const state =
      part.status === 'on_hold'
        ? 'paused'
        : working === 0
          ? 'outside hours'
          : working < (part.to - part.from) * 60
            ? 'partly'
            : 'counted';
    await database.run(`insert into marts.fct_clock_span values (${no}, 'resolution', ${at(part.from)},
      ${at(part.to)}, '${part.status}', '${priority}', '${part.group}', 'L1',
      ${state === 'paused' ? 0 : working}, ${working}, ${(part.to - part.from) * 60}, '${state}')`);
  }
}

/** The end of the minute with which the target is used up. */
export function dueMinute(incident: DeskIncident): number {
  let left = incident.targetMinutes;
  for (const {from, to, status} of incident.parts)
    for (let minute = from; minute < to; minute++)
      if (status !== 'on_hold' && worksIn(incident.calendar, minute) && --left === 0)
        return minute + 1;
  return Infinity;
}
