import type {ChartData} from './chart.ts';

/** How many points or bars a chart draws; the time since the last event is no point of its line. */
export function drawnPoints(data: ChartData): number {
  switch (data.chart) {
    case 'trend':
    case 'stretches':
      return data.rows.filter(
        ({value, event, isComplete}) => value !== null && (event === undefined || isComplete),
      ).length;
    case 'bars':
      return data.rows.filter(({value}) => value !== null).length;
    default:
      return data.rows.length;
  }
}

/** Whether there is enough to draw: a line takes two points. */
export function isDrawable(data: ChartData): boolean {
  return drawnPoints(data) >= (isLine(data) ? 2 : 1);
}

export function isLine({chart}: ChartData): boolean {
  return chart === 'trend' || chart === 'stretches' || chart === 'flow';
}
