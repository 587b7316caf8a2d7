import {readXlsx} from 'hucre/xlsx';
import {expect, test} from 'vitest';
import {thinSpace} from '../../src/charts/format.ts';
import type {Block} from '../../src/pages/resolved-page.ts';
import {readQuantity} from '../../src/packs/data/read-quantity.ts';
import {sheetName} from '../../src/packs/workbook/sheet-name.ts';
import {packWorkbook} from '../../src/packs/workbook/pack-workbook.ts';
import {hostileTitle} from '../server/small-workspace.ts';
import {figure, kpi, kpis, samplePage} from '../pages/sample-page.ts';
import {officeParts} from './office-file.ts';
import {samplePack} from './sample-pack.ts';

const stuck: Block = {
  kind: 'table',
  id: 'stuck',
  title: 'INC9 has been open for 40.0 d',
  subtitle: 'The oldest',
  note: [{text: 'All 2 open'}],
  downloads: [],
  table: {
    columns: [
      {label: 'Incident', align: 'left'},
      {label: 'Age', align: 'right'},
      {label: 'Opened', align: 'right'},
      {label: 'Share', align: 'right'},
      {label: 'Count', align: 'right'},
    ],
    rows: [
      [
        {text: 'INC9', detail: hostileTitle},
        {text: `40.0${thinSpace}d`, value: 40.02 * 24 * 3_600_000},
        {text: '21\u00a0Mar\u00a02016,\u00a009:12', value: Date.parse('2016-03-21T09:12:40Z')},
        {text: `12.5${thinSpace}%`, value: 0.12512},
        {text: '1,284', value: 1284},
      ],
    ],
  },
};

async function rowsOf(blocks: Block[], pack = {}): Promise<Map<string, unknown[][]>> {
  const bytes = await packWorkbook(samplePack({page: samplePage(blocks), ...pack}));
  const {sheets} = await readXlsx(bytes);
  return new Map(sheets.map(({name, rows}) => [name, rows]));
}

test('a workbook has a cover, a sheet for each table and figure, and the definitions', async () => {
  const sheets = await rowsOf([kpis([kpi()]), figure(), stuck]);
  expect([...sheets.keys()]).toEqual(['Cover', 'Key figures', 'Signal', 'Stuck', 'Definitions']);
  expect(sheets.get('Definitions')?.[4]).toEqual([
    'SLA met, resolution',
    'Share met, of those due.',
  ]);
  expect(sheets.get('Cover')?.flat()).toContain('build 118, inputs 2cdd652d71af, Meantime 0.2.0');
});

test('numbers are numbers as exact as they are known, times are dates, texts never formulas', async () => {
  const sheets = await rowsOf([kpis([kpi()]), stuck]);
  const [header, row] = sheets.get('Stuck')?.slice(3) ?? [];
  expect(header).toEqual(['Incident', 'Incident, note', 'Age', 'Opened', 'Share', 'Count']);
  expect(row?.slice(0, 2)).toEqual(['INC9', hostileTitle]);
  expect(row?.[2]).toBeCloseTo(40.02 * 24);
  expect(row?.[3]).toEqual(new Date('2016-03-21T09:12:00Z'));
  expect(row?.slice(4)).toEqual([0.12512, 1284]);
  const figures = sheets.get('Key figures')?.[4] ?? [];
  expect(figures.slice(1, 7)).toEqual([0.812, 0.754, 0.859, 218, 0.9, 'at least']);
});

test('a change is a number with its sign, points are points, and a row is as high as its longest text', async () => {
  const long = 'The one in the hall does not print, and nobody says what for. '.repeat(4).trim();
  const moved: Block = {
    ...{...stuck, id: 'why'},
    table: {
      columns: [
        {label: 'Priority', align: 'left'},
        {label: 'By mix', align: 'right'},
        {label: 'By rate', align: 'right'},
      ],
      rows: [
        [
          {text: long},
          {text: `+0.6${thinSpace}pp`, value: 0.00612},
          {text: `+0.1${thinSpace}h`, value: 0.1},
        ],
      ],
    },
  };
  const bytes = await packWorkbook(samplePack({page: samplePage([moved])}));
  const sheet = (await officeParts(bytes)).get('xl/worksheets/sheet2.xml')?.toString() ?? '';
  expect(Number(/<row r="5"[^>]* ht="([\d.]+)"/.exec(sheet)?.[1])).toBeGreaterThan(60);
  const styles = (await officeParts(bytes)).get('xl/styles.xml')?.toString() ?? '';
  expect(styles).toContain('&quot;+&quot;0.0&quot; pp&quot;');
  const rows = (await rowsOf([moved])).get('Why')?.slice(4) ?? [];
  expect(rows[0]?.[1]).toBeCloseTo(0.612);
  expect(rows[0]?.[2]).toBe(0.1);
});

test('a behaviour chart has its limits and its target as columns, oldest first', async () => {
  const rows = (await rowsOf([figure()])).get('Signal')?.slice(3) ?? [];
  expect(rows[0]?.slice(5)).toEqual(['Usual, low', 'Usual, centre', 'Usual, high', 'Target']);
  expect(rows[1]?.[1]).toEqual(new Date('2026-10-19T00:00:00Z'));
  expect(rows[1]?.slice(2)).toEqual([0.84, 200, 'worse', 0.87, 0.9, 0.93, 0.9]);
});

test('a chart of events has their days and no period, and its lines are drawn over them', async () => {
  const days = [null, 41, 2, 9].map((value, index) => ({
    ...{day: `2026-0${index + 4}-08`, period: '', value, n: 1, isComplete: index < 3},
    ...{signal: 'common' as const, event: `INC00${index}`},
  }));
  const range = {lower: 18, centre: 48, upper: 104};
  const block = figure({data: {chart: 'trend', rows: days}, unit: 'days', range, target: null});
  const rows = (await rowsOf([block])).get('Signal')?.slice(3) ?? [];
  expect(rows[0]?.slice(0, 6)).toEqual(['Event', 'Day', 'Value', 'So far', 'Signal', 'Usual, low']);
  expect(rows[3]?.slice(0, 6)).toEqual(['INC002', new Date('2026-06-08'), 2, null, 'usual', 18]);
  expect(rows[4]?.slice(2, 4)).toEqual([null, 9]);
});

test('the cover lists restated figures and why they are', async () => {
  const restated = [{label: 'Backlog', before: '60', after: '61', nBefore: 60, nAfter: 61}];
  const because = 'Between build 1 and build 2, late.csv came in.';
  const sheets = await rowsOf([], {version: 2, restated, restatedBecause: because});
  const cover = sheets.get('Cover')?.flat() ?? [];
  expect(cover).toEqual(expect.arrayContaining(['Backlog', '60 → 61', because]));
});

test('a printed number is read as what it prints, and its exact value taken only where both agree', () => {
  expect(readQuantity(`−1,284.5${thinSpace}h`)).toEqual({unit: 'total hours', value: -1284.5});
  expect(readQuantity(`30${thinSpace}min`, 0.5012)).toEqual({unit: 'hours', value: 0.5012});
  expect(readQuantity(`30${thinSpace}min`, 99)).toEqual({unit: 'hours', value: 0.5});
  expect(readQuantity('P2')).toBeNull();
  expect(readQuantity('2016-03-21')).toBeNull();
});

test('names of sheets are unique whatever their case, at most 31 characters, without what Excel refuses', () => {
  const taken = new Set<string>();
  const long = 'Time to resolve by assignment group and priority';
  const names = [long, long.toUpperCase(), 'a/b:c', "'q'", 'history', ''].map((name) =>
    sheetName(name, taken),
  );
  expect(names).toEqual([
    'Time to resolve by assignment',
    'TIME TO RESOLVE BY ASSIGNMENT 2',
    'a b c',
    'q',
    'Sheet',
    'Sheet 2',
  ]);
  expect(names.every((name) => name.length <= 31)).toBe(true);
});

test('bars in a workbook begin at zero, the first on top, and periods have their names', async () => {
  const bars = figure({
    native: {subtitle: 'SLA met, by priority', value: 'This week', before: 'Week 43'},
    data: {
      chart: 'bars',
      rows: [{label: 'P1', value: 0.97, n: 93, before: 0.99, signal: 'none'}],
    },
  });
  const parts = await officeParts(await packWorkbook(samplePack({page: samplePage([bars])})));
  const chart = [...parts].find(([name]) => /charts\/chart\d+\.xml$/.test(name))?.[1].toString();
  for (const said of ['<c:min val="0"/>', '<c:max val="1"/>', '<c:orientation val="maxMin"/>'])
    expect(chart).toContain(said);
  for (const name of ['This week', 'Week 43']) expect(chart).toContain(name);
});

test('what a running week counts so far is in its row and not in the chart, where it would be a fall', async () => {
  const week = {opened: 200, reopened: 1, resolved: 190, cancelled: 0, backlog: 70};
  const rows = [
    {...week, period: '2026-W44', day: '2026-10-26', isComplete: true},
    {...week, opened: 8, resolved: 2, period: '2026-W45', day: '2026-11-02', isComplete: false},
  ];
  const flow = figure({unit: 'count', data: {chart: 'flow', rows}, range: null, target: null});
  const parts = await officeParts(await packWorkbook(samplePack({page: samplePage([flow])})));
  const chart = [...parts].find(([name]) => /charts\/chart\d+\.xml$/.test(name))?.[1].toString();
  const ranges = [...(chart ?? '').matchAll(/<c:val>.*?<c:f>[^!]*!([^<]*)</gs)].map(([, of]) => of);
  expect(ranges.map((of) => of?.replaceAll('$', ''))).toEqual(['C5:C5', 'E5:E5', 'G5:G6']);
});
