import {expect, test} from 'vitest';
import {arrange, type Part} from '../../src/packs/shape/arrange.ts';
import {isNarrow} from '../../src/packs/shape/is-narrow.ts';
import type {Block} from '../../src/pages/resolved-page.ts';
import type {ResolvedTable} from '../../src/pages/resolved-table.ts';
import type {TableBlock} from '../../src/pages/table-block.ts';
import {figure, kpi, kpis} from '../pages/sample-page.ts';

const narrow: ResolvedTable = {
  columns: [
    {label: 'Priority', align: 'left'},
    {label: 'Time to resolve, 90th percentile', align: 'right'},
  ],
  rows: [[{text: 'P1'}, {text: '3.3 h'}]],
};
const wide: ResolvedTable = {
  columns: Array.from({length: 9}, () => ({label: 'Reopened', align: 'right' as const})),
  rows: [Array.from({length: 9}, () => ({text: '1,284'}))],
};
const table = (id: string, of: ResolvedTable): TableBlock => ({
  ...{kind: 'table', id, title: id, subtitle: '', note: [], downloads: [], table: of},
});
const decide: Block = {kind: 'list', id: 'decide', title: 'To decide', tone: 'decide', items: []};

/** `a + b` side by side, `(a, b)` in a line each. */
function told(parts: readonly Part[]): string[] {
  return parts.map((part) => {
    if (part.kind === 'brief') return `(${part.titles.join(', ')})`;
    const blocks = part.kind === 'one' ? [part.block] : part.blocks;
    return blocks.map((block) => ('id' in block ? block.id : block.kind)).join(' + ');
  });
}

test('narrow neighbours stand side by side, a wide table alone, and a pair of the page stays one', () => {
  const blocks: Block[] = [
    kpis([kpi()]),
    table('a', narrow),
    table('b', narrow),
    table('c', narrow),
    table('wide', wide),
    {kind: 'columns', blocks: [{...figure(), id: 'd'}, table('e', narrow)]},
    {kind: 'columns', blocks: [{...figure(), id: 'f'}, table('broad', wide)]},
  ];
  const parts = told(arrange(blocks, {isNarrow}));
  expect(parts).toEqual(['kpis', 'a + b', 'c', 'wide', 'd + e', 'f', 'broad']);
});

test('what has nothing to show is told in a line before the decisions: an empty table, a line of one point', () => {
  const one = figure();
  if (one.data.chart !== 'trend') throw new Error('the sample figure is a trend');
  const point = {...one, id: 'point', title: 'SLA was 95 %'};
  const blocks: Block[] = [
    {...point, data: {...one.data, rows: one.data.rows.slice(0, 1)}},
    table('Nothing is left out', {columns: narrow.columns, rows: []}),
    table('a', narrow),
    {...decide, items: [{lead: 'Agree.', text: []}]},
  ];
  expect(told(arrange(blocks, {isNarrow}))).toEqual([
    'a',
    '(SLA was 95 %, Nothing is left out)',
    'decide',
  ]);
});
