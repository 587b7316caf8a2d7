import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {openDatabase} from '../../src/warehouse/database.ts';
import {ambiguousExport, germanExport} from '../import/tools.ts';
import {runMeantime, type Ran} from './run-meantime.ts';

let workspace: string;

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'meantime-bad-'));
});
afterEach(() => rm(workspace, {recursive: true, force: true}));

async function imported(name: string, content: string | Buffer | null, words: string[] = []) {
  const path = join(workspace, name);
  if (content !== null) await writeFile(path, content);
  return runMeantime(['import', path, '--workspace', workspace, '--no-build', ...words]);
}

/** One line that says what and where, one that says the way out, and exit code 1. */
function expectRefusal(ran: Ran, says: string, remedy: RegExp): void {
  const [message, way, ...rest] = ran.stderr.split('\n').filter((line) => !line.endsWith('…'));
  expect(ran.code).toBe(1);
  expect(ran.stdout).toBe('');
  expect(message).toContain(says);
  expect(way).toMatch(remedy);
  expect(rest.join('')).toBe('');
}

async function landedRows(): Promise<number> {
  const file = join(workspace, 'data', 'landing.duckdb');
  if (!existsSync(file)) return 0;
  const database = await openDatabase(file, {mode: 'read'});
  try {
    const [row] = await database.query<{n: number}>(
      'select (select count(*) from record_version) + (select count(*) from import_log) as n',
    );
    return row!.n;
  } finally {
    database.close();
  }
}

/** Saves a proposed connector for a file, as a person would. */
async function withConnector(name: string, content: string | Buffer): Promise<void> {
  await writeFile(join(workspace, name), content);
  const words = ['inspect', join(workspace, name), '--save', '--workspace', workspace];
  expect(await runMeantime(words)).toMatchObject({code: 0});
}

describe('importing a file that is', () => {
  test('missing', async () => {
    expectRefusal(await imported('none.csv', null), 'none.csv', /^Check the name/);
  });

  test('empty', async () => {
    expectRefusal(await imported('empty.csv', ''), 'empty.csv is empty.', /^Export it again/);
  });

  test('binary', async () => {
    const bytes = Buffer.from([0, 1, 2, 3, 255, 254, 0, 0, 7, 8, 9, 10]);
    expectRefusal(await imported('x.csv', bytes), 'x.csv is a binary file', /CSV/);
  });

  test('a damaged workbook', async () => {
    const bytes = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(100)]);
    expectRefusal(await imported('x.xlsx', bytes), 'is a damaged or cut-off zip file', /./);
  });

  test('a gzip cut off in the middle', async () => {
    const whole = gzipSync(germanExport);
    const cut = whole.subarray(0, whole.length - 40);
    expectRefusal(
      await imported('x.csv.gz', cut),
      'ends in the middle',
      /^Copy or download it again/,
    );
  });

  test('a folder', async () => {
    await mkdir(join(workspace, 'exports'));
    expectRefusal(await imported('exports', null), 'exports is a folder', /^Name the files/);
  });

  test('of no known tool', async () => {
    const ran = await imported('x.csv', 'foo,bar\n1,2\n');
    expectRefusal(ran, 'no connector knows this header: foo, bar', /meantime inspect/);
    expect(await landedRows()).toBe(0);
  });

  test('without a zone for its local times', async () => {
    await withConnector('vorgaenge.csv', germanExport);
    const ran = await imported('vorgaenge.csv', germanExport);
    expectRefusal(ran, '"Angelegt am" holds local times', /--timezone/);
    expect(await landedRows()).toBe(0);
  });

  test('given a zone that does not exist', async () => {
    const ran = await imported('x.csv', germanExport, ['--timezone', 'Europe/Atlantis']);
    expectRefusal(ran, '"Europe/Atlantis" is not a time zone', /Europe\/Amsterdam/);
  });

  test('in dates that can be read either way', async () => {
    await withConnector('both.csv', ambiguousExport);
    const ran = await imported('both.csv', ambiguousExport, ['--timezone', 'UTC']);
    expectRefusal(ran, 'can be read day first or month first', /--date-order/);
    expect(await landedRows()).toBe(0);
  });

  test('said to be from a tool that does not exist', async () => {
    const ran = await imported('x.csv', germanExport, ['--connector', 'nosuchtool']);
    expectRefusal(ran, 'There is no connector "nosuchtool"', /^Use one of: /);
  });

  test('said to be exported at no time at all', async () => {
    const ran = await imported('x.csv', germanExport, ['--as-of', 'yesterday']);
    expectRefusal(ran, '“yesterday” is no time', /2024-03-31/);
  });
});

describe('a workspace whose landing file another process holds', () => {
  let holder: ChildProcess;
  afterEach(async () => {
    holder.kill();
    await once(holder, 'exit');
  });

  test('is named with the process, and nothing lands', async () => {
    await withConnector('vorgaenge.csv', germanExport);
    await mkdir(join(workspace, 'data'));
    const file = join(workspace, 'data', 'landing.duckdb');
    holder = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import {DuckDBInstance} from '@duckdb/node-api';
         const held = await DuckDBInstance.create(process.argv[1]);
         console.log('held');
         setInterval(() => held, 1000);`,
        file,
      ],
      {cwd: packagePath(), stdio: ['ignore', 'pipe', 'inherit']},
    );
    await once(holder.stdout!, 'data');
    const ran = await imported('vorgaenge.csv', germanExport, ['--timezone', 'Europe/Berlin']);
    expectRefusal(ran, `in use by another process (PID ${holder.pid})`, /^Wait until/);
    expect(await readdir(join(workspace, 'data'))).not.toContain('warehouse');
  });
});

describe('a partly bad file', () => {
  const rows = germanExport.replace('14.02.2024 09:00', 'gestern');

  test('lands its good rows, and hands out the bad one with its reason', async () => {
    await withConnector('vorgaenge.csv', germanExport);
    const ran = await imported('vorgaenge.csv', rows, ['--timezone', 'Europe/Berlin', '--json']);
    const {imports, build} = JSON.parse(ran.stdout) as {imports: object[]; build: null};
    expect(ran.code).toBe(0);
    expect(build).toBeNull();
    expect(imports).toMatchObject([
      {connector: 'vorgaenge', rowsRead: 6, rowsAccepted: 5, rowsRejected: 1, rowsUnchanged: 0},
    ]);
    const rejected = await runMeantime(['rejected', '--workspace', workspace]);
    const [header, row, ...rest] = rejected.stdout.trimEnd().split('\n');
    expect(header).toBe(
      `${germanExport.split('\r\n')[0]!.replaceAll(';', ',')},rejected from,rejected row,rejected field,rejected because`,
    );
    expect(row).toContain('V-2024-0002,VPN bricht ständig ab,');
    expect(row).toContain('vorgaenge.csv,2,opened_at,"""Angelegt am"" is not a date');
    expect(rest).toEqual([]);
  });
});

describe('the way of an unknown file', () => {
  test('is inspect, save, import, and the same again adds nothing', async () => {
    await withConnector('vorgaenge.csv', Buffer.from(germanExport, 'latin1'));
    const words = ['--timezone', 'Europe/Berlin'];
    const first = await imported('vorgaenge.csv', Buffer.from(germanExport, 'latin1'), words);
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('6 rows read · 6 new · none rejected');
    expect(first.stdout).toContain('as %d.%m.%Y %H:%M; local times in Europe/Berlin');
    expect(first.stdout).toContain('“Schwebend”');
    const again = await imported('vorgaenge.csv', Buffer.from(germanExport, 'latin1'), words);
    expect(again.stdout).toContain('0 new · 6 unchanged');
  });

  test('a saved proposal is never overwritten', async () => {
    await withConnector('vorgaenge.csv', germanExport);
    const path = join(workspace, 'vorgaenge.csv');
    const words = [
      'inspect',
      path,
      '--propose',
      '--save',
      'vorgaenge.yaml',
      '--workspace',
      workspace,
    ];
    const ran = await runMeantime(words);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('vorgaenge.yaml is there already.');
  });

  test('a stated order of dates is remembered by reimport', async () => {
    await withConnector('both.csv', ambiguousExport);
    const words = ['--timezone', 'UTC', '--date-order', 'month-first'];
    expect(await imported('both.csv', ambiguousExport, words)).toMatchObject({code: 0});
    const ran = await runMeantime(['reimport', '--no-build', '--workspace', workspace]);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('as %m/%d/%Y %H:%M');
  });

  test('a mapping corrected later is replayed over the archive by reimport', async () => {
    await withConnector('vorgaenge.csv', germanExport);
    await imported('vorgaenge.csv', germanExport, ['--timezone', 'Europe/Berlin']);
    const pipeline = join(workspace, 'pipelines', 'vorgaenge.yaml');
    const text = await readFile(pipeline, 'utf8');
    await writeFile(pipeline, text.replace('Neu: new', 'Neu: new\n          Schwebend: on_hold'));
    const ran = await runMeantime(['reimport', '--no-build', '--json', '--workspace', workspace]);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      imports: [
        {file: 'vorgaenge.csv', rowsAccepted: 6, unmappedValues: [], timezone: 'Europe/Berlin'},
      ],
    });
    expect((await readdir(join(workspace, 'data'))).sort()).toEqual(['archive', 'landing.duckdb']);
    expect(await readdir(join(workspace, 'data', 'archive'))).toHaveLength(1);
  });
});
