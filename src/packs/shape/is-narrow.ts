import type {FigureBlock} from '../../pages/figure-block.ts';
import type {Cell, Column, ResolvedTable} from '../../pages/resolved-table.ts';
import type {FlatBlock} from '../pack-block.ts';

/** Half of A4 less its margins, and what a table of half a sheet is set with, in points. */
const half = {width: 237, character: 4.05, gap: 5, spark: 50};

/** Texts break: what is shorter need not, what is longer is prose, which needs a line's length. */
const shortText = 16;
const prose = 90;

/** What half the width of something holds. */
export interface Half {
  holdsFigure(figure: FigureBlock): boolean;
  holdsTable(table: ResolvedTable): boolean;
}

/** Whether a block is readable at half the width: small print is, figures and tables where they fit. */
export function fitsIn({holdsFigure, holdsTable}: Half): (block: FlatBlock) => boolean {
  return (block) => {
    switch (block.kind) {
      case 'figure':
        return holdsFigure(block);
      case 'table':
        return holdsTable(block.table);
      case 'list':
        return block.tone === 'notes';
      case 'headline':
      case 'kpis':
      case 'findings':
      case 'definition':
        return false;
    }
  };
}

/** Whether a block is readable on half a sheet: every figure is, and a table of few short columns. */
export const isNarrow = fitsIn({holdsFigure: () => true, holdsTable: fitsHalf});

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
