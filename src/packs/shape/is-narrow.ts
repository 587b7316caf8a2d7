import type {Cell, Column, ResolvedTable} from '../../pages/resolved-table.ts';
import type {FlatBlock} from '../pack-block.ts';

/** Half of A4 less its margins, and what a table of half a sheet is set with, in points. */
const half = {width: 237, character: 4.05, gap: 5, spark: 50};

/** Texts break: what is shorter need not, what is longer is prose, which needs a line's length. */
const shortText = 16;
const prose = 90;

/** Whether a block is readable on half a sheet: figures are, small print is, a table of few short columns. */
export function isNarrow(block: FlatBlock): boolean {
  switch (block.kind) {
    case 'figure':
      return true;
    case 'table':
      return fitsHalf(block.table);
    case 'list':
      return block.tone === 'notes';
    case 'headline':
    case 'kpis':
    case 'findings':
    case 'definition':
      return false;
  }
}

function fitsHalf({columns, rows, footer}: ResolvedTable): boolean {
  const all = footer ? [...rows, footer] : rows;
  const widths = columns.map((column, place) =>
    widthOf(
      column,
      all.flatMap((cells) => cells[place] ?? []),
    ),
  );
  return widths.reduce((sum, width) => sum + width, 0) <= half.width;
}

function widthOf({label, align}: Column, cells: readonly Cell[]): number {
  if (cells.some(({spark}) => spark !== undefined)) return half.spark + half.gap;
  const texts = cells.flatMap(({text, detail = ''}) => [text, detail]);
  const longest = Math.max(0, ...texts.map((text) => text.length));
  if (longest > prose) return half.width;
  const needed = align === 'right' ? longest : Math.min(longest, shortText);
  const characters = Math.max(needed, ...label.split(' ').map((word) => word.length));
  return characters * half.character + half.gap;
}
