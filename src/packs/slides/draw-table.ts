import type {Border, Slide, TableCell} from './pptx.ts';
import type {Section} from '../data/block-sections.ts';
import type {Datum} from '../data/data-table.ts';
import {datumText} from './datum-text.ts';
import type {Place} from './place.ts';
import {colours, contentWidth, fonts} from './slide-deck.ts';
import {t} from '../../wording/t.ts';
import {locale} from '../../wording/locale.ts';

/** What a line holds, of all columns together, in an inch of width, by the size of the type. */
const charactersPerInch = {12: 12.6, 10: 15.2};
/** In inches, by the size of the type. */
const lineHeights = {12: 0.31, 10: 0.26};
type Size = keyof typeof lineHeights;

/**
 * A table as far as its place has room: a slide is no workbook, which has the rest.
 * @returns how many of its rows are shown
 */
export function drawTable(slide: Slide, whole: Section, place: Place): number {
  const section = withoutNotes(whole);
  const size: Size = place.w === contentWidth ? 12 : 10;
  const widths = columnWidths(section, place.w);
  const room = Math.floor((place.h - noteHeight) / lineHeights[size]) - headerLines(section, size);
  const {table} = section;
  const rows = rowsThatFit(table.rows, {widths, size, room});
  const header = table.columns.map(({label, align}) => ({
    text: label,
    options: {
      ...{...cell, fontSize: size, align, lang: locale()},
      ...{color: colours.muted, border: borders(colours.common)},
    },
  }));
  const lines = rows.map((row, index) =>
    rowCells(row, section, {size, isSum: table.sums?.includes(index) ?? false}),
  );
  slide.addTable([header, ...lines], {
    ...{x: place.x, y: place.y, w: place.w, colW: widths, rowH: lineHeights[size]},
  });
  return rows.length;
}

/** Under a table stands what it is of. */
export const noteHeight = 0.5;

function headerLines({table}: Section, size: Size): number {
  return size === 12 || table.columns.every(({label}) => label.length < 10) ? 1 : 2;
}

interface Room {
  widths: readonly number[];
  size: Size;
  /** In lines. */
  room: number;
}

function rowsThatFit(rows: readonly Datum[][], {widths, size, room}: Room): Datum[][] {
  let used = 0;
  return rows.filter((row) => {
    used += linesOf(row, widths, size);
    return used <= room;
  });
}

/** Second lines of cells are for readers; only the first column's says what a row is. */
function withoutNotes(section: Section): Section {
  const {columns, rows, sums} = section.table;
  const kept = columns.flatMap(({label}, place) =>
    place > 1 && label.endsWith(t`${''}, note`) ? [] : [place],
  );
  const table = {
    columns: kept.flatMap((place) => columns[place] ?? []),
    rows: rows.map((row) => kept.map((place) => row[place] ?? null)),
    ...(sums ? {sums} : {}),
  };
  return {...section, table};
}

const cell = {
  fontFace: fonts.text,
  valign: 'top' as const,
  margin: [0.03, 0.08, 0.03, 0.02] as [number, number, number, number],
};

function borders(color: string): [Border, Border, Border, Border] {
  const none: Border = {type: 'none'};
  return [none, none, {type: 'solid', pt: 0.75, color}, none];
}

function rowCells(
  row: readonly Datum[],
  {table}: Section,
  {size, isSum}: {size: Size; isSum: boolean},
): TableCell[] {
  return row.map((datum, place) => {
    const text = datumText(datum);
    const colour = place === 0 ? colours.ink : (signalColours()[text] ?? colours.text);
    return {
      text,
      options: {
        ...{...cell, fontSize: size, align: table.columns[place]?.align ?? 'left'},
        ...{border: borders(colours.faint), color: colour, bold: isSum, lang: locale()},
      },
    };
  });
}

/** What left its usual range stands out, in words and in colour. */
function signalColours(): Record<string, string> {
  return {[t`worse than usual`]: colours.worse, [t`better than usual`]: colours.better};
}

/** Columns share the width by their longest texts, within reason. */
function columnWidths({table}: Section, width: number): number[] {
  const lengths = table.columns.map(({label}, place) => {
    const texts = table.rows.map((row) => datumText(row[place] ?? null).length);
    const longestWord = Math.max(...label.split(' ').map((word) => word.length));
    // What is short is not broken, whatever the font that stands in for ours.
    const longest = Math.max(0, ...texts);
    const needed = longest <= 14 ? longest + 3 : longest;
    return Math.min(40, Math.max(8, longestWord + 3, label.length * 0.6, needed));
  });
  const all = lengths.reduce((sum, length) => sum + length, 0);
  return lengths.map((length) => (length / all) * width);
}

function linesOf(row: readonly Datum[], widths: readonly number[], size: Size): number {
  const needed = row.map((datum, place) => {
    const room = (widths[place] ?? 1) * charactersPerInch[size];
    return Math.ceil(datumText(datum).length / Math.max(6, room));
  });
  return Math.max(1, ...needed);
}
