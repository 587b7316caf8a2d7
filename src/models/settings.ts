import {UserError} from '../base/user-error.ts';
import type {Config} from '../config/config.ts';
import type {Session, SqlParams} from '../warehouse/database.ts';

const settingsTables = `
create schema settings;
create table settings.workspace (
  zone varchar, is_zone_default boolean, as_of timestamptz, aged_days integer,
  contact_hours double, reopen_days integer, recurrence_days integer,
  premature_hours integer, desk_pattern varchar
);
create table settings.calendar (calendar varchar, zone varchar);
create table settings.calendar_hours (
  calendar varchar, weekday integer, starts_minute integer, ends_minute integer
);
create table settings.holiday (calendar varchar, day date, label varchar);
create table settings.sla_target (
  kind varchar, priority varchar, target_seconds double, calendar varchar
);
create table settings.target (
  metric varchar, priority varchar, goal double, direction varchar
);
create table settings.tier (assignment_group varchar, tier varchar);
create table settings.shift (shift varchar, starts_minute integer, ends_minute integer);
create table settings.source (source varchar, title varchar, connector varchar);
create table settings.build_info (
  build integer, built_at timestamptz, code_version varchar, inputs_hash varchar,
  as_of timestamptz
);
create table settings.build_model (model varchar, rows bigint, seconds double);
create table settings.audit_result (
  audit varchar, sentence varchar, severity varchar, failures bigint, sample varchar
);
comment on table settings.workspace is 'Settings of the workspace; as_of is the data''s own clock.';
comment on column settings.calendar_hours.weekday is 'ISO: 1 Monday – 7 Sunday';
comment on column settings.calendar_hours.ends_minute is 'May exceed 1440: over midnight';
comment on column settings.shift.ends_minute is 'Exceeds 1440 for a shift over midnight';
comment on column settings.target.priority is 'Null for all priorities';
`;

type Row = Record<string, string | number | boolean | null>;

/**
 * Writes the `settings` schema: how configuration reaches the models.
 * @param asOf the data's own clock as an ISO instant; null while nothing has landed
 */
export async function writeSettings(
  session: Session,
  config: Config,
  {asOf}: {asOf: string | null},
): Promise<void> {
  await session.run(settingsTables);
  await insert(session, 'workspace', [workspaceRow(config, asOf)]);
  await insert(
    session,
    'calendar',
    config.calendars.map(({name, zone}) => ({calendar: name, zone})),
  );
  await insert(session, 'calendar_hours', config.calendars.flatMap(hoursRows));
  await insert(session, 'holiday', config.calendars.flatMap(holidayRows));
  await insert(session, 'sla_target', config.slaTargets.map(slaRow));
  await insert(
    session,
    'target',
    config.targets.map((target) => ({...target})),
  );
  await insert(
    session,
    'tier',
    config.tiers.map(({group, tier}) => ({assignment_group: group, tier})),
  );
  await insert(session, 'shift', config.shifts.map(shiftRow));
  await writeSources(session, config);
}

/**
 * The data's own clock: the newest as-of time of any import, as SQL prints it, to the microsecond.
 * @throws UserError when nothing dated has landed
 */
export async function asOfLanding(session: Session): Promise<string> {
  const [row] = await session.query<{as_of: string | null; n: number}>(
    'select max(as_of)::varchar as as_of, count(*) as n from landing.import_log',
  );
  if (!row || row.n === 0)
    throw new UserError(
      'There is nothing to build from: no file has been imported yet.',
      'Import an export of your tool: meantime import FILE',
    );
  if (row.as_of === null)
    throw new UserError(
      'None of the imported files holds a time, so no figure can be dated.',
      'Import a file with times, or state one: meantime import FILE --as-of 2026-11-01T00:00Z',
    );
  return row.as_of;
}

function workspaceRow(config: Config, asOf: string | null): Row {
  return {
    zone: config.zone,
    is_zone_default: config.isZoneDefault,
    as_of: asOf,
    aged_days: config.agedDays,
    contact_hours: config.contactHours,
    reopen_days: config.reopenDays,
    recurrence_days: config.recurrenceDays,
    premature_hours: config.prematureHours,
    desk_pattern: `(?i)${config.deskPattern}`,
  };
}

function hoursRows(calendar: Config['calendars'][number]): Row[] {
  return calendar.hours.map((span) => ({
    calendar: calendar.name,
    weekday: span.weekday,
    starts_minute: span.startsMinute,
    ends_minute: span.endsMinute,
  }));
}

function holidayRows(calendar: Config['calendars'][number]): Row[] {
  return calendar.holidays.map(({day, label}) => ({calendar: calendar.name, day, label}));
}

function slaRow({kind, priority, targetSeconds, calendar}: Config['slaTargets'][number]): Row {
  return {kind, priority, target_seconds: targetSeconds, calendar};
}

function shiftRow({name, startsMinute, endsMinute}: Config['shifts'][number]): Row {
  return {shift: name, starts_minute: startsMinute, ends_minute: endsMinute};
}

/** Sources of the configuration and those that files were imported for; the newest connector holds. */
async function writeSources(session: Session, config: Config): Promise<void> {
  await insert(
    session,
    'source',
    config.sources.map(({name, title, connector}) => ({source: name, title, connector})),
  );
  await session.run(`
    insert into settings.source
    select source, source, arg_max(connector, import_id)
    from landing.import_log
    where source not in (select source from settings.source)
    group by source
    order by source`);
}

async function insert(session: Session, table: string, rows: Row[]): Promise<void> {
  for (const row of rows) {
    const names = Object.keys(row);
    const values = names.map((name) => `$${name}`).join(', ');
    const sql = `insert into settings.${table} (${names.join(', ')}) values (${values})`;
    await session.run(sql, row as SqlParams);
  }
}
