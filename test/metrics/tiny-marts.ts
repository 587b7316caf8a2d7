import {openDatabase, type Database} from '../../src/warehouse/database.ts';
import {parseMetricFile} from '../../src/metrics/metric-file.ts';
import type {Metric, Selection} from '../../src/metrics/metric.ts';

/** A database in memory whose clock stands at noon of 17 March 2016 in Berlin, a Thursday. */
export async function emptyMarts(): Promise<Database> {
  const database = await openDatabase(':memory:');
  await database.run('create schema settings');
  await database.run('create schema marts');
  await database.run(`create table settings.workspace as
    select 'Europe/Berlin' as zone, false as is_zone_default,
      timestamptz '2016-03-17 11:00:00+00' as as_of, 7 as reopen_days, 30 as recurrence_days,
      48 as premature_hours`);
  return database;
}

/** Incidents as `(key, opened_on, resolved_on, priority, service, hours, detected)`, nulls where open. */
export async function incidentMarts(rows: string): Promise<Database> {
  const database = await emptyMarts();
  await database.run(`create table marts.fct_incident as
    select
      key::varchar as record_key, key::integer as record_no, opened_on::date as opened_on, resolved_on::date as resolved_on,
      opened_on::timestamptz as opened_at, resolved_on::timestamptz as resolved_at,
      priority::varchar as priority, service::varchar as service,
      hours::double as resolve_hours, detected::timestamptz as detected_at,
      coalesce(hours > 100, false) as is_major, resolved_on is not null as is_resolved
    from (values ${rows}) t(key, opened_on, resolved_on, priority, service, hours, detected)`);
  return database;
}

export function metricOf(text: string, file = 'sql/metrics/example.sql'): Metric {
  return parseMetricFile(file, text);
}

export const resolved = metricOf(
  `-- Resolved
-- Incidents resolved.
-- @unit count
-- @at resolved_at
-- @by priority, service, is_major
select count(*) as value, count(*) as n
from marts.fct_incident
where is_resolved -- finally
`,
  'sql/metrics/resolved.sql',
);

export const mttr = metricOf(
  `-- Mean time to resolve
-- Average hours to final resolution.
-- @unit hours
-- @better lower
-- @at resolved_at
-- @by priority, service
-- @needs resolved_at
select avg(resolve_hours) as value, count(*) as n
from marts.fct_incident
where is_resolved or false
`,
  'sql/metrics/mttr.sql',
);

export const quickShare = metricOf(
  `-- Quick
-- Share resolved within two hours.
-- @unit share
-- @better higher
-- @at resolved_at
-- @by priority, service
select avg(cast(resolve_hours <= 2 as integer)) as value, count(*) as n
from marts.fct_incident
where is_resolved
`,
  'sql/metrics/quick_share.sql',
);

export const everything: Selection = {grain: 'total', by: [], where: [], from: null, to: null};
