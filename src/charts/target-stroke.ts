import type {ChartContext} from './chart.ts';

/** The dotted line of a target. */
export function targetStroke({theme}: ChartContext) {
  return {
    stroke: theme.accent,
    strokeWidth: 1.2,
    strokeDasharray: '1.5 3.5',
    strokeLinecap: 'round',
  } as const;
}
