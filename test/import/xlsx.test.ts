import {writeXlsx, type WriteSheet} from 'hucre';
import {describe, expect, test} from 'vitest';
import {filesIn, openFile, type FormOptions} from '../../src/import/open-file.ts';
import {reimport} from '../../src/import/reimport.ts';
import {silentProgress} from '../../src/base/progress.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';
import {zipOf} from './zip-of.ts';

const labels = ['Number', 'Short description', 'State', 'Priority', 'Opened', 'Assignment group'];
const row = (number: number, opened: Date | string = new Date('2026-03-14T10:20:30Z')) => [
  `INC${1000 + number}`,
  `Printer, "the big one", of floor ${number}\nis out`,
  'New',
  '3 - Moderate',
  opened,
  'Service Desk',
];
const rows = (from: number, count: number) =>
  Array.from({length: count}, (_, index) => row(from + index));
const dateFormats = [{col: 5, numFmt: 'yyyy-mm-dd hh:mm:ss'}];

async function workbook(
  sheets: (Omit<WriteSheet, 'columns'> & {formats?: {col: number; numFmt: string}[]})[],
  options: {dateSystem?: '1900' | '1904'} = {},
): Promise<Buffer> {
  const all = sheets.map(({formats = [], rows: cells = [], ...sheet}) => {
    const width = Math.max(0, ...cells.map((one) => one.length));
    const columns = Array.from({length: width}, (_, index) => {
      const numFmt = formats.find(({col}) => col === index + 1)?.numFmt;
      return numFmt ? {numFmt} : {};
    });
    return {...sheet, rows: cells, columns};
  });
  return Buffer.from(await writeXlsx({sheets: all, ...options}));
}

async function tablesOf(content: Buffer, options: FormOptions = {}) {
  const given = await filesIn(testWorkspace().file('book.xlsx', content));
  const opened = await openFile(given.files[0]!, options);
  await opened.release();
  await given.release();
  return opened.tables;
}

test('a list with titles above its header lands, dates from native cells, and lands again from the archive', async () => {
  const space = testWorkspace();
  const content = await workbook([
    {
      name: 'Page 1',
      rows: [['Incidents of March'], ['Printed', '2026-04-01'], [], labels, ...rows(0, 3)],
      formats: dateFormats,
    },
  ]);
  const file = space.file('incident.xlsx', content);
  const result = await space.import(file, {timezone: 'Europe/Amsterdam'});
  expect(result).toMatchObject({connector: 'servicenow', rowsRead: 3, rowsAccepted: 3});
  expect(unaccounted(result)).toBe(0);
  const landed = () =>
    space.query('select number, title, opened_at from record_version order by number');
  const expected = await landed();
  expect(expected[0]).toEqual({
    number: 'INC1000',
    title: 'Printer, "the big one", of floor 0\nis out',
    opened_at: new Date('2026-03-14T09:20:30Z'),
  });
  expect(await space.import(file, {timezone: 'Europe/Amsterdam'})).toMatchObject({isRepeat: true});
  const effects = {log: {info() {}, warn() {}}, progress: silentProgress, now: () => new Date()};
  const [again] = await reimport({workspace: space.workspace}, effects);
  expect(again).toMatchObject({rowsRead: 3, rowsAccepted: 3});
  expect(await landed()).toEqual(expected);
});

test('sheets of one header are one table; a sheet of another is one of its own', async () => {
  const space = testWorkspace();
  const content = await workbook([
    {name: 'Page 1', rows: [labels, ...rows(0, 2)], formats: dateFormats},
    {name: 'Page 2', rows: [labels, ...rows(2, 3)], formats: dateFormats},
    {
      name: 'Colours',
      rows: [
        ['Colour', 'Weight'],
        ['red', 7],
      ],
    },
    {name: 'Notes', rows: [['only a sentence']]},
  ]);
  const result = await space.import(space.file('incident.xlsx', content), {timezone: 'UTC'});
  expect(result).toMatchObject({rowsRead: 5, rowsAccepted: 5});
  expect(result.file).toMatch(/incident\.xlsx\/Page 1$/);
  expect(result.warnings.join()).toMatch(/no connector knows it: sheet “Colours” with 1 rows/);
});

test('several tables and none known: the person is told what there is and how to choose', async () => {
  const space = testWorkspace();
  const content = await workbook([
    {
      name: 'My list',
      rows: [
        ['Colour', 'Weight'],
        ['red', 7],
      ],
    },
    {
      name: 'Other',
      rows: [
        ['Size', 'Smell'],
        ['big', 'none'],
      ],
    },
  ]);
  const file = space.file('unknown.xlsx', content);
  await expect(space.import(file)).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringMatching(/2 tables.*sheet “My list” with 1 rows \(Colour, Weight\)/),
    remedy: 'Choose one with --sheet, such as --sheet "My list".',
  });
  await expect(space.import(file, {sheet: 'other'})).rejects.toThrow(/this header: Size, Smell/);
  await expect(space.import(file, {sheet: 'gone'})).rejects.toMatchObject({
    remedy: 'Name one of: My list, Other.',
  });
});

describe('cells as text', () => {
  const sampleOf = async (
    cells: unknown[],
    formats: {col: number; numFmt: string}[],
    options = {},
  ) => {
    const heads = cells.map((_, index) => `Column ${index + 1}`);
    const content = await workbook(
      [{name: 'S', rows: [heads, cells as string[]], formats}],
      options,
    );
    return (await tablesOf(content))[0]?.table?.sampleRows[0];
  };

  test('numbers, booleans and texts', async () => {
    expect(await sampleOf([3, 0.1, 1234567.5, -2, true, ' x '], [])).toEqual([
      ...['3', '0.1', '1234567.5', '-2', 'true', ' x '],
    ]);
  });

  test.each(['1900', '1904'] as const)('dates of the %s system', async (dateSystem) => {
    const at = new Date('2024-02-29T23:59:59Z');
    expect(await sampleOf([at, 'x'], [{col: 1, numFmt: 'dd/mm/yyyy hh:mm'}], {dateSystem})).toEqual(
      ['2024-02-29 23:59:59', 'x'],
    );
  });

  test('durations beyond a day, by their format', async () => {
    expect(
      await sampleOf(
        [1.5, 100.25, 0.5],
        [
          {col: 1, numFmt: '[h]:mm'},
          {col: 2, numFmt: '[hh]:mm:ss'},
          {col: 3, numFmt: 'h:mm'},
        ],
      ),
    ).toEqual(['36:00:00', '2406:00:00', '12:00:00']);
  });
});

test('the line with which ServiceNow cuts a sheet off is a warning and no row', async () => {
  const space = testWorkspace();
  const said = 'Export stopped due to excessive size. Use CSV for a complete export';
  const content = await workbook([
    {name: 'Page 1', rows: [labels, ...rows(0, 4), [said]], formats: dateFormats},
  ]);
  const result = await space.import(space.file('incident.xlsx', content), {timezone: 'UTC'});
  expect(result).toMatchObject({rowsRead: 4, rowsAccepted: 4, rowsRejected: 0});
  expect(result.warnings.join()).toMatch(/ends at row 6 with “Export stopped.*cut the export off/);
});

describe('hostile workbooks are refused in one line', () => {
  const sheet = (body: string) =>
    zipOf({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml':
        '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/s.xml"/></Relationships>',
      'xl/worksheets/s.xml': body,
    });
  const refusal = async (content: Buffer) => {
    const space = testWorkspace();
    const error = await space.import(space.file('x.xlsx', content)).catch((e: unknown) => e);
    expect(error).toMatchObject({name: 'UserError', remedy: expect.stringMatching(/\.$/)});
    expect(await space.query('from import_log')).toEqual([]);
    return (error as Error).message;
  };

  test('entities', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>';
    expect(await refusal(await sheet(bomb))).toMatch(/sheet S declares a document type/);
  });

  test('a cell of 40 MB, and one that unpacks to a thousand times its size', async () => {
    const cell = (size: number) =>
      `<worksheet><sheetData><row r="1"><c t="str"><v>${'a'.repeat(size)}</v></c></row></sheetData></worksheet>`;
    expect(await refusal(await sheet(cell(40 * 2 ** 20)))).toMatch(/unpacks to \d+ times its size/);
  });

  test('a truncated file', async () => {
    const whole = await workbook([{name: 'S', rows: [labels, ...rows(0, 50)]}]);
    expect(await refusal(whole.subarray(0, whole.length / 2))).toMatch(/damaged or cut-off zip/);
  });

  test('a sheet cut off inside', async () => {
    expect(await refusal(await sheet('<worksheet><sheetData><row r="1">'))).toMatch(/cut off/);
  });

  test('a workbook of the old form', async () => {
    const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]);
    expect(await refusal(old)).toMatch(/old Excel workbook/);
  });

  test('a document and a workbook without rows', async () => {
    const document = await zipOf({'[Content_Types].xml': '<Types/>', 'word/document.xml': '<d/>'});
    expect(await refusal(document)).toMatch(/is no Excel workbook/);
    expect(await refusal(await workbook([{name: 'S', rows: []}]))).toMatch(/has no table/);
  });
});

test('a cell far to the right costs nothing', async () => {
  const content = await zipOf({
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/s.xml"/></Relationships>',
    'xl/worksheets/s.xml':
      '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c><c r="ZZZZZZ1"><v>2</v></c></row></sheetData></worksheet>',
  });
  expect((await tablesOf(content))[0]?.table).toMatchObject({headers: ['a', 'b'], rowCount: 1});
});
