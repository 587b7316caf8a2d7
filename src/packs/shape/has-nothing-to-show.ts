import type {ChartData} from '../../charts/chart.ts';
import {isDrawable} from '../../charts/drawn-points.ts';
import type {FlatBlock} from '../pack-block.ts';

/**
 * Whether a block's title says all there is: an empty table, a chart of nothing, a line of a single
 * point or along zero. Such blocks are told in a line, so that what there is to see stands out.
 */
export function hasNothingToShow(block: FlatBlock): boolean {
  switch (block.kind) {
    case 'table':
      return block.table.rows.length === 0;
    case 'figure':
      return isZero(block.data) || !isDrawable(block.data);
    case 'list':
      return block.items.length === 0;
    case 'findings':
      return block.items.length + block.known.length + block.note.length === 0;
    case 'headline':
    case 'kpis':
    case 'definition':
      return false;
  }
}

/** A line along zero has a title that says so. */
function isZero(data: ChartData): boolean {
  return data.chart === 'trend' && data.rows.every(({value}) => !value);
}
