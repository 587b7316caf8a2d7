import {cpSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {inject} from 'vitest';
import {silentLog} from '../../src/base/log.ts';
import {silentProgress} from '../../src/base/progress.ts';
import {readConfig} from '../../src/config/read-config.ts';
import {workspaceAt, type Workspace} from '../../src/config/workspace.ts';
import {landingTables} from '../../src/import/landing-tables.ts';
import {loadCatalogue} from '../../src/metrics/catalogue.ts';
import {keepCheckedMetrics} from '../../src/metrics/checked-metrics.ts';
import {build} from '../../src/models/build.ts';
import {openDatabase} from '../../src/warehouse/database.ts';

/** The newest instant of the data: Monday of week 12. */
export const asOf = '2016-03-21T08:00:00Z';

/** An incident whose title tries what titles out of exports may try. */
export const hostileTitle = `=HYPERLINK("http://evil","x")<script>alert(1)</script>`;

/** 400 incidents over 20 weeks, opened every eight hours, landed without an import. */
export async function landSmall(workspace: Workspace): Promise<void> {
  mkdirSync(workspace.dataDirectory, {recursive: true});
  const landing = await openDatabase(workspace.landingFile);
  await landing.run(landingTables);
  await landing.run(`
    insert into import_log by name
    select
      1 as import_id, 'small.csv' as file_name, 'abc' as sha256, 1000 as byte_count,
      'desk' as source, 'servicenow' as connector, 'list' as shape, 'm' as mapping_hash,
      'incident' as grain, 'UTC' as timezone, 'utf-8' as encoding, ',' as delimiter,
      timestamptz '${asOf}' as as_of, true as is_as_of_stated,
      timestamptz '${asOf}' as started_at, timestamptz '${asOf}' as finished_at,
      400 as rows_read, 400 as rows_accepted, 0 as rows_rejected, 0 as rows_unchanged,
      0 as rows_skipped, 400 as record_count, 0 as change_count, [] as warnings`);
  await landing.run(`
    insert into record_version by name
    select
      'desk' as source, format('id{:04d}', i) as record_id, format('INC{:04d}', i) as number,
      'incident' as record_type,
      case when i = 399 then '${hostileTitle.replaceAll("'", "''")}' else format('Printer {} jams', i) end as title,
      ['Mail', 'Printing', 'Network, WAN'][1 + i % 3] as service,
      ['Hardware', 'Software'][1 + i % 2] as category,
      ['P1', 'P2', 'P3', 'P4'][1 + i % 4] as priority,
      ['1', '2', '3', '4'][1 + i % 4] as priority_raw,
      if(i < 390, 'resolved', 'in_progress') as status,
      if(i < 390, 'Resolved', 'In Progress') as status_raw,
      false as stops_clock,
      ['Service Desk', 'Network Operations'][1 + i % 2] as assignment_group,
      'Ada' as assignee, format('user{}', i % 50) as requester,
      opened as opened_at,
      if(i < 390, opened + to_hours(1 + i % 30), null) as resolved_at,
      opened + to_hours(1 + i % 30) as updated_at,
      0 as reopen_count, i % 3 as reassignment_count,
      map() as attributes, 'incident' as grain, cast(i as ubigint) as row_hash, 1 as import_id
    from (
      select i, timestamptz '${asOf}' - to_hours(cast((400 - i) * 8 as integer)) as opened
      from range(400) as numbers(i)
    )`);
  landing.close();
}

/** Adds one more open incident of the last week, so that the next build differs. */
export async function landOneMore(workspace: Workspace, number: string): Promise<void> {
  const landing = await openDatabase(workspace.landingFile);
  await landing.run(
    `insert into record_version by name
     select * replace (
       'id' || $number as record_id, $number as number, hash($number) as row_hash,
       timestamptz '2016-03-18T12:00:00Z' as opened_at
     )
     from record_version where record_id = 'id0395'`,
    {number},
  );
  await landing.run(
    `update import_log set rows_read = rows_read + 1, rows_accepted = rows_accepted + 1`,
  );
  landing.close();
}

export async function buildSmall(workspace: Workspace): Promise<number> {
  const built = await build(workspace, await readConfig(workspace), {
    log: silentLog,
    progress: silentProgress,
    now: () => new Date(asOf),
    // As a real build does: a server that opens it needs not try every metric.
    complete: async (session) =>
      keepCheckedMetrics(session, (await loadCatalogue(session)).metrics),
  });
  return built.build;
}

let template: Promise<Workspace> | null = null;

/** The 400 incidents, landed and built: made once a process, and copied from then on. */
export async function publishSmall(workspace: Workspace): Promise<void> {
  template ??= makeTemplate();
  const {directory} = await template;
  cpSync(directory, workspace.directory, {recursive: true});
}

async function makeTemplate(): Promise<Workspace> {
  const made = workspaceAt(mkdtempSync(join(inject('runDirectory'), 'small-')));
  await landSmall(made);
  await buildSmall(made);
  return made;
}

/** A directory for a workspace, and how to remove it. */
export function temporaryWorkspace(): {workspace: Workspace; remove(): void} {
  const directory = mkdtempSync(join(tmpdir(), 'meantime-server-'));
  return {
    workspace: workspaceAt(directory),
    remove: () => rmSync(directory, {recursive: true, force: true}),
  };
}
