import {existsSync} from 'node:fs';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import type {Log} from '../../src/base/log.ts';
import {silentProgress} from '../../src/base/progress.ts';
import {UserError} from '../../src/base/user-error.ts';
import {defaultConfig} from '../../src/config/default-config.ts';
import type {Workspace} from '../../src/config/workspace.ts';
import {build} from '../../src/models/build.ts';
import {currentBuild} from '../../src/warehouse/build-files.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {emptyWorkspace, landTwoRecords, writeFiles} from './workspace-fixture.ts';

const sql = {
  'staging/record.sql': `-- Every record.
select record_id, source from landing.record_version`,
  'marts/fct_incident.sql': `-- One row an incident.
-- It counts.
-- @grain record_id
with records as (select record_id from staging.record)

select
  record_id,          -- The tool's own id
  zone as "zone_name" -- Where days are cut
from records, settings.workspace -- not a column`,
  'audits/records_have_an_id.sql': `-- Every record has an id.
-- @severity stop
select record_id from marts.fct_incident where record_id is null`,
};

async function buildWith(workspace: Workspace, files: Record<string, string>, log?: Log) {
  const sqlDirectory = join(workspace.directory, 'sql');
  await writeFiles(sqlDirectory, files);
  return build(workspace, defaultConfig(), {
    log: log ?? {info() {}, warn() {}},
    progress: silentProgress,
    now: () => new Date('2026-03-07T08:00:00Z'),
    sqlDirectory,
  });
}

describe('build', () => {
  test('publishes tables with their documentation, settings and a log', async () => {
    const workspace = await emptyWorkspace();
    await landTwoRecords(workspace);
    const built = await buildWith(workspace, sql);
    expect(built).toMatchObject({build: 1, asOf: '2026-03-05 10:00:00.123456+00'});
    expect(built.models.map(({model, rows}) => [model, rows])).toEqual([
      ['staging.record', 2],
      ['marts.fct_incident', 2],
    ]);
    const database = await openPublished(workspace);
    expect(
      await database.query(`select table_name, comment from duckdb_tables()
        where schema_name <> 'settings'`),
    ).toEqual([{table_name: 'fct_incident', comment: 'One row an incident. It counts.'}]);
    expect(
      await database.query(`select column_name, comment from duckdb_columns()
        where table_name = 'fct_incident' order by all`),
    ).toEqual([
      {column_name: 'record_id', comment: "The tool's own id"},
      {column_name: 'zone_name', comment: 'Where days are cut'},
    ]);
    expect(
      await database.query('select build, built_at, code_version from settings.build_info'),
    ).toEqual([
      {build: 1, built_at: new Date('2026-03-07T08:00:00Z'), code_version: expect.any(String)},
    ]);
    expect(await database.query('select model, rows from settings.build_model')).toHaveLength(2);
    expect(
      await database.query('select audit, failures, sample from settings.audit_result'),
    ).toEqual([{audit: 'records_have_an_id', failures: 0, sample: null}]);
    expect(await database.query('select source, title, connector from settings.source')).toEqual([
      {source: 'desk', title: 'desk', connector: 'servicenow'},
    ]);
    expect(
      await database.query(`select schema_name from duckdb_schemas()
        where database_name = current_database() and not internal order by all`),
    ).toEqual([{schema_name: 'marts'}, {schema_name: 'settings'}]);
    database.close();
    expect((await readdir(workspace.warehouseDirectory)).sort()).toEqual(['1.duckdb', 'current']);
  });

  test('keeps the published build when an audit of severity stop finds rows', async () => {
    const workspace = await emptyWorkspace();
    await landTwoRecords(workspace);
    await buildWith(workspace, sql);
    const stopped = buildWith(workspace, {
      'audits/no_b.sql': `-- No record is called B.
-- @severity stop
select record_id from marts.fct_incident where record_id = 'B';`,
    });
    await expect(stopped).rejects.toThrow(UserError);
    await expect(stopped).rejects.toThrow(
      'Build 2 was not published. No record is called B. 1 exception (no_b), e.g. record id B.',
    );
    expect(await currentBuild(workspace)).toBe(1);
    expect((await readdir(workspace.warehouseDirectory)).sort()).toEqual([
      '1.duckdb',
      '2.failed.duckdb',
      'current',
    ]);
  });

  test('publishes and warns when an audit of severity warn finds rows', async () => {
    const workspace = await emptyWorkspace();
    await landTwoRecords(workspace);
    const warnings: string[] = [];
    const log = {info() {}, warn: (message: string) => void warnings.push(message)};
    const audit = `-- No record is called B.\n-- @severity warn\nselect record_id from marts.fct_incident where record_id = 'B'`;
    const built = await buildWith(workspace, {...sql, 'audits/no_b.sql': audit}, log);
    expect(built.audits.map(({audit, failures}) => [audit, failures])).toEqual([
      ['no_b', 1],
      ['records_have_an_id', 0],
    ]);
    expect(warnings).toEqual([expect.stringContaining('No record is called B.')]);
    expect(await currentBuild(workspace)).toBe(1);
  });

  test('names the file whose grain is not unique, and leaves nothing behind', async () => {
    const workspace = await emptyWorkspace();
    await landTwoRecords(workspace);
    const doubled = `-- Doubled.\n-- @grain record_id\nselect record_id from staging.record, range(2)`;
    await expect(buildWith(workspace, {...sql, 'marts/fct_incident.sql': doubled})).rejects.toThrow(
      /sql\/marts\/fct_incident\.sql: @grain "record_id" is not unique, e\.g\. .*"row_count":2/,
    );
    expect(await readdir(workspace.warehouseDirectory)).toEqual([]);
  });

  test('says how to begin when nothing has been imported', async () => {
    const workspace = await emptyWorkspace();
    const nothing = buildWith(workspace, sql);
    await expect(nothing).rejects.toMatchObject({
      remedy: expect.stringContaining('meantime import'),
    });
    await landTwoRecords(workspace, 'delete from import_log');
    await expect(buildWith(workspace, sql)).rejects.toThrow(/no file has been imported/);
    expect(existsSync(workspace.currentFile)).toBe(false);
  });

  test('builds over what a killed build left, and numbers on', async () => {
    const workspace = await emptyWorkspace();
    await landTwoRecords(workspace);
    await buildWith(workspace, sql);
    await writeFile(join(workspace.warehouseDirectory, '2.next.duckdb'), '');
    expect((await buildWith(workspace, sql)).build).toBe(2);
    expect(await readFile(workspace.currentFile, 'utf8')).toBe('2.duckdb\n');
  });

  test('refuses a second build while one is under way', async () => {
    const workspace = await emptyWorkspace();
    await landTwoRecords(workspace);
    await buildWith(workspace, sql);
    const results = await Promise.allSettled([buildWith(workspace, {}), buildWith(workspace, {})]);
    expect(results.map(({status}) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({status}) => status === 'rejected')).toMatchObject({
      reason: {status: 503, remedy: expect.stringContaining('Wait')},
    });
    expect(await currentBuild(workspace)).toBe(2);
  });

  test('keeps the last ten builds', async () => {
    const workspace = await emptyWorkspace();
    await landTwoRecords(workspace);
    for (let i = 0; i < 12; i++) await buildWith(workspace, sql);
    const files = await readdir(workspace.warehouseDirectory);
    expect(files).toHaveLength(11);
    expect(files).not.toContain('2.duckdb');
    expect(files).toContain('12.duckdb');
  });

  test('has the same inputs hash for the same inputs and another for other settings', async () => {
    const workspace = await emptyWorkspace();
    await landTwoRecords(workspace);
    const first = await buildWith(workspace, sql);
    const second = await buildWith(workspace, sql);
    expect(second.inputsHash).toBe(first.inputsHash);
    const changed = await buildWith(workspace, {
      'staging/record.sql': `${sql['staging/record.sql']} `,
    });
    expect(changed.inputsHash).not.toBe(first.inputsHash);
  });
});
