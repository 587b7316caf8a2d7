import {existsSync, mkdirSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {writeXlsx} from 'hucre';
import {pino} from 'pino';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {parseConnector} from '../../src/import/connector.ts';
import {importsOf} from '../../src/server/import/imports.ts';
import type {
  ImportTask,
  ImportTaskResult,
  InspectTask,
} from '../../src/server/import/import-tasks.ts';
import {runImportTask} from '../../src/server/import/run-import-task.ts';
import {mostUploads} from '../../src/server/import/uploads.ts';
import {dutchExport} from './dutch-export.ts';
import {run, type Answer, type Running} from './running.ts';
import {fieldsOf, postFile, postForm} from './send-form.ts';
import {temporaryWorkspace} from './small-workspace.ts';

let place: ReturnType<typeof temporaryWorkspace>;
let server: Running;

beforeEach(async () => {
  place = temporaryWorkspace();
  server = await run(place.workspace);
});

/** A server whose imports take until `finish` is called and land nothing; it looks into files as usual. */
async function withSlowImports(): Promise<{finish(): void; tasks: ImportTask[]}> {
  await server.stop();
  let finish = () => {};
  const until = new Promise<void>((done) => (finish = done));
  const tasks: ImportTask[] = [];
  const slow = async (name: string, input: unknown, effects: never) => {
    if (name !== 'land') return runImportTask('inspect', input as InspectTask, effects);
    tasks.push(input as ImportTask);
    await until;
    return {imports: [], build: null, buildFailure: null} satisfies ImportTaskResult;
  };
  const effects = {log: pino({level: 'silent'}), now: () => new Date()};
  const imports = importsOf(place.workspace, {...effects, run: slow as typeof runImportTask});
  server = await run(place.workspace, {imports});
  return {finish, tasks};
}

afterEach(async () => {
  await server.stop();
  place.remove();
});

const uploads = () => {
  const {uploadsDirectory} = place.workspace;
  return existsSync(uploadsDirectory) ? readdirSync(uploadsDirectory) : [];
};

async function sent(name: string, content: string | Buffer): Promise<string> {
  const {status, headers} = await postFile(server.address, {name, content});
  expect(status).toBe(303);
  return headers['location'] ?? '';
}

/** Loads the page of an import until it has ended. */
async function ended(location: string): Promise<Answer> {
  for (;;) {
    const progress = await server.get(`${location}/progress`);
    if ((JSON.parse(progress.text) as {state: string}).state !== 'running')
      return server.get(location, {accept: 'text/html'});
    await wait(50);
  }
}

const small = dutchExport({rows: 40});
const withOneBad = small.replace(/01-06-2026 0\d:\d\d/, 'gisteren');
/** What the file leaves open: the zone, and the order of day and month in a week of June. */
const answered = {zone: 'Europe/Amsterdam', dateOrder: 'day-first'};
const nameOf = (html: string, label: string) =>
  new RegExp(`<select name="([^"]+)" aria-label="${label}"`).exec(html)?.[1] ?? 'no such list';

describe('an export of an unknown tool', () => {
  test('is shown, corrected, imported and reported, from an empty workspace on', async () => {
    expect((await server.get('/import')).text).toContain('Choose a file');
    const location = await sent('C:\\exports\\meldingen.csv', withOneBad);
    expect(location).toMatch(/^\/import\/[\w-]{22}$/);

    const shown = await server.get(location, {accept: 'text/html'});
    expect(shown.text).toContain('No connector knows meldingen.csv');
    expect(shown.text).toContain('In which time zone are the file’s times written?');
    expect(shown.text).toContain('Does the day or the month come first?');
    expect(shown.text).toContain('M2606-1000');

    const status = nameOf(shown.text, 'What Geparkeerd means');
    const columns = [...shown.text.matchAll(/<option value="(\d+)"[^>]*>Urgentie<\/option>/g)];
    const fields = {
      ...fieldsOf(shown.text),
      [status]: 'on_hold',
      't0.field.priority': columns[0]?.[1] ?? '',
      't0.field.urgency': 'none',
    };
    const looked = await postForm(server.address, location, {...fields, then: 'look'});
    expect([looked.status, looked.headers['location']]).toEqual([303, location]);
    // Until the import the correction is this file's alone.
    expect(existsSync(place.workspace.pipelinesDirectory)).toBe(false);

    const corrected = await server.get(location, {accept: 'text/html'});
    const now = fieldsOf(corrected.text);
    expect(now[nameOf(corrected.text, 'What Geparkeerd means')]).toBe('on_hold');
    expect(now[nameOf(corrected.text, 'What Kritiek means')]).toBe('P1');
    expect(corrected.text).toContain('once you have answered what it leaves open');

    // Eight days of June: nothing tells the day from the month. Without the answers the import comes back with the question.
    const asked = await postForm(server.address, location, {...now, then: 'import'});
    expect(asked.headers['location']).toBe(location);
    const started = await postForm(server.address, location, {
      ...now,
      ...answered,
      then: 'import',
    });
    expect(started.headers['location']).toMatch(/^\/import\/jobs\/[\w-]{22}$/);
    const report = await ended(started.headers['location'] ?? '');
    expect(report.text).toContain('meldingen.csv is imported, but for 1 row');
    expect(report.text).toContain('All 40 rows are accounted for');
    expect(report.text).toContain('href="/weekly"');
    expect(uploads()).toEqual([]);

    // Rejected rows as they stood in the file, with the reasons.
    expect(report.text).toContain('href="/import/rejected/1.csv"');
    const csv = await server.get('/import/rejected/1.csv');
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.text.split('\n')[0]).toMatch(/^Meldingnummer,.*rejected because/);
    expect(csv.text).toContain('gisteren');
    expect((await server.get('/import/rejected/2.csv')).status).toBe(404);

    const yaml = readFileSync(join(place.workspace.pipelinesDirectory, 'meldingen.yaml'), 'utf8');
    const [shape] = parseConnector(yaml, 'meldingen.yaml').shapes;
    expect(shape?.fields).toMatchObject({
      priority: {map: 'Urgentie', values: {Kritiek: 'P1', Hoog: 'P2'}},
      status: {values: {Geparkeerd: {is: 'on_hold', stops_clock: true}}},
    });
    expect(shape?.fields).not.toHaveProperty('urgency');
    expect((await server.get('/weekly', {accept: 'text/html'})).status).toBe(200);
    expect((await server.get('/import', {accept: 'text/html'})).text).toContain(
      'All 40 imported rows are accounted for',
    );
    expect(server.log).toEqual([]);
  });
});

test('a workbook of unknown sheets asks which one it is, and then shows that', async () => {
  const sheet = (name: string, rows: string[][]) => ({name, rows});
  const cells = small
    .slice(1)
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'));
  const sheets = [
    sheet('Legenda', [
      ['Kleur', 'Betekenis'],
      ['rood', 'spoed'],
    ]),
    sheet('Lijst', cells),
  ];
  const location = await sent('werkmap.xlsx', Buffer.from(await writeXlsx({sheets})));
  const asked = await server.get(location, {accept: 'text/html'});
  expect([asked.status, asked.text.includes('Which table of werkmap.xlsx is it?')]).toEqual([
    200,
    true,
  ]);
  const choice = {stamp: '', sheet: 'Lijst', then: 'look'};
  expect((await postForm(server.address, location, choice)).headers['location']).toBe(location);
  const shown = await server.get(location, {accept: 'text/html'});
  expect(shown.text).toContain('M2606-1000');
  expect(fieldsOf(shown.text)['sheet']).toBe('Lijst');
});

describe('a known export', () => {
  const header =
    'number,short_description,state,priority,assignment_group,opened_at,resolved_at,closed_at,sys_updated_on\n';
  const row =
    'INC0001,Mail is slow,Parked,2 - High,Desk,2026-06-01 08:00:00,2026-06-01 09:00:00,,2026-06-01 09:00:00\n';

  test('keeps its connector; a correction makes a copy of it in the workspace, with the same id', async () => {
    const {finish, tasks} = await withSlowImports();
    finish();
    const location = await sent('incident.csv', header + row);
    const page = await server.get(location, {accept: 'text/html'});
    expect(page.text).toContain('Read with the connector servicenow');
    const fields = {
      ...fieldsOf(page.text),
      [nameOf(page.text, 'What Parked means')]: 'on_hold.runs',
      zone: 'UTC',
      then: 'import',
    };
    const {headers} = await postForm(server.address, location, fields);
    await ended(headers['location'] ?? '');
    expect(tasks[0]?.answers).toMatchObject({connector: 'servicenow', zone: 'UTC'});
    const path = join(place.workspace.pipelinesDirectory, 'servicenow.yaml');
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('corrected on the Import page');
    expect(parseConnector(text, path).id).toBe('servicenow');
    expect(text).toMatch(/Parked:\s*(\{ ?is: on_hold, stops_clock: false|\n\s+is: on_hold)/);
  });
});

describe('refused is', () => {
  test('an id that is none, whatever it looks like', async () => {
    mkdirSync(place.workspace.uploadsDirectory, {recursive: true});
    for (const id of ['x', 'A'.repeat(22), '..%2f..%2fmeantime.yaml', '%2e%2e'])
      for (const path of [`/import/${id}`, `/import/jobs/${id}`])
        expect((await server.get(path)).status, path).toBe(404);
  });

  test('what comes from another site, or in another form', async () => {
    const file = {name: 'a.csv', content: 'a,b\n'};
    const evil = {origin: 'https://evil.example'};
    expect((await postFile(server.address, file, evil)).status).toBe(403);
    expect((await postForm(server.address, '/import/uploads', {file: 'a'})).status).toBe(415);
    const location = await sent('meldingen.csv', small);
    expect((await postForm(server.address, location, {then: 'import'}, evil)).status).toBe(403);
    expect((await postForm(server.address, `${location}/discard`, {}, evil)).status).toBe(403);
  });

  test('what the lists of a preview don’t offer', async () => {
    const location = await sent('meldingen.csv', small);
    const fields = fieldsOf((await server.get(location, {accept: 'text/html'})).text);
    const wrong: Record<string, string>[] = [
      {'t0.field.status': '99'},
      {'t0.field.nonsense': '1'},
      {'t0.field.constructor': '1'},
      {'t0.value.0': 'drop table'},
      {'t0.column.1': 'title; drop'},
      {zone: 'Mars/Olympus'},
      {source: '../x'},
      {encoding: 'klingon'},
      {sql: 'select 1'},
      {'t0.column.7': 'title', 't0.column.6': 'title'},
    ];
    for (const one of wrong) {
      const {status} = await postForm(server.address, location, {...fields, ...one, then: 'look'});
      expect(status, JSON.stringify(one)).toBe(400);
    }
    const stale = {...fields, stamp: 'of another preview', then: 'look'};
    expect((await postForm(server.address, location, stale)).status).toBe(409);
    expect(existsSync(place.workspace.pipelinesDirectory)).toBe(false);
  });

  test('more uploads than may wait', async () => {
    const file = {name: 'a.csv', content: 'a,b\n1,2\n'};
    for (let count = 0; count < mostUploads; count++)
      expect((await postFile(server.address, file)).status).toBe(303);
    expect((await postFile(server.address, file)).status).toBe(429);
  });

  test('a second import while one is running', async () => {
    const {finish} = await withSlowImports();
    const [one, two] = [await sent('een.csv', small), await sent('twee.csv', small)];
    const import_ = async (location: string) => {
      const page = await server.get(location, {accept: 'text/html'});
      const fields = {...fieldsOf(page.text), ...answered, then: 'import'};
      return postForm(server.address, location, fields);
    };
    const first = await import_(one);
    const second = await import_(two);
    expect(first.status).toBe(303);
    expect(second.status).toBe(409);
    expect(second.text).toContain('An import is running: een.csv.');
    const running = await server.get('/import', {accept: 'text/html'});
    expect(running.text).toContain('Importing een.csv');
    finish();
    await ended(first.headers['location'] ?? '');
    await expect.poll(uploads).toHaveLength(1);
  });
});
