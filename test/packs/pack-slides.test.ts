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

test('a deck has a slide for each message, its charts native with limits and target as series', async () => {
  const parts = await officeParts(await packSlides(pack));
  const slides = [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  // Title, key figures, chart, a table over three slides, what has nothing to draw, definitions.
  expect(slides).toHaveLength(8);
  const text = (name: string) => parts.get(name)?.toString() ?? '';
  const all = slides.map(text).join('');
  for (const said of [
    ...['Weekly review, Week 44', 'P2 resolution SLA is worse than usual', 'None.'],
    ...['Resolution SLA is lower for ERP (3 of 3)', 'What the figures mean'],
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
