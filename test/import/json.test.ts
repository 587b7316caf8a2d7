import {readFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import {afterAll, describe, expect, test} from 'vitest';
import type {Detection} from '../../src/import/detect.ts';
import {jsonLeaves} from '../../src/import/detect.ts';
import {filesIn, openFile} from '../../src/import/open-file.ts';
import {inspectFile} from '../../src/import/inspect.ts';
import {rowsOf} from '../../src/import/read.ts';
import {sniffFile} from '../../src/import/sniff.ts';
import {openDatabase} from '../../src/warehouse/database.ts';
import {testWorkspace} from './import-texts.ts';

const database = await openDatabase(':memory:');
afterAll(() => database.close());

/** Rows at a path as objects, as an import reads them. */
async function rowsAt(content: string | Buffer, rowsPath: string) {
  const given = await filesIn(testWorkspace().file('answer.json', content));
  const opened = await openFile(given.files[0]!);
  try {
    return await database.session(async (session) => {
      const sniffed = await sniffFile(opened.tables[0]!, session);
      if (sniffed.format !== 'json') throw new Error('no JSON');
      const headers = jsonLeaves(sniffed.paths, rowsPath).map(({name}) => name);
      const detection = {headers, rowsPath} as Detection;
      const rows = rowsOf(opened.tables[0]!, sniffed, detection, {nulls: []});
      const found = await session.query<Record<string, string | null>>(`from ${rows.relation()}`);
      return found.map((row) =>
        Object.fromEntries(headers.map((header, index) => [header, row[`c${index}`] ?? null])),
      );
    });
  } finally {
    await opened.release();
    await given.release();
  }
}

test('references that are now a text and now an object give both; lists of plain values are one cell', async () => {
  const answer = {
    result: [
      {number: 'INC1', assigned_to: '', tags: ['a', 'b'], 'odd "name"': 1},
      {number: 'INC2', assigned_to: {link: 'https://x', value: '46d4'}, tags: []},
      {number: 'INC3', assigned_to: 'plain', tags: null},
    ],
  };
  const rows = await rowsAt(JSON.stringify(answer), 'result[]');
  expect(rows[0]).toMatchObject({'odd "name"': '1'});
  expect(
    rows.map((row) => [row.number, row.assigned_to, row['assigned_to.value'], row.tags]),
  ).toEqual([
    ['INC1', null, null, 'a, b'],
    ['INC2', null, '46d4', null],
    ['INC3', 'plain', null, null],
  ]);
});

test('a dot inside a name is part of the name', async () => {
  const answer = {value: [{id: 1, fields: {'System.State': 'New', 'System.Tags': ['a']}}]};
  expect(await rowsAt(JSON.stringify(answer), 'value[]')).toEqual([
    {id: '1', 'fields.System.State': 'New', 'fields.System.Tags': 'a'},
  ]);
  const mixed = {value: [...answer.value, {id: {x: 2}, fields: {'System.State': null}}]};
  expect((await rowsAt(JSON.stringify(mixed), 'value[]'))[0]).toMatchObject({
    id: '1',
    'fields.System.State': 'New',
  });
});

test.each([
  ['lines', '{"id": 1}\n{"id": 2}\n', '[]'],
  ['lines with carriage returns and a byte-order mark', '\ufeff{"id": 1}\r\n{"id": 2}\r\n', '[]'],
  ['a list', '[{"id": 1}, {"id": 2}]', '[]'],
  ['a list in a page', '{"data": {"items": [{"id": 1}, {"id": 2}]}}', 'data.items[]'],
  ['pages, a line each', '{"r": [{"id": 1}]}\n{"r": [{"id": 2}]}', 'r[]'],
  ['UTF-16', Buffer.from('\ufeff[{"id": 1}, {"id": 2}]', 'utf16le'), '[]'],
  ['gzip', gzipSync('[{"id": 1}, {"id": 2}]'), '[]'],
])('%s', async (_name, content, path) => {
  expect((await rowsAt(content, path)).map(({id}) => id)).toEqual(['1', '2']);
});

describe('a page of 20 MB', () => {
  const element = (id: number) => ({
    id,
    text: `a "quoted" \\ text, [with] {brackets} – and more ${'x'.repeat(400)}`,
    group: {name: 'Net', list: [1, 2]},
  });
  const elements = Array.from({length: 40_000}, (_, index) => element(index));
  const page = {count: 40_000, users: [{id: 1}], data: {'the "items"': elements}, next: null};

  test('is cut into lines, those of a short list beside it too, its rows the same', async () => {
    const content = JSON.stringify(page, null, 1);
    const given = await filesIn(testWorkspace().file('page.json', content));
    const opened = await openFile(given.files[0]!);
    const lines = readFileSync(opened.tables[0]!.path, 'utf8').trimEnd().split('\n');
    await opened.release();
    await given.release();
    expect(lines).toHaveLength(40_001);
    expect(JSON.parse(lines.shift() ?? '')).toEqual({users: [{id: 1}]});
    expect(lines.map((line) => JSON.parse(line).data['the "items"'][0])).toEqual(elements);
  });

  test('is cut in gzip and as one of several pages too', async () => {
    const pages = gzipSync(`[${JSON.stringify({r: elements})},{"r":[{"id":"last"}]}]`, {level: 1});
    const rows = await rowsAt(pages, 'r[]');
    expect(rows).toHaveLength(40_001);
    expect(rows.map(({id}) => id)).toContain('last');
  });

  test('a record with one large attachment stays whole', async () => {
    const record = {id: 1, attachment: 'x'.repeat(9 * 2 ** 20), tags: ['a', 'b']};
    expect((await rowsAt(JSON.stringify([record, {id: 2}]), '[]')).map(({tags}) => tags)).toEqual([
      'a, b',
      null,
    ]);
  });
});

test.each([
  ['deep nesting', '['.repeat(100_000), /nests more than 200 levels/],
  ['objects nested deeply', '{"a":'.repeat(100_000), /nests more than 200 levels/],
  ['a list cut off', '{"r": [{"id": 1}, {"id": 2', /is not whole JSON/],
])('%s is refused in one line', async (_name, content, message) => {
  const error = await rowsAt(content, '[]').catch((e: unknown) => e);
  expect(error).toMatchObject({name: 'UserError', message: expect.stringMatching(message)});
});

test.each([
  ['{"count": 2, "next": null, "result": [{"id": 1, "subject": "a", "tags": ["x"]}]}', 'result[]'],
  ['[{"id": 1, "subject": "a", "comments": [{"by": "b", "at": "c"}]}]', '[]'],
  ['[{"body": {"audits": [{"id": 1, "ticket": 2, "events": [{"a": 1}]}]}}]', '[].body.audits[]'],
])('inspect finds the list in %s', async (content, path) => {
  const file = testWorkspace().file('tool.json', content);
  const inspection = await inspectFile(file, {connectors: []});
  expect(inspection).toMatchObject({format: 'json', rowCount: 1});
  const [shape] = inspection.proposal?.connector.shapes ?? [];
  expect(shape).toMatchObject({format: 'json'});
  expect(`[].${shape?.rows?.[0]}`).toContain(path.replace('[].', ''));
});
