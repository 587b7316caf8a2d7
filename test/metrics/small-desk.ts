import {packagePath} from '../../src/base/package-root.ts';
import {silentProgress} from '../../src/base/progress.ts';
import type {Config} from '../../src/config/config.ts';
import {defaultConfig} from '../../src/config/default-config.ts';
import {createFunctions, loadFunctions} from '../../src/models/create-functions.ts';
import {loadModels} from '../../src/models/load.ts';
import {orderModels} from '../../src/models/order.ts';
import {runModels} from '../../src/models/run-models.ts';
import {writeSettings} from '../../src/models/settings.ts';
import {openDatabase, type Database, type Session} from '../../src/warehouse/database.ts';
import {createLanding} from '../create-landing.ts';

/**
 * A small desk's marts, built by the real models: 600 incidents over four months in Berlin, over the
 * change to summer time; some open, cancelled, reopened, moved between groups or without a field.
 */
export async function smallDesk(): Promise<Database> {
  const database = await openDatabase(':memory:', {settings: {threads: '2'}});
  await database.session(async (session) => {
    for (const schema of ['staging', 'intermediate', 'marts'])
      await session.run(`create schema ${schema}`);
    await createLanding(session);
    await land(session);
    await writeSettings(session, smallDeskConfig(), {asOf: '2016-04-28 13:00:00+00'});
    const functions = await loadFunctions(packagePath('sql'));
    await createFunctions(
      session,
      functions.filter(({isAfterModels}) => !isAfterModels),
    );
    const models = await orderModels(session, await loadModels(packagePath('sql')));
    await runModels(session, models, {progress: silentProgress});
  });
  return database;
}

/** With a price of each tier, a column of affected users, and an attribute as a dimension. */
function smallDeskConfig(): Config {
  return {
    ...defaultConfig(),
    zone: 'Europe/Berlin',
    isZoneDefault: false,
    attributes: [
      {dimension: 'floor', attribute: 'Floor', label: 'floor', plural: 'floors'},
      {dimension: 'team', attribute: 'Team', label: 'team', plural: 'teams'},
    ],
    costs: {
      currency: 'EUR',
      byTier: [
        {tier: 'L1', cost: 22},
        {tier: 'L2', cost: 80},
      ],
    },
    affectedUsers: 'Affected users',
  };
}

async function land(session: Session): Promise<void> {
  await session.run(`insert into landing.import_log by name
    select 1 as import_id, 'desk.csv' as file_name, 'abc' as sha256, 10 as byte_count,
      'desk' as source, 'servicenow' as connector, 'list' as shape, 'm' as mapping_hash,
      'incident' as grain, timestamptz '2016-04-28 13:00:00+00' as as_of,
      false as is_as_of_stated, timestamptz '2016-04-28 14:00:00+00' as started_at,
      timestamptz '2016-04-28 14:00:00+00' as finished_at, 600 as rows_read,
      600 as rows_accepted, 0 as rows_rejected, 0 as rows_unchanged, 600 as record_count,
      0 as change_count, [] as warnings`);
  await session.run(`create temp table desk as
    with drawn as (
      select i, timestamptz '2016-01-01 00:00:00+00' + to_seconds(i * 17000) as opened_at,
        hash(i * 7) % 100 as a, hash(i * 13) % 100 as b, hash(i * 29) % 100 as c
      from range(600) t(i)
    )
    select *, 'INC' || i as record_id,
      opened_at + to_seconds(60 * (a + 1) * (b + 1)) as resolved_at,
      case when c < 4 then 'cancelled' when c < 10 then 'in_progress' when c < 14 then 'new'
        else 'closed' end as status
    from drawn`);
  await session.run(`insert into landing.record_version by name
    select 'desk' as source, record_id, record_id as number,
      case when a = 50 then 'request' else 'incident' end as record_type, 'Trouble ' || a as title,
      ['Mail', 'Network', 'Printing'][1 + (b % 3)::integer] as service,
      case when c > 20 then 'Category ' || b % 5 end as category,
      case when a > 60 then 'ci-' || a end as ci, ['Phone', 'Portal', 'Event'][1 + (a % 3)::integer] as channel,
      'Site ' || c % 3 as location, 'User ' || b as requester,
      case when c > 2 then 'P' || 1 + a % 4 end as priority, status, status as status_raw,
      ['Service Desk', 'Network Team', 'Mail Team'][1 + (a % 3)::integer] as assignment_group,
      'Agent ' || b % 7 as assignee, opened_at,
      case when b < 60 then opened_at - to_seconds(600) end as occurred_at,
      case when b < 60 then opened_at - to_seconds(60 * (b % 7)) end as detected_at,
      case when status = 'closed' then resolved_at end as resolved_at,
      case when status = 'closed' then resolved_at + to_days(2) end as closed_at,
      least(case when status = 'new' then opened_at else resolved_at end,
        timestamptz '2016-04-28 13:00:00+00') as updated_at,
      (b % 4)::integer as reassignment_count, a % 40 = 0 as is_major,
      case when c > 70 then 'PRB' || c end as problem_id, b < 70 as sla_met_recorded,
      case when c > 3 then 1 + b % 3 || ' - level' end as impact,
      case when b > 3 then ['High', 'Medium', 'Low'][1 + (a % 3)::integer] end as urgency,
      case when a % 5 = 0 then 'KB' || a end as knowledge_id, a % 9 = 0 as is_automated,
      case when b % 4 = 0 then 1 + c % 5 end as satisfaction,
      map(['Floor', 'Affected users'], ['Floor ' || a % 4, case when b % 3 = 0 then (b % 7)::varchar end])
        as attributes,
      'incident' as grain, hash(i) as row_hash, 1 as import_id
    from desk`);
  await session.run(`insert into landing.change by name
    select 'desk' as source, record_id, field, from_value, to_value, from_value as from_raw,
      to_value as to_raw, to_value = 'on_hold' as to_stops_clock, changed_at, 'someone' as changed_by,
      hash(record_id, field, changed_at) as row_hash, 1 as import_id
    from (
      select record_id, 'status' as field, 'new' as from_value, 'in_progress' as to_value,
        opened_at + to_seconds(300) as changed_at
      from desk where status <> 'new'
      union all
      select record_id, 'status', 'in_progress', 'resolved', opened_at + (resolved_at - opened_at) / 3
      from desk where status in ('closed', 'in_progress') and b % 10 = 0
      union all
      select record_id, 'status', 'resolved', 'in_progress', opened_at + (resolved_at - opened_at) / 2
      from desk where status in ('closed', 'in_progress') and b % 10 = 0
      union all
      select record_id, 'status', 'in_progress', 'resolved', resolved_at
      from desk where status = 'closed'
      union all
      select record_id, 'status', 'resolved', 'closed', resolved_at + to_days(2)
      from desk where status = 'closed'
      union all
      select record_id, 'status', 'in_progress', 'on_hold', opened_at + (resolved_at - opened_at) / 8
      from desk where c % 3 = 0 and status = 'closed'
      union all
      select record_id, 'status', 'on_hold', 'in_progress', opened_at + (resolved_at - opened_at) / 5
      from desk where c % 3 = 0 and status = 'closed'
      union all
      select record_id, 'priority', 'P4', 'P' || 1 + a % 4, opened_at + (resolved_at - opened_at) / 6
      from desk where c > 2 and c % 5 = 0 and a % 4 <> 3
      union all
      select record_id, 'category', 'Category 9', 'Category ' || b % 5, opened_at + to_seconds(400)
      from desk where c > 20 and c % 6 = 0
      union all
      select record_id, 'assignment_group', 'Service Desk', 'Network Team',
        opened_at + (resolved_at - opened_at) / 4
      from desk where a % 3 = 1 and status = 'closed'
    )
    where changed_at <= timestamptz '2016-04-28 13:00:00+00'`);
}
