import {existsSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pino} from 'pino';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {UserError} from '../../src/base/user-error.ts';
import type {ImportTask, ImportTaskResult} from '../../src/server/import/import-tasks.ts';
import {importsOf, type Imports} from '../../src/server/import/imports.ts';
import type {runImportTask} from '../../src/server/import/run-import-task.ts';
import {temporaryWorkspace} from './small-workspace.ts';

let place: ReturnType<typeof temporaryWorkspace>;
let imports: Imports;
let imported: string[];
let failure: UserError | null;
let log: string[];

beforeEach(() => {
  place = temporaryWorkspace();
  mkdirSync(place.workspace.inboxDirectory, {recursive: true});
  [imported, failure, log] = [[], null, []];
  const land = async (_name: string, {file}: ImportTask) => {
    imported.push(file.name);
    if (failure) throw failure;
    return {imports: [], build: 1, buildFailure: null} satisfies ImportTaskResult;
  };
  imports = importsOf(place.workspace, {
    log: pino({level: 'warn'}, {write: (line: string) => void log.push(line)}),
    now: () => new Date(),
    run: land as typeof runImportTask,
  });
});
afterEach(() => place.remove());

const drop = (name: string, text = 'a,b\n1,2\n') =>
  writeFileSync(join(place.workspace.inboxDirectory, name), text);

/** Looks into the inbox and waits until what that started has ended. */
async function look(times = 1): Promise<void> {
  for (let time = 0; time < times; time++) {
    await imports.inbox.look();
    await expect.poll(() => imports.queue.running()).toBeNull();
  }
}

test('a file is imported once it is whole, and moves to inbox/done/', async () => {
  drop('a.csv', 'a,b\n');
  await look();
  drop('a.csv', 'a,b\n1,2\n');
  await look();
  expect(imported).toEqual([]);
  await look();
  expect(imported).toEqual(['a.csv']);
  await look();
  expect(imports.inbox.files()).toEqual([]);
  expect(readdirSync(join(place.workspace.inboxDirectory, 'done'))).toEqual(['a.csv']);
});

test('another file of the same name gets a place beside it', async () => {
  for (let time = 0; time < 2; time++) {
    drop('a.csv.gz');
    await look(3);
  }
  const done = readdirSync(join(place.workspace.inboxDirectory, 'done')).sort();
  expect(done).toEqual(['a (2).csv.gz', 'a.csv.gz']);
});

test('one that fails stays with its reason, and is tried again only when something has changed', async () => {
  failure = new UserError('The zone is not known.', 'Set zone of the source.');
  drop('a.csv');
  drop('b.csv');
  await look(6);
  expect(imported).toEqual(['a.csv', 'b.csv']);
  expect(imports.inbox.files()).toMatchObject([
    {name: 'a.csv', failure: {error: 'The zone is not known.'}},
    {name: 'b.csv', failure: {remedy: 'Set zone of the source.'}},
  ]);
  expect(log.join()).toContain('inbox/a.csv was not imported: The zone is not known.');
  failure = null;
  writeFileSync(place.workspace.configFile, 'zone: Europe/Berlin\n');
  await look(3);
  expect(imported).toEqual(['a.csv', 'b.csv', 'a.csv', 'b.csv']);
  expect(imports.inbox.files()).toEqual([]);
});

test('one that met another writer is tried again by itself', async () => {
  failure = new UserError('landing.duckdb is in use.', 'Wait.', 503);
  drop('a.csv');
  await look(2);
  failure = null;
  await look(2);
  expect(imported).toEqual(['a.csv', 'a.csv']);
});

test('hidden, empty and unfinished files are left alone, as is a workspace without an inbox', async () => {
  for (const name of ['.keep', 'b.csv.part', 'c.crdownload', 'd.csv~']) drop(name);
  drop('e.csv', '');
  mkdirSync(join(place.workspace.inboxDirectory, 'folder.csv'));
  await look(3);
  expect(imported).toEqual([]);
  expect(existsSync(join(place.workspace.inboxDirectory, 'done'))).toBe(false);
  place.remove();
  await look(2);
  expect(imports.inbox.files()).toEqual([]);
});
