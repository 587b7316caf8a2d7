import {mkdir, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import type {Workspace} from '../../src/config/workspace.ts';
import {
  buildPath,
  currentBuild,
  nextBuild,
  publishBuild,
  removeOldBuilds,
} from '../../src/warehouse/build-files.ts';
import {openDatabase} from '../../src/warehouse/database.ts';
import {openBuild, openPublished} from '../../src/warehouse/publish.ts';
import {emptyWorkspace, writeFiles} from '../models/workspace-fixture.ts';

async function publishValue(workspace: Workspace, value: number): Promise<number> {
  const build = await nextBuild(workspace);
  const database = await openDatabase(buildPath(workspace, build, 'next'));
  await database.run(`create table figure as select ${value} as value`);
  database.close();
  await publishBuild(workspace, build);
  return build;
}

describe('openPublished', () => {
  test('says how to begin when nothing is published', async () => {
    const workspace = await emptyWorkspace();
    await expect(openPublished(workspace)).rejects.toMatchObject({status: 503});
    expect(await currentBuild(workspace)).toBeNull();
  });

  test('reads the newest build, while an older one that is open stays readable', async () => {
    const workspace = await emptyWorkspace();
    await publishValue(workspace, 1);
    const first = await openPublished(workspace);
    await publishValue(workspace, 2);
    const second = await openPublished(workspace);
    expect(await first.query('from figure')).toEqual([{value: 1}]);
    expect(await second.query('from figure')).toEqual([{value: 2}]);
    const again = await openBuild(workspace, 1);
    expect(await again.query('from figure')).toEqual([{value: 1}]);
    for (const database of [first, second, again]) database.close();
  });

  test.each([
    `select * from read_text('/etc/hostname')`,
    `select * from read_csv('/etc/passwd', columns = {'a': 'varchar'})`,
    `from '/etc/passwd'`,
    `attach ':memory:' as other`,
    `attach '/tmp/other.duckdb' as other`,
    `copy figure to '/tmp/figure.csv'`,
    `create table mine as select 1`,
    `insert into figure values (3)`,
    `drop table figure`,
    `install httpfs`,
    `load httpfs`,
    `set lock_configuration = false`,
    `set enable_external_access = true`,
    `set memory_limit = '100GB'`,
    `reset allowed_directories`,
  ])('gives SQL no way out: %s', async (sql) => {
    const workspace = await emptyWorkspace();
    await publishValue(workspace, 1);
    const database = await openPublished(workspace);
    await expect(database.run(sql)).rejects.toThrow();
    await expect(database.session((session) => session.run(sql))).rejects.toThrow();
    expect(await database.query('from figure')).toEqual([{value: 1}]);
    database.close();
  });
});

describe('removeOldBuilds', () => {
  test('keeps the newest, the current one, and a refused build newer than that', async () => {
    const workspace = await emptyWorkspace();
    const files = ['1', '2', '3', '4', '2.failed', '3.next', '5.failed'];
    await writeFiles(
      workspace.warehouseDirectory,
      Object.fromEntries([
        ...files.map((name) => [`${name}.duckdb`, '']),
        ['current', '4.duckdb\n'],
      ]),
    );
    await removeOldBuilds(workspace, {keep: 2});
    expect((await readdir(workspace.warehouseDirectory)).sort()).toEqual([
      '3.duckdb',
      '4.duckdb',
      '5.failed.duckdb',
      'current',
    ]);
    expect(await nextBuild(workspace)).toBe(6);
  });

  test('a pointer to something else is reported', async () => {
    const workspace = await emptyWorkspace();
    await mkdir(workspace.warehouseDirectory, {recursive: true});
    await writeFiles(workspace.warehouseDirectory, {current: 'elsewhere.duckdb'});
    await expect(currentBuild(workspace)).rejects.toThrow(join('warehouse', 'current'));
  });
});
