import type {FigureBlock} from '../../pages/figure-block.ts';
import type {NativeChart} from './native-chart.ts';

/** Where the axis of values begins and ends, and its steps; what isn't told is left to the program. */
export interface AxisEnds {
  min?: number;
  max?: number;
  majorUnit?: number;
}

/**
 * Bars begin at zero, or their lengths lie; a share ends at all; half an incident is no step.
 * @param highest value drawn
 */
export function axisEnds(
  {data, unit}: FigureBlock,
  {type}: NativeChart,
  highest: number,
): AxisEnds {
  const isOfCounts = isCounted(data) || unit === 'count';
  const isNearAll = type === 'bar' || highest > 0.8;
  return {
    ...(type === 'line' ? {} : {min: 0}),
    ...(unit === 'share' && !isOfCounts && isNearAll ? {max: 1} : {}),
    ...(isOfCounts && highest < 5 ? {majorUnit: 1} : {}),
  };
}

/** Whether a chart draws counts, whatever its figure is measured in. */
export function isCounted({chart}: FigureBlock['data']): boolean {
  return !['trend', 'stretches', 'sparkline', 'bars'].includes(chart);
}
