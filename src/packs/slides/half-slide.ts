import type {ResolvedTable} from '../../pages/resolved-table.ts';
import {nativeCharts} from '../data/native-chart.ts';
import type {FlatBlock} from '../pack-block.ts';

/** What half a slide holds in a line, all columns together, and in a column of texts at least. */
const half = {characters: 84, text: 20, gap: 2};

/** Whether a block can be read on half a slide. */
export function fitsHalfSlide(block: FlatBlock): boolean {
  switch (block.kind) {
    case 'figure':
      return nativeCharts[block.data.chart] !== null;
    case 'table':
      return charactersOf(block.table) <= half.characters;
    case 'list':
      return block.tone === 'notes';
    case 'headline':
    case 'kpis':
    case 'findings':
    case 'definition':
      return false;
  }
}

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
