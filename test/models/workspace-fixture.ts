import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {onTestFinished} from 'vitest';
import {workspaceAt, type Workspace} from '../../src/config/workspace.ts';
import {landingTables} from '../../src/import/landing-tables.ts';
import {openDatabase} from '../../src/warehouse/database.ts';

/** An empty workspace in a temporary directory, removed after the test. */
export async function emptyWorkspace(): Promise<Workspace> {
  const directory = await mkdtemp(join(tmpdir(), 'meantime-'));
  onTestFinished(() => rm(directory, {recursive: true, force: true}));
  return workspaceAt(directory);
}

/** Files by path below the directory. */
export async function writeFiles(directory: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), {recursive: true});
    await writeFile(join(directory, path), text);
  }
}

/** A landing file with one import of two records, plus what `extraSql` adds. */
export async function landTwoRecords(workspace: Workspace, extraSql = ''): Promise<void> {
  await mkdir(workspace.dataDirectory, {recursive: true});
  const database = await openDatabase(workspace.landingFile);
  await database.run(`${landingTables}
    insert into import_log by name
    select 1 as import_id, 'a.csv' as file_name, 'abc' as sha256, 10 as byte_count, 'desk' as source,
      'servicenow' as connector, 'list' as shape, 'm' as mapping_hash, 'incident' as grain,
      timestamptz '2026-03-05 10:00:00.123456+00' as as_of, false as is_as_of_stated,
      timestamptz '2026-03-06 00:00:00+00' as started_at, timestamptz '2026-03-06 00:00:00+00' as finished_at,
      2 as rows_read, 2 as rows_accepted, 0 as rows_rejected, 0 as rows_unchanged,
      2 as record_count, 0 as change_count, [] as warnings;
    insert into record_version by name
    select 'desk' as source, id as record_id, 'incident' as grain, hash(id) as row_hash, 1 as import_id
    from (values ('A'), ('B')) t(id);
    ${extraSql}`);
  database.close();
}
