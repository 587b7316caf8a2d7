import type {Cell, CellStyle, WriteSheet} from 'hucre/xlsx';
import {lightTheme} from '../../charts/theme.ts';
import type {Section} from '../data/block-sections.ts';
import type {DataTable, Datum} from '../data/data-table.ts';
import {dayFormat, minuteFormat, numberFormat} from './number-format.ts';
import {sheetChart} from './sheet-chart.ts';

type Cells = Map<string, Partial<Cell>>;

/** A title, what it is of, and the table from the fourth row on, its header kept in sight. */
export function dataSheet(name: string, section: Section): WriteSheet {
  const cells: Cells = new Map();
  put(cells, 0, 0, textCell(section.title, titleStyle));
  put(cells, 1, 0, textCell(section.subtitle, mutedStyle));
  const isProse = section.role !== 'data';
  const widths = widthsOf(section.table, isProse ? 72 : 60);
  const end = putTable(cells, section.table, headerRow);
  const note = noteLines(section, widths);
  if (note) put(cells, end + 1, 0, textCell(section.note, {...mutedStyle, ...wrappedStyle}));
  // Below the header, which is printed again on each page.
  const corner = {row: headerRow + 1, col: section.table.columns.length + 1};
  const chart = sheetChart(section, {firstRow: headerRow + 1, corner});
  return {
    name,
    cells,
    rows: [],
    columns: widths.map((width) => ({width})),
    rowDefs: new Map([
      ...heightsOf(section.table, widths),
      ...(note ? [[end + 1, {height: note.lines * lineHeight}] as const] : []),
    ]),
    ...(note
      ? {merges: [{startRow: end + 1, endRow: end + 1, startCol: 0, endCol: note.endCol}]}
      : {}),
    freezePane: {rows: headerRow + 1},
    pageSetup: {...paper, printTitlesRow: `$${headerRow + 1}:$${headerRow + 1}`},
    a11y: {summary: section.title, headerRow},
    ...(chart ? {charts: [chart]} : {}),
  };
}

/** Counted from 0. */
const headerRow = 3;

/** A sheet is as wide as a page of paper, and as long as it takes. */
export const paper: NonNullable<WriteSheet['pageSetup']> = {
  paperSize: 'a4',
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
};

/** @returns the row after the last */
export function putTable(cells: Cells, {columns, rows, sums}: DataTable, top: number): number {
  for (const [place, {label, align}] of columns.entries())
    put(cells, top, place, textCell(label, headerStyle(align, place)));
  for (const [index, row] of rows.entries())
    for (const [place, datum] of row.entries()) {
      const style = {
        ...textStyle(place, columns[place]?.align ?? 'left'),
        ...(sums?.includes(index) ? bold : {}),
      };
      put(cells, top + 1 + index, place, datumCell(datum, style));
    }
  return top + 1 + rows.length;
}

export function put(cells: Cells, row: number, column: number, cell: Partial<Cell> | null): void {
  if (cell) cells.set(`${row},${column}`, cell);
}

export function textCell(text: string, style?: CellStyle): Partial<Cell> | null {
  return text === '' ? null : {value: text, type: 'string', ...(style ? {style} : {})};
}

function datumCell(datum: Datum, style: CellStyle): Partial<Cell> | null {
  if (datum === null) return null;
  if (typeof datum === 'string') return textCell(datum, style);
  const top: CellStyle = {...style, alignment: {vertical: 'top'}};
  if ('shown' in datum) {
    const hasTime = datum.shown.includes('T');
    // The writer counts days from UTC midnights, so wall time is given to it as if it were UTC.
    const value = new Date(`${datum.shown}${hasTime ? '' : 'T00:00'}Z`);
    return {value, type: 'date', style: {...top, numFmt: hasTime ? minuteFormat : dayFormat}};
  }
  const numFmt = numberFormat(datum);
  return {value: datum.value, type: 'number', style: {...top, numFmt}};
}

function widthsOf({columns, rows}: DataTable, widest: number): number[] {
  return columns.map(({label}, place) => {
    const lengths = rows.map((row) => lengthOf(row[place] ?? null));
    return Math.min(widest, Math.max(8, label.length, ...lengths) + 2);
  });
}

/** A note is as wide as its table, or as a line can be read; null where there is none. */
function noteLines(
  {note}: Section,
  widths: readonly number[],
): {lines: number; endCol: number} | null {
  if (note === '') return null;
  let width = 0;
  const last = widths.findIndex((each) => (width += each) >= noteWidth);
  const endCol = last < 0 ? widths.length - 1 : last;
  return {lines: linesOf(note, width), endCol};
}

/** In characters, as widths of columns are. */
const noteWidth = 90;

/** How many lines a text takes in a width of so many characters. */
export function linesOf(text: string, width: number): number {
  // Words leave a part of each line empty.
  return text.length <= width - 2 ? 1 : Math.ceil(text.length / (width * 0.9));
}

/** In points: not every program makes room for lines that wrap. */
export const lineHeight = 15;

/** The rows whose texts wrap, as high as the longest of them needs. */
function heightsOf({rows}: DataTable, widths: readonly number[]): Map<number, {height: number}> {
  const heights = rows.map((row) => {
    const lines = row.map((datum, place) => {
      const width = widths[place] ?? 8;
      return typeof datum === 'string' ? linesOf(datum, width) : 1;
    });
    return Math.max(1, ...lines);
  });
  return new Map(
    heights.flatMap((lines, index) =>
      lines > 1 ? [[headerRow + 1 + index, {height: lines * lineHeight}] as const] : [],
    ),
  );
}

function lengthOf(datum: Datum): number {
  if (datum === null) return 0;
  if (typeof datum === 'string') return datum.length;
  if ('shown' in datum) return datum.shown.length + 2;
  return Math.round(datum.value).toLocaleString('en-GB').length + 4;
}

const bold: CellStyle = {font: {bold: true}};

/** A text after a number stands off from it; among numbers it stands as they do. */
function textStyle(place: number, align: 'left' | 'right'): CellStyle {
  const standsOff = place > 0 && align === 'left' ? {indent: 1} : {};
  return {alignment: {vertical: 'top', wrapText: true, horizontal: align, ...standsOff}};
}

const rgb = (colour: string) => ({rgb: colour.slice(1).toUpperCase()});
export const titleStyle: CellStyle = {font: {bold: true, size: 14, color: rgb(lightTheme.ink)}};
export const mutedStyle: CellStyle = {font: {color: rgb(lightTheme.muted)}};
export const wrappedStyle: CellStyle = {alignment: {vertical: 'top', wrapText: true}};

function headerStyle(horizontal: 'left' | 'right', place: number): CellStyle {
  const indent = horizontal === 'left' && place > 0 ? {indent: 1} : {};
  return {
    font: {bold: true, color: rgb(lightTheme.muted)},
    alignment: {horizontal, vertical: 'bottom', wrapText: true, ...indent},
    border: {bottom: {style: 'thin', color: rgb(lightTheme.common)}},
  };
}
