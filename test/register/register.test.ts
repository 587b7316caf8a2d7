import {spawn} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest';
import {build as bundle} from 'vite';
import {packagePath} from '../../src/base/package-root.ts';
import {workspaceAt, type Workspace} from '../../src/config/workspace.ts';
import {readAuditTrail} from '../../src/register/audit-trail.ts';
import {readKnownCandidates, rememberCandidates} from '../../src/register/known-candidates.ts';
import {changeRegister, readRegister} from '../../src/register/register-file.ts';
import {
  readStruckLinks,
  restoreLink,
  strikeLink,
  withStrikes,
} from '../../src/register/struck-links.ts';
import {latestVersion} from '../../src/register/schema-versions.ts';
import {openDatabase} from '../../src/warehouse/database.ts';
import {candidateMarts} from './candidate-marts.ts';

const link = {source: 'desk', recordId: 'a', cameBackRecordId: 'b'};
const struck = {...link, by: 'Ann', reason: 'another printer'};
const at = new Date('2026-03-07T08:00:00.123Z');
const later = new Date('2026-03-08T09:00:00Z');

function emptyPlace(): Workspace {
  const directory = mkdtempSync(join(tmpdir(), 'meantime-register-'));
  onTestFinished(() => rmSync(directory, {recursive: true, force: true}));
  return workspaceAt(directory);
}

describe('a struck link', () => {
  test('is kept with who, when and why until somebody restores it', async () => {
    const workspace = emptyPlace();
    expect(await readStruckLinks(workspace)).toEqual([]);
    expect(existsSync(workspace.registerFile)).toBe(false);
    await strikeLink(workspace, struck, {now: () => at});
    expect(await readStruckLinks(workspace)).toEqual([{...struck, at}]);
    const back = await restoreLink(workspace, {...link, by: 'Bob', reason: ''}, {now: () => later});
    expect(back).toEqual({...struck, at});
    expect(await readStruckLinks(workspace)).toEqual([]);
  });

  test('leaves a trail of both decisions with the state before and after', async () => {
    const workspace = emptyPlace();
    await strikeLink(workspace, struck, {now: () => at});
    await restoreLink(workspace, {...link, by: 'Bob', reason: 'it is'}, {now: () => later});
    const state = {...struck, at: at.toISOString()};
    expect(await readAuditTrail(workspace)).toEqual([
      {
        ...{entry: 1, at, by: 'Ann', what: 'struck link', subject: '["desk","a","b"]'},
        ...{before: null, after: state},
      },
      {
        ...{entry: 2, at: later, by: 'Bob', what: 'restored link', subject: '["desk","a","b"]'},
        ...{before: state, after: {...link, by: 'Bob', reason: 'it is'}},
      },
    ]);
  });

  test('can’t be struck twice nor restored twice, which leaves no trace', async () => {
    const workspace = emptyPlace();
    await expect(restoreLink(workspace, struck, {now: () => at})).rejects.toMatchObject({
      status: 409,
      message: 'This link is not struck.',
    });
    await strikeLink(workspace, struck, {now: () => at});
    await expect(
      strikeLink(workspace, {...struck, by: 'Bob'}, {now: () => later}),
    ).rejects.toMatchObject({
      status: 409,
      message: 'This link was struck already by Ann on 2026-03-07 08:00 UTC: another printer',
    });
    expect(await readStruckLinks(workspace)).toEqual([{...struck, at}]);
    expect(await readAuditTrail(workspace)).toHaveLength(1);
  });

  test('is found beside the links of a build, whatever its ids are made of', () => {
    const odd = {source: 'a","b', recordId: 'c', cameBackRecordId: 'd'};
    const alike = {source: 'a', recordId: 'b","c', cameBackRecordId: 'd'};
    const known = {...odd, by: 'Ann', reason: 'x', at};
    expect(withStrikes([odd, alike], [known]).map(({struck}) => struck)).toEqual([known, null]);
  });
});

describe('the register’s file', () => {
  test('is closed after each use, so that others can open it', async () => {
    const workspace = emptyPlace();
    await strikeLink(workspace, struck, {now: () => at});
    await readStruckLinks(workspace);
    expect(readdirSync(workspace.dataDirectory)).toEqual(['register.duckdb']);
    const other = await openDatabase(workspace.registerFile, {mode: 'read'});
    const versions = Array.from({length: latestVersion}, (_, index) => ({version: index + 1}));
    expect(await other.query('select version from schema_version order by all')).toEqual(versions);
    other.close();
  });

  test('keeps everything that many ask for at once in one process', async () => {
    const workspace = emptyPlace();
    const ids = Array.from({length: 12}, (_, index) => String(index));
    await Promise.all(
      ids.map(async (recordId) => {
        await strikeLink(workspace, {...struck, recordId}, {now: () => at});
        await readStruckLinks(workspace);
      }),
    );
    const kept = (await readStruckLinks(workspace)).map(({recordId}) => recordId);
    expect(kept).toEqual([...ids].sort());
  });

  test('stays as it was when a change fails half way', async () => {
    const workspace = emptyPlace();
    await strikeLink(workspace, struck, {now: () => at});
    const failing = changeRegister(workspace, async (session) => {
      await session.run('delete from struck_link');
      throw new Error('half way');
    });
    await expect(failing).rejects.toThrow('half way');
    expect(await readStruckLinks(workspace)).toEqual([{...struck, at}]);
  });

  test('of a newer version is left alone', async () => {
    const workspace = emptyPlace();
    await strikeLink(workspace, struck, {now: () => at});
    await changeRegister(workspace, (session) =>
      session.run('insert into schema_version values (99)'),
    );
    const refusal = {status: 503, message: expect.stringContaining('newer version') as string};
    await expect(readStruckLinks(workspace)).rejects.toMatchObject(refusal);
    await expect(strikeLink(workspace, struck, {now: () => at})).rejects.toMatchObject(refusal);
  });

  test('that was never finished is finished before it is read', async () => {
    const workspace = emptyPlace();
    mkdirSync(workspace.dataDirectory, {recursive: true});
    (await openDatabase(workspace.registerFile)).close();
    expect(await readStruckLinks(workspace)).toEqual([]);
    const tables = await readRegister(
      workspace,
      (session) => session.query('select table_name as name from duckdb_tables() order by all'),
      {absent: []},
    );
    expect(tables).toEqual(
      expect.arrayContaining([
        {name: 'action'},
        {name: 'action_comment'},
        {name: 'action_verification'},
        {name: 'audit_trail'},
        {name: 'candidate_decision'},
        {name: 'candidate_merge'},
        {name: 'candidate_split'},
        {name: 'known_candidate'},
        {name: 'known_candidate_member'},
        {name: 'schema_version'},
        {name: 'struck_link'},
      ]),
    );
  });
});

describe('processes at the same time', () => {
  const tools = mkdtempSync(join(tmpdir(), 'meantime-striking-'));
  afterAll(() => rmSync(tools, {recursive: true, force: true}));

  beforeAll(async () => {
    await bundle({
      configFile: false,
      root: packagePath(),
      logLevel: 'warn',
      build: {
        emptyOutDir: false,
        ssr: packagePath('test/register/striking-process.ts'),
        outDir: tools,
        minify: false,
      },
    });
    symlinkSync(packagePath('node_modules'), join(tools, 'node_modules'));
  });

  function start(
    ...words: string[]
  ): Promise<{signal: string | null; code: number | null; said: string}> {
    const child = spawn(process.execPath, [join(tools, 'striking-process.js'), ...words]);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    return new Promise((done) => child.on('exit', (code, signal) => done({code, signal, said})));
  }

  test('two that strike at once, on a register neither finds, both keep what they struck', async () => {
    const workspace = emptyPlace();
    const ended = await Promise.all(
      ['ann', 'bob'].map((name) => start('strike', workspace.directory, name, '8')),
    );
    expect(ended).toEqual([0, 0].map((code) => ({code, signal: null, said: ''})));
    const kept = await readStruckLinks(workspace);
    expect(kept.map(({by, cameBackRecordId}) => by + cameBackRecordId)).toEqual(
      ['ann', 'bob'].flatMap((name) => Array.from({length: 8}, (_, index) => `${name}${index}`)),
    );
    const entries = (await readAuditTrail(workspace)).map(({entry}) => entry);
    expect(entries).toEqual(Array.from({length: 16}, (_, index) => index + 1));
    expect(readdirSync(workspace.dataDirectory)).toEqual(['register.duckdb']);
  });

  test('one that is killed between two statements leaves nothing of them', async () => {
    const workspace = emptyPlace();
    await strikeLink(workspace, struck, {now: () => at});
    expect(await start('die', workspace.directory)).toMatchObject({signal: 'SIGKILL'});
    expect(await readStruckLinks(workspace)).toEqual([{...struck, at}]);
    await strikeLink(workspace, {...struck, recordId: 'z'}, {now: () => later});
    expect(await readStruckLinks(workspace)).toHaveLength(2);
    expect(await readAuditTrail(workspace)).toHaveLength(2);
  });

  test('one that is killed while it remembers candidates forgets none', async () => {
    const workspace = emptyPlace();
    const built = await candidateMarts([{no: 1, ids: ['a', 'b']}]);
    await rememberCandidates(workspace, built);
    const before = await readKnownCandidates(workspace);
    expect(await start('forget', workspace.directory)).toMatchObject({signal: 'SIGKILL'});
    expect(await readKnownCandidates(workspace)).toEqual(before);
    await rememberCandidates(workspace, built);
    built.close();
    expect(await readKnownCandidates(workspace)).toEqual(before);
  });

  test('one that holds the file too long is named, with what to do', async () => {
    const workspace = emptyPlace();
    await strikeLink(workspace, struck, {now: () => at});
    const code = `const {DuckDBInstance} = require('@duckdb/node-api');
      DuckDBInstance.create(process.argv[1]).then(() => { console.log('held'); setInterval(() => {}, 1000); })`;
    const holder = spawn(process.execPath, ['-e', code, workspace.registerFile], {
      cwd: packagePath(),
    });
    onTestFinished(() => void holder.kill('SIGKILL'));
    await new Promise((done) => holder.stdout.once('data', done));
    await expect(
      strikeLink(workspace, {...struck, recordId: 'z'}, {now: () => later}),
    ).rejects.toMatchObject({status: 503, message: expect.stringContaining('in use') as string});
  });
});
