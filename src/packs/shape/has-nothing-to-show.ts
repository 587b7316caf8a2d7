import type {ChartData} from '../../charts/chart.ts';
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
      return pointsOf(block.data) < (isLine(block.data) ? 2 : 1);
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

function isLine({chart}: ChartData): boolean {
  return chart === 'trend' || chart === 'stretches' || chart === 'flow';
}

function pointsOf(data: ChartData): number {
  if (data.chart === 'bars') return data.rows.filter(({value}) => value !== null).length;
  if (data.chart !== 'trend' && data.chart !== 'stretches') return data.rows.length;
  // The time since the last event is no point of its line.
  const drawn = data.rows.filter(
    ({value, event, isComplete}) => value !== null && (event === undefined || isComplete),
  );
  return drawn.every(({value}) => value === 0) ? 0 : drawn.length;
}
