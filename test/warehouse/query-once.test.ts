import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {openDatabase} from '../../src/warehouse/database.ts';

const counted = "select nextval('asked')::integer as asked";

function somewhere(): string {
  const directory = mkdtempSync(join(tmpdir(), 'meantime-once-'));
  onTestFinished(() => rmSync(directory, {recursive: true, force: true}));
  return join(directory, 'a.duckdb');
}

test('a file opened to be read is asked once for what can’t change, with each parameter', async () => {
  const file = somewhere();
  const writer = await openDatabase(file);
  await writer.run('create table t as select 1 as n');
  writer.close();
  const reader = await openDatabase(file, {mode: 'read'});
  onTestFinished(() => reader.close());
  const ask = (n: number) =>
    reader.queryOnce<{at: number}>('select random() as at from t where n = $n', {n});
  const [first] = await Promise.all([ask(1), ask(1)]);
  expect(first).toHaveLength(1);
  expect(await ask(1)).toBe(first);
  expect(await ask(2)).toEqual([]);
  await expect(reader.queryOnce('select x from nowhere')).rejects.toThrow(/nowhere/);
});

test('a file that can change is asked each time', async () => {
  const database = await openDatabase(somewhere());
  onTestFinished(() => database.close());
  await database.run('create sequence asked');
  expect(await database.queryOnce(counted)).toEqual([{asked: 1}]);
  expect(await database.queryOnce(counted)).toEqual([{asked: 2}]);
});
