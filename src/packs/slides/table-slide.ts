import type {Border, Deck, TableCell} from './pptx.ts';
import type {Section} from '../data/block-sections.ts';
import type {Datum} from '../data/data-table.ts';
import {datumText} from './datum-text.ts';
import {addSlide, body, colours, contentWidth, fonts, slideSize} from './slide-deck.ts';
import {t} from '../../wording/t.ts';
import {locale} from '../../wording/locale.ts';

/** What a slide has room for: a line is so many characters of all columns together. */
const linesPerSlide = 14;
const charactersPerLine = 150;
/** In inches: a full slide ends above its note. */
const lineHeight = 0.31;

/** A table over as many slides as it takes; each repeats its title and header. */
export function addTableSlides(deck: Deck, whole: Section, notes: string): void {
  const section = withoutNotes(whole);
  const {title, subtitle, note, table} = section;
  const widths = columnWidths(section);
  const pages = pagesOf(table.rows, widths);
  for (const [index, rows] of pages.entries()) {
    const count = pages.length > 1 ? t` (${index + 1} of ${pages.length})` : '';
    const slide = addSlide(deck, {title: `${title}${count}`, subtitle, notes});
    if (rows.length === 0) {
      slide.addText(t`None.`, {lang: locale(), ...textPlace(body.top), ...small});
      continue;
    }
    const header = table.columns.map(({label, align}) => ({
      text: label,
      options: {
        ...cell,
        align,
        lang: locale(),
        color: colours.muted,
        border: borders(colours.common),
      },
    }));
    const lines = rows.map((row) =>
      rowCells(row, section, table.sums?.includes(table.rows.indexOf(row))),
    );
    slide.addTable([header, ...lines], {
      ...{x: slideSize.margin, y: body.top, w: contentWidth, colW: widths},
      rowH: lineHeight,
    });
    if (note !== '' && index === pages.length - 1)
      slide.addText(note, {lang: locale(), ...textPlace(6.45), ...small, h: 0.45});
  }
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
  fontSize: 12,
  valign: 'top' as const,
  margin: [0.03, 0.08, 0.03, 0.02] as [number, number, number, number],
};
const small = {fontFace: fonts.text, fontSize: 11, color: colours.muted, margin: 0};

function textPlace(y: number) {
  return {x: slideSize.margin, y, w: contentWidth, h: 0.3, valign: 'top' as const};
}

function borders(color: string): [Border, Border, Border, Border] {
  const none: Border = {type: 'none'};
  return [none, none, {type: 'solid', pt: 0.75, color}, none];
}

function rowCells(row: readonly Datum[], {table}: Section, isSum = false): TableCell[] {
  return row.map((datum, place) => ({
    text: datumText(datum),
    options: {
      ...{...cell, align: table.columns[place]?.align ?? 'left', border: borders(colours.faint)},
      ...{color: place === 0 ? colours.ink : colours.text, bold: isSum, lang: locale()},
    },
  }));
}

/** Columns share the width by their longest texts, within reason. */
function columnWidths({table}: Section): number[] {
  const lengths = table.columns.map(({label}, place) => {
    const texts = table.rows.map((row) => datumText(row[place] ?? null).length);
    const longestWord = Math.max(...label.split(' ').map((word) => word.length));
    return Math.min(48, Math.max(9, longestWord + 3, label.length * 0.7, ...texts));
  });
  const all = lengths.reduce((sum, length) => sum + length, 0);
  return lengths.map((length) => (length / all) * contentWidth);
}

function pagesOf(rows: readonly Datum[][], widths: readonly number[]): Datum[][][] {
  const pages: Datum[][][] = [[]];
  let used = 0;
  for (const row of rows) {
    const lines = linesOf(row, widths);
    if (used + lines > linesPerSlide && used > 0) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(row);
    used += lines;
  }
  return pages;
}

function linesOf(row: readonly Datum[], widths: readonly number[]): number {
  const needed = row.map((datum, place) => {
    const room = ((widths[place] ?? 1) / contentWidth) * charactersPerLine;
    return Math.ceil(datumText(datum).length / Math.max(6, room));
  });
  return Math.max(1, ...needed);
}
