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

/** Whether a chart is a line, which takes two points. */
export function isLine({chart}: ChartData): boolean {
  return chart === 'trend' || chart === 'stretches' || chart === 'flow';
}
