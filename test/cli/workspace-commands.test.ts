import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {runCli} from '../../src/cli/main.ts';
import type {Finding} from '../../src/cli/doctor-finding.ts';
import {openDatabase} from '../../src/warehouse/database.ts';
import {emptyWorkspace, landTwoRecords, writeFiles} from '../models/workspace-fixture.ts';

async function meantime(directory: string, ...words: string[]) {
  const output = {stdout: '', stderr: ''};
  const stream = (name: 'stdout' | 'stderr') => ({
    write(data: string | Uint8Array) {
      output[name] += String(data);
    },
  });
  const code = await runCli(words, {
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    env: {},
    directory,
    now: () => new Date('2026-03-07T08:00:00Z'),
    onInterrupt() {},
  });
  return {code, ...output};
}

async function findings(directory: string): Promise<Record<string, Finding>> {
  const {stdout, code} = await meantime(directory, 'doctor', '--json');
  expect(code).toBe(0);
  const all = JSON.parse(stdout) as Finding[];
  return Object.fromEntries(all.map((finding) => [finding.check, finding]));
}

describe('init', () => {
  test('makes a workspace once', async () => {
    const {directory} = await emptyWorkspace();
    expect(await meantime(directory, 'init')).toMatchObject({code: 0, stderr: ''});
    const again = await meantime(directory, 'init');
    expect(again).toMatchObject({code: 1, stdout: ''});
    expect(again.stderr).toContain('meantime.yaml is there already.');
  });
});

describe('build', () => {
  test('says how to begin in a workspace without data', async () => {
    const {directory} = await emptyWorkspace();
    const {code, stderr} = await meantime(directory, 'build');
    expect(code).toBe(1);
    expect(stderr).toContain('meantime import FILE');
  });
});

describe('doctor', () => {
  test('tells a newcomer what comes next', async () => {
    const {directory} = await emptyWorkspace();
    const found = await findings(directory);
    expect(found.settings).toMatchObject({state: 'look', remedy: 'Make one: meantime init'});
    expect(found['time zone']?.state).toBe('look');
    expect(found.imports?.remedy).toBe('meantime import FILE');
    expect(found.figures?.state).toBe('look');
    expect(found.disk?.message).toMatch(/GB free/);
  });

  test('ends with exit code 1 when something is broken, each with its remedy', async () => {
    const {directory} = await emptyWorkspace();
    await writeFiles(directory, {'meantime.yaml': 'colour: green\n'});
    const {code, stdout, stderr} = await meantime(directory, 'doctor');
    expect(code).toBe(1);
    expect(stdout).toContain('There is no setting "colour" here.');
    expect(stderr).toContain('One thing is broken.');
  });

  test('notices a workspace that is not there', async () => {
    const {directory} = await emptyWorkspace();
    await rm(directory, {recursive: true});
    expect((await findings(directory)).workspace?.state).toBe('broken');
  });

  test('notices unread rows, unknown values, files waiting and an unknown connector', async () => {
    const workspace = await emptyWorkspace();
    await landTwoRecords(
      workspace,
      `insert into rejected_row values (1, 'a.csv', 3, 'opened_at', 'x', 'no date', []),
         (1, 'a.csv', 3, 'closed_at', 'y', 'no date', []);
       insert into unmapped_value values (1, 'status', 'Parked', 4)`,
    );
    await writeFiles(workspace.directory, {
      'meantime.yaml':
        'zone: Europe/Berlin\nsources: {desk: {connector: nosuchtool, files: [desk*.csv]}}\n',
      'inbox/desk-1.csv': '',
      'inbox/other.csv': '',
    });
    const found = await findings(workspace.directory);
    expect(found['time zone']).toMatchObject({state: 'good', message: 'Europe/Berlin'});
    expect(found.connectors).toMatchObject({state: 'broken'});
    expect(found.imports?.message).toBe('1 file, data to 2026-03-05 10:00:00.123456+00.');
    expect(found['rejected rows']?.message).toBe('1 row could not be read, mostly: no date');
    expect(found['unknown values']?.message).toBe('No map has status "Parked".');
    expect(found.inbox?.message).toBe('2 files waiting; other.csv matches the files of no source.');
  });

  test('notices figures that are older than the settings', async () => {
    const workspace = await emptyWorkspace();
    await landTwoRecords(workspace);
    expect(await meantime(workspace.directory, 'build')).toMatchObject({code: 0});
    expect((await findings(workspace.directory)).figures?.message).toMatch(
      /^Build 1 of 2026-03-07 08:00 UTC, up to date\.$/,
    );
    await writeFiles(workspace.directory, {'meantime.yaml': 'aged_days: 5\n'});
    expect((await findings(workspace.directory)).figures).toMatchObject({
      state: 'look',
      remedy: 'meantime build',
    });
  });

  test('tells of a build that was refused', async () => {
    const workspace = await emptyWorkspace();
    await landTwoRecords(workspace);
    await writeFiles(workspace.warehouseDirectory, {current: '1.duckdb\n'});
    for (const [file, failures] of [
      ['1.duckdb', 0],
      ['2.failed.duckdb', 7],
    ] as const) {
      const database = await openDatabase(join(workspace.warehouseDirectory, file));
      await database.run(`create schema settings;
        create table settings.build_info as select 'h' as inputs_hash, now() as built_at;
        create table settings.audit_result as
          select 'a' as audit, 'It adds up.' as sentence, 'stop' as severity, ${failures} as failures`);
      database.close();
    }
    expect((await findings(workspace.directory))['last build']).toMatchObject({
      state: 'broken',
      message: 'Build 2 was not published. It adds up. (broken by 7 rows)',
    });
  });
});
