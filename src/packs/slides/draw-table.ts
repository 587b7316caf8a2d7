import type {Border, Slide, TableCell} from './pptx.ts';
import type {Section} from '../data/block-sections.ts';
import type {DataTable, Datum} from '../data/data-table.ts';
import {datumText} from './datum-text.ts';
import type {Place} from './place.ts';
import {colours, contentWidth, fonts} from './slide-deck.ts';
import {cellMargin, tableLayout, type TableLayout} from './table-layout.ts';
import {t} from '../../wording/t.ts';
import {locale} from '../../wording/locale.ts';

/** In points, on half a slide. */
export const halfSize = 10;
/** The largest in which every row has room, else the first. */
const sizes = {whole: [12, 11], half: [halfSize]} as const;

/** Under a table stands what it is of. */
export const noteHeight = 0.5;

/**
 * A table as far as its place has room: a slide is no workbook, which has the rest.
 * @returns how many of its rows are shown
 */
export function drawTable(slide: Slide, section: Section, place: Place): number {
  const table = withoutLateNotes(section.table);
  const {layout, size, shown} = fitted(table, place);
  const isTold = !table.isProse;
  const header = isTold ? [headerCells(table, size)] : [];
  const lines = table.rows
    .slice(0, shown)
    .map((row, index) => rowCells(row, table, {size, isSum: table.sums?.includes(index) ?? false}));
  slide.addTable([...header, ...lines], {
    ...{x: place.x, y: place.y, w: place.w, colW: layout.widths},
    rowH: [...(isTold ? [layout.headerHeight] : []), ...layout.rowHeights.slice(0, shown)],
  });
  return shown;
}

interface Fitted {
  layout: TableLayout;
  size: number;
  /** Rows that have room. */
  shown: number;
}

function fitted(table: DataTable, place: Place): Fitted {
  const texts = {
    labels: table.columns.map(({label, isNote}) => (isNote || table.isProse ? '' : label)),
    rows: table.rows.map((row) => row.map(datumText)),
  };
  const tries = sizes[place.w === contentWidth ? 'whole' : 'half'].map((size): Fitted => {
    const layout = tableLayout(texts, {width: place.w, size});
    return {layout, size, shown: rowsThatFit(layout, place.h - noteHeight)};
  });
  const [first] = tries;
  const whole = tries.find(({shown}) => shown === table.rows.length);
  return whole ?? (first as Fitted);
}

function rowsThatFit({headerHeight, rowHeights}: TableLayout, height: number): number {
  let used = headerHeight;
  const over = rowHeights.findIndex((each) => {
    used += each;
    return used > height;
  });
  return over < 0 ? rowHeights.length : over;
}

/** Second lines of cells are for readers; only the first column's says what a row is. */
function withoutLateNotes(table: DataTable): DataTable {
  const {columns, rows} = table;
  const kept = columns.flatMap(({isNote}, place) => (isNote && place > 1 ? [] : [place]));
  return {
    ...table,
    columns: kept.flatMap((place) => columns[place] ?? []),
    rows: rows.map((row) => kept.map((place) => row[place] ?? null)),
  };
}

const cell = {
  fontFace: fonts.text,
  valign: 'top' as const,
  margin: [cellMargin.top, cellMargin.right, cellMargin.bottom, cellMargin.left] as [
    ...[number, number, number, number],
  ],
};

function borders(color: string): [Border, Border, Border, Border] {
  const none: Border = {type: 'none'};
  return [none, none, {type: 'solid', pt: 0.75, color}, none];
}

/** A column and its second lines have one label. */
function headerCells({columns}: DataTable, fontSize: number): TableCell[] {
  return columns.flatMap(({label, align, isNote}, place) => {
    if (isNote) return [];
    const colspan = columns[place + 1]?.isNote ? 2 : 1;
    const options = {
      ...{...cell, fontSize, align, lang: locale(), colspan, valign: 'bottom' as const},
      ...{color: colours.muted, border: borders(colours.common)},
    };
    return [{text: label, options}];
  });
}

function rowCells(
  row: readonly Datum[],
  {columns}: DataTable,
  {size, isSum}: {size: number; isSum: boolean},
): TableCell[] {
  return row.map((datum, place) => {
    const text = datumText(datum);
    const colour = place === 0 ? colours.ink : (signalColours()[text] ?? colours.text);
    return {
      text,
      options: {
        ...{...cell, fontSize: size, align: columns[place]?.align ?? 'left'},
        ...{border: borders(colours.faint), color: colour, bold: isSum, lang: locale()},
      },
    };
  });
}

/** What left its usual range stands out, in words and in colour. */
function signalColours(): Record<string, string> {
  return {[t`worse than usual`]: colours.worse, [t`better than usual`]: colours.better};
}
