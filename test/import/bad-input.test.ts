import {existsSync} from 'node:fs';
import {readdir} from 'node:fs/promises';
import {gzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import type {UserError} from '../../src/base/user-error.ts';
import {silentLog} from '../../src/base/log.ts';
import {silentProgress} from '../../src/base/progress.ts';
import {decodeFile} from '../../src/import/decode.ts';
import {importFile} from '../../src/import/import-file.ts';
import {openLanding} from '../../src/import/landing.ts';
import {loadConnectors} from '../../src/import/load-connectors.ts';
import {fileError} from '../../src/import/file-error.ts';
import {testWorkspace, type TestWorkspace} from './import-texts.ts';

const header = 'number,state,priority,opened_at';
const good = `${header}\nINC1,New,3,2026-03-14 10:00:00\n`;

async function refusal(space: TestWorkspace, file: string, options = {}): Promise<UserError> {
  const error = await space.import(file, {timezone: 'UTC', ...options}).catch((e: unknown) => e);
  expect(error).toMatchObject({name: 'UserError', remedy: expect.stringMatching(/\.$/)});
  expect((error as UserError).message).not.toContain('\n');
  await expectNothing(space);
  return error as UserError;
}

async function expectNothing({workspace, query}: TestWorkspace): Promise<void> {
  for (const table of ['record_version', 'change', 'import_log', 'rejected_row'])
    expect(await query(`from ${table}`)).toEqual([]);
  const archived = existsSync(workspace.archiveDirectory)
    ? await readdir(workspace.archiveDirectory)
    : [];
  expect(archived).toEqual([]);
}

test.each([
  ['a missing file', null, /There is no file .*gone\.csv/],
  ['an empty file', '', /is empty/],
  ['a broken workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1]), /damaged or cut-off zip file/],
  ['binary bytes', Buffer.from([1, 2, 0, 3, 0, 0, 0, 9]), /is a binary file/],
  [
    'a gzip file cut off',
    gzipSync(good.repeat(100)).subarray(0, 60),
    /gzip file that ends in the middle/,
  ],
  [
    'a damaged gzip file',
    Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.alloc(40, 7)]),
    /damaged gzip/,
  ],
  [
    'two encodings in one file',
    Buffer.concat([
      Buffer.from(`${header}\nINC1,Résolu,3,é\n`),
      Buffer.from([0x52, 0xe9, 0x73, 0x6f]),
    ]),
    /UTF-8 up to byte/,
  ],
  [
    'an unknown encoding',
    Buffer.concat([Buffer.from(`${header}\nINC1,`), Buffer.from([0x81, 0x8d, 0xe9, 0x90, 0x20])]),
    /neither UTF-8, UTF-16 nor windows-1252/,
  ],
  [
    'a header that no connector knows',
    'colour,weight\nred,7\n',
    /no connector knows this header: colour, weight/,
  ],
  ['one column of text', 'just some words\nand more\n', /no header row/],
  ['JSON cut off', '{"issues": [{"id": "1"', /is not whole JSON/],
  [
    'dates that fit both orders',
    `${header}\nINC1,New,3,03/04/2026 10:00:00\n`,
    /day first or month first/,
  ],
  [
    'dates in no known format',
    `${header}\nINC1,New,3,the day before\n`,
    /no known date format reads "opened_at", such as "the day before"/,
  ],
])(
  '%s is refused in one line with a remedy, and nothing lands',
  async (_name, content, message) => {
    const space = testWorkspace();
    const file =
      content === null
        ? `${space.workspace.directory}/gone.csv`
        : space.file('export.csv', content);
    expect((await refusal(space, file)).message).toMatch(message);
  },
);

test('local times with no zone stated are refused; a zone that does not exist is too', async () => {
  const space = testWorkspace();
  const file = space.file('export.csv', good);
  expect((await refusal(space, file, {timezone: undefined})).message).toMatch(
    /"opened_at" holds local times/,
  );
  expect((await refusal(space, file, {timezone: 'Amsterdam'})).message).toMatch(
    /"Amsterdam" is not a time zone/,
  );
});

test('a folder, an unknown connector and a source of another connector are named', async () => {
  const space = testWorkspace();
  const file = space.file('export.csv', good);
  expect((await refusal(space, space.workspace.directory)).message).toMatch(/is a folder/);
  expect((await refusal(space, file, {connector: 'nosuch'})).remedy).toMatch(
    /jira, .*servicenow, /,
  );
  const sources = [{name: 'desk', title: 'Desk', connector: 'jira', zone: null, files: []}];
  expect((await refusal(space, file, {source: 'desk', sources})).message).toMatch(
    /jira does not know this header/,
  );
});

test('a header close to a known one names what it lacks', async () => {
  const space = testWorkspace();
  const file = space.file('export.csv', 'number,state,priority\nINC1,New,3\n');
  expect((await refusal(space, file)).message).toMatch(
    /Closest is servicenow \(incident list export\), which needs opened_at/,
  );
});

test('a full disk is one line with a remedy, whoever noticed it', () => {
  const fromEngine = new Error('IO Error: Could not write file "x": No space left on device');
  const fromNode = Object.assign(new Error('write'), {code: 'ENOSPC'});
  for (const error of [fromEngine, fromNode])
    expect(fileError('data/landing.duckdb', error)).toMatchObject({
      name: 'UserError',
      message: 'The disk is full: data/landing.duckdb could not be written.',
    });
});

test('a failure after the rows have landed takes them back', async () => {
  const space = testWorkspace();
  const file = await decodeFile(space.file('export.csv', good));
  const landing = await openLanding(space.workspace.landingFile);
  const beforeCommit = async () => {
    expect(await landing.query('select count(*) as n from import_log')).toEqual([{n: 0}]);
    throw new Error('IO Error: No space left on device');
  };
  const effects = {log: silentLog, progress: silentProgress, now: () => new Date()};
  const context = {landing, connectors: await loadConnectors(), sources: [], effects, beforeCommit};
  await expect(importFile(context, file, {timezone: 'UTC'})).rejects.toThrow(/No space left/);
  landing.close();
  await expectNothing(space);
});

test('a landing file that another process holds is refused', async () => {
  const {spawn} = await import('node:child_process');
  const space = testWorkspace();
  const file = space.file('export.csv', good);
  await space.query('select 1');
  const script = `import {DuckDBInstance} from '@duckdb/node-api';
    await DuckDBInstance.create(process.argv[1]); console.log('open'); setInterval(() => {}, 1000);`;
  const holder = spawn(
    process.execPath,
    ['--input-type=module', '-e', script, space.workspace.landingFile],
    {stdio: ['ignore', 'pipe', 'inherit']},
  );
  try {
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    await expect(space.import(file, {timezone: 'UTC'})).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringMatching(/landing\.duckdb is in use by another process \(PID \d+\)/),
    });
  } finally {
    holder.kill();
    await new Promise((resolve) => holder.once('exit', resolve));
  }
  await expectNothing(space);
});
