import {tableFromIPC} from 'apache-arrow';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {runCli} from '../../src/cli/main.ts';
import {workspaceAt} from '../../src/config/workspace.ts';
import {emptyWorkspace, landTwoRecords} from '../models/workspace-fixture.ts';

let directory: string;

async function meantime(...words: string[]) {
  const chunks: Uint8Array[] = [];
  const errors: string[] = [];
  const code = await runCli(words, {
    stdout: {
      write(data, done) {
        chunks.push(typeof data === 'string' ? new TextEncoder().encode(data) : data);
        done?.();
      },
    },
    stderr: {write: (data) => errors.push(String(data))},
    env: {},
    directory,
    now: () => new Date('2026-03-07T08:00:00Z'),
    onInterrupt() {},
  });
  const bytes = Buffer.concat(chunks);
  return {code, bytes, stdout: bytes.toString(), stderr: errors.join('')};
}

beforeAll(async () => {
  directory = await mkdtemp(`${tmpdir()}/meantime-metrics-`);
  await landTwoRecords(
    workspaceAt(directory),
    `update record_version set number = 'INC-' || record_id, record_type = 'incident',
       opened_at = timestamptz '2026-03-02 08:00:00+00', updated_at = timestamptz '2026-03-02 09:20:00+00',
       priority = if(record_id = 'A', 'P1', null), status = 'closed', status_raw = 'Closed',
       resolved_at = timestamptz '2026-03-02 08:20:00+00', closed_at = timestamptz '2026-03-02 09:20:00+00'`,
  );
  const built = await meantime('build');
  expect([built.code, built.stderr]).toEqual([0, expect.anything()]);
});
afterAll(() => rm(directory, {recursive: true, force: true}));

describe('metrics', () => {
  test('prints JSON with every digit', async () => {
    const {stdout, code} = await meantime('metrics', '--metric', 'mttr,opened', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual([
      expect.objectContaining({
        metric: 'mttr',
        period: 'total',
        value: 20 / 60,
        n: 2,
        unit: 'hours',
        coverage: 1,
      }),
      expect.objectContaining({
        metric: 'opened',
        period: 'total',
        value: 2,
        n: 2,
        unit: 'count',
        note: null,
      }),
    ]);
  });

  test('cuts by dimension and period, and filters', async () => {
    const by = await meantime(
      'metrics',
      '--metric',
      'opened',
      '--by',
      'priority',
      '--grain',
      'week',
      '--json',
    );
    expect(JSON.parse(by.stdout)).toMatchObject([
      {metric: 'opened', period: '2026-W10', priority: 'P1', value: 1},
      {metric: 'opened', period: '2026-W10', priority: null, value: 1},
    ]);
    const where = await meantime(
      'metrics',
      '--metric',
      'opened',
      '--where',
      'priority=P1',
      '--where',
      'source=desk',
      '--json',
    );
    expect(JSON.parse(where.stdout)).toMatchObject([{value: 1}]);
  });

  test('with no metric named prints all that have the dimension, aligned', async () => {
    const {stdout} = await meantime('metrics', '--by', 'resolve_band');
    expect(stdout).toBe(
      [
        'Metric    Time to resolve  Value  95\u202f%  n',
        'Resolved  0.25                 2        2',
        '',
        'Data to 5 Mar 2026, 10:00 (UTC, because no zone is set).',
        '',
      ].join('\n'),
    );
    const all = await meantime('metrics', '--grain', 'month');
    expect(all.stdout).toContain('2026-03 …');
    expect(all.stdout).toContain('… marks a period that is cut or still lasts.');
  });

  test('writes CSV and Arrow', async () => {
    const csv = await meantime(
      'metrics',
      '--metric',
      'opened',
      '--by',
      'priority',
      '--format',
      'csv',
    );
    expect(csv.stdout.split('\r\n')[0]).toBe(
      'metric,period,from,to,is_complete,is_provisional,priority,value,n,unit,coverage,low,high,note',
    );
    const arrow = await meantime(
      'metrics',
      '--metric',
      'opened',
      '--by',
      'priority',
      '--format',
      'arrow',
    );
    const table = tableFromIPC(arrow.bytes);
    expect(table.toArray().map((row) => [row.priority, row.value])).toEqual([
      ['P1', 1],
      [null, 1],
    ]);
  });

  test.each([
    [['--metric', 'mtbf'], 'There is no metric "mtbf".', 'backlog, backlog_aged'],
    [['--by', 'colour'], 'There is no dimension "colour".', 'Use one of:'],
    [['--metric', 'mttr', '--by', 'age_band'], '"mttr" has no dimension "age_band".', 'priority'],
    [['--grain', 'hour'], 'There is no grain "hour".', 'quarter'],
    [['--from', '2026-04-01', '--to', '2026-03-01'], 'is not before', 'the day after the last'],
    [['--format', 'xml'], 'xml', 'table, csv, json, arrow'],
  ])('%j says what is known instead', async (words, message, remedy) => {
    const {code, stdout, stderr} = await meantime('metrics', ...words);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
    expect(stderr).toContain(remedy);
  });

  test('in a workspace without a build says how to begin', async () => {
    const empty = await emptyWorkspace();
    const {code, stderr} = await meantime('metrics', '--workspace', empty.directory);
    expect(code).toBe(1);
    expect(stderr).toContain('meantime import FILE');
  });
});
