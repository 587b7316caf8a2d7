import type {ResolvedTable} from '../../pages/resolved-table.ts';
import {nativeCharts} from '../data/native-chart.ts';
import {fitsIn} from '../shape/is-narrow.ts';

/** What half a slide holds in a line, all columns together, and in a column of texts at least. */
const half = {characters: 84, text: 20, gap: 2};

/** Whether a block can be read on half a slide: a native chart, and a table whose columns fit a line. */
export const fitsHalfSlide = fitsIn({
  holdsFigure: ({data}) => nativeCharts[data.chart] !== null,
  holdsTable: (table) => charactersOf(table) <= half.characters,
});

function charactersOf({columns, rows}: ResolvedTable): number {
  const widths = columns.map(({label, align}, place) => {
    if (rows.some((cells) => cells[place]?.spark)) return 0;
    const longest = Math.max(0, ...rows.map((cells) => cells[place]?.text.length ?? 0));
    if (longest > half.characters) return half.characters;
    const needed = align === 'right' ? longest : Math.min(half.text, longest);
    return half.gap + Math.max(needed, ...label.split(' ').map((word) => word.length));
  });
  return widths.reduce((sum, width) => sum + width, 0);
}
