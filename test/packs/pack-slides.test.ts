import {expect, test} from 'vitest';
import type {Block} from '../../src/pages/resolved-page.ts';
import {packSlides} from '../../src/packs/slides/pack-slides.ts';
import {packWorkbook} from '../../src/packs/workbook/pack-workbook.ts';
import {figure, kpi, kpis, samplePage} from '../pages/sample-page.ts';
import {hostileTitle} from '../server/small-workspace.ts';
import {officeFaults, officeParts} from './office-file.ts';
import {samplePack} from './sample-pack.ts';

const long: Block = {
  kind: 'table',
  id: 'groups',
  title: 'Resolution SLA is lower for ERP',
  subtitle: 'By group',
  note: [{text: '30 of 30 groups.'}],
  downloads: [],
  table: {
    columns: [
      {label: 'Group', align: 'left'},
      {label: 'Resolved', align: 'right'},
    ],
    rows: Array.from({length: 30}, (_, row) => [
      {text: row === 0 ? hostileTitle : `Group ${row}`},
      {text: String(row), value: row},
    ]),
  },
};
const empty: Block = {...figure(), id: 'empty', data: {chart: 'bars', rows: []}};
const pack = samplePack({page: samplePage([kpis([kpi()]), figure(), long, empty])});

/** The library names a type for a master of each slide though there is one: readers pass over it. */
function slideFaults(parts: ReadonlyMap<string, Buffer>): string[] {
  return officeFaults(parts).filter(
    (fault) => !/^\/ppt\/slideMasters\/slideMaster\d+\.xml is missing$/.test(fault),
  );
}

test('a deck has a slide for each question, its charts native with limits and target as series', async () => {
  const parts = await officeParts(await packSlides(pack));
  const slides = [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  // Title, key figures, chart, as much of a table as has room, what has nothing to show.
  expect(slides).toHaveLength(5);
  const text = (name: string) => parts.get(name)?.toString() ?? '';
  const all = slides.map(text).join('');
  for (const said of [
    ...['Weekly review, Week 44', 'P2 resolution SLA is worse than usual', 'In brief'],
    ...['Resolution SLA is lower for ERP', '30 rows; the others are in the workbook.'],
  ])
    expect(all).toContain(said);
  expect(all).not.toContain('<script>');
  const charts = [...parts.keys()].filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name));
  expect(charts).toHaveLength(1);
  for (const series of ['Value', 'Usual, low', 'Usual, centre', 'Usual, high', 'Target'])
    expect(text(charts[0] ?? '')).toContain(`<c:v>${series}</c:v>`);
  const notes = [...parts.keys()]
    .filter((name) => name.includes('notesSlide'))
    .map(text)
    .join('');
  expect(notes).toContain('SLA met, resolution: Share met.');
  expect([...parts.keys()].some((name) => /embeddings\/.*\.xlsx$/.test(name))).toBe(true);
});

test('four lines that the page has as pairs stand on one slide, which says how many left what is usual', async () => {
  const pair: Block = {kind: 'columns', blocks: [figure({id: 'a'}), figure({id: 'b'})]};
  const four = samplePack({page: samplePage([pair, pair])});
  const parts = await officeParts(await packSlides(four));
  const slides = [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  expect(slides).toHaveLength(2);
  expect(parts.get('ppt/slides/slide2.xml')?.toString()).toContain(
    '4 of 4 figures left what is usual',
  );
  expect(
    [...parts.keys()].filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name)),
  ).toHaveLength(4);
});

test('a table on a slide says what the page says: a change with its sign, in the unit of its column', async () => {
  const moved: Block = {
    ...{kind: 'table', id: 'why', title: 'Why', subtitle: '', note: [], downloads: []},
    table: {
      columns: [
        {label: 'Priority', align: 'left'},
        {label: 'By mix', align: 'right'},
      ],
      rows: [[{text: 'P2'}, {text: '+0.1\u202fh', value: 0.1}]],
    },
  };
  const parts = await officeParts(await packSlides(samplePack({page: samplePage([moved])})));
  expect(parts.get('ppt/slides/slide2.xml')?.toString()).toContain('+0.1\u202fh');
});

test('the parts of a deck and of a workbook are whole: XML, types and relations', async () => {
  expect(slideFaults(await officeParts(await packSlides(pack)))).toEqual([]);
  expect(officeFaults(await officeParts(await packWorkbook(pack)))).toEqual([]);
});

test('a part that is missing would be found', async () => {
  const parts = await officeParts(await packWorkbook(pack));
  parts.delete('xl/worksheets/sheet1.xml');
  expect(officeFaults(parts).join()).toContain('xl/worksheets/sheet1.xml');
});

test('a pack of nothing still makes a deck and a workbook', async () => {
  const nothing = samplePack({page: samplePage([]), definitions: []});
  expect(slideFaults(await officeParts(await packSlides(nothing)))).toEqual([]);
  expect(officeFaults(await officeParts(await packWorkbook(nothing)))).toEqual([]);
});

test('a long headline is smaller, and what follows begins below it', async () => {
  const text = 'Resolution SLA was below its usual range for the second week in a row. '.repeat(5);
  const headline: Block = {kind: 'headline', text, lede: [{text: '269 incidents opened.'}]};
  const parts = await officeParts(await packSlides(samplePack({page: samplePage([headline])})));
  const slide = parts.get('ppt/slides/slide1.xml')?.toString() ?? '';
  const boxes = slide.split('<p:sp>').slice(1);
  const box = (said: string) => boxes.find((each) => each.includes(said)) ?? '';
  const top = (of: string) => Number(/<a:off x="\d+" y="(\d+)"/.exec(of)?.[1]);
  const height = (of: string) => Number(/<a:ext cx="\d+" cy="(\d+)"/.exec(of)?.[1]);
  const [told, lede] = [box('Resolution SLA was below'), box('269 incidents')];
  expect(told).not.toContain('sz="3400"');
  expect(top(lede)).toBeGreaterThan(top(told) + height(told));
  expect(top(lede)).toBeLessThan(6.5 * 914_400);
});

test('a column and the second lines of its cells have one label on a slide', async () => {
  const majors: Block = {
    ...{kind: 'table', id: 'majors', title: 'Nine majors', subtitle: '', note: [], downloads: []},
    table: {
      columns: [{label: 'Incident', align: 'left'}],
      rows: [[{text: 'INC1', detail: 'Mail flow stopped'}]],
    },
  };
  const parts = await officeParts(await packSlides(samplePack({page: samplePage([majors])})));
  const slide = parts.get('ppt/slides/slide2.xml')?.toString() ?? '';
  expect(slide).toContain('gridSpan="2"');
  expect(slide).toContain('Mail flow stopped');
  expect(slide).not.toContain('Incident, note');
});
