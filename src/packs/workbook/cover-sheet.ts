import type {Cell, WriteSheet} from 'hucre/xlsx';
import type {HeadlineBlock} from '../../pages/headline-block.ts';
import {textOf, type Section} from '../data/block-sections.ts';
import type {Pack} from '../pack.ts';
import {packFacts} from '../pack-facts.ts';
import {
  lineHeight,
  linesOf,
  mutedStyle,
  paper,
  put,
  putTable,
  textCell,
  titleStyle,
  wrappedStyle,
} from './data-sheet.ts';
import {t} from '../../wording/t.ts';

/** What the pack is, what it says first, what it restates, and where in the workbook the rest is. */
export function coverSheet(pack: Pack, sheets: {name: string; section: Section}[]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const {page} = pack;
  put(cells, 0, 0, textCell(page.title, titleStyle));
  const headline = page.blocks.find((block): block is HeadlineBlock => block.kind === 'headline');
  const [told, lede] = [headline?.text ?? '', headline ? textOf(headline.lede) : ''];
  put(cells, 1, 0, textCell(told, {...wrappedStyle, font: {bold: true}}));
  put(cells, 2, 0, textCell(lede, wrappedStyle));
  const facts = packFacts(pack);
  for (const [index, {label, text}] of facts.entries()) {
    put(cells, 4 + index, 0, textCell(label, mutedStyle));
    put(cells, 4 + index, 1, textCell(text));
  }
  putContents(cells, sheets, putRestated(cells, pack, 5 + facts.length));
  return {
    ...{name: t`Cover`, cells, rows: []},
    columns: widths.map((width) => ({width})),
    merges: [0, 1, 2].map((each) => ({startRow: each, endRow: each, startCol: 0, endCol: 3})),
    rowDefs: new Map([
      [1, {height: heightOf(told)}],
      [2, {height: heightOf(lede)}],
    ]),
    view: {showGridLines: false},
    pageSetup: {...paper, fitToHeight: 1},
    a11y: {summary: `${page.title}, ${page.period?.label ?? ''}`},
  };
}

const widths = [34, 70, 16, 16];

/** Of a text over all columns, with air below it. */
function heightOf(text: string): number {
  const width = widths.reduce((sum, each) => sum + each, 0);
  // Bold type is wider.
  return (linesOf(text, width * 0.85) + 0.5) * lineHeight;
}

function putRestated(cells: Map<string, Partial<Cell>>, pack: Pack, row: number): number {
  if (pack.restated.length === 0) return row;
  const title = t`Restated since version ${pack.version - 1}`;
  put(cells, row, 0, textCell(title, {font: {bold: true}}));
  put(cells, row + 1, 0, textCell(pack.restatedBecause, mutedStyle));
  const end = putTable(
    cells,
    {
      columns: [
        {label: t`Figure`, align: 'left'},
        {label: t`Reads`, align: 'left'},
        {label: t`n before`, align: 'right'},
        {label: t`n now`, align: 'right'},
      ],
      rows: pack.restated.map(({label, before, after, nBefore, nAfter}) => [
        ...[label, `${before} → ${after}`],
        {value: nBefore, unit: 'count'},
        {value: nAfter, unit: 'count'},
      ]),
    },
    row + 2,
  );
  return end + 1;
}

function putContents(
  cells: Map<string, Partial<Cell>>,
  sheets: readonly {name: string; section: Section}[],
  row: number,
): void {
  put(cells, row, 0, textCell(t`Sheet`, {font: {bold: true}}));
  put(cells, row, 1, textCell(t`What it says`, {font: {bold: true}}));
  for (const [index, {name, section}] of sheets.entries()) {
    const target = `#'${name.replaceAll("'", "''")}'!A1`;
    put(cells, row + 1 + index, 0, {
      ...{value: name, type: 'string', hyperlink: {target: '', location: target.slice(1)}},
      style: {font: {underline: true, color: {rgb: '0B6B68'}}},
    });
    put(cells, row + 1 + index, 1, textCell(section.title));
  }
}
