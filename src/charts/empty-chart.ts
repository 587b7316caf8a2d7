import * as Plot from '@observablehq/plot';
import type {ChartContext} from './chart.ts';
import {t} from '../wording/t.ts';

/** What stands where there is nothing to draw: a sentence, not an empty frame. */
export function emptyChart(
  {theme}: ChartContext,
  text = t`No values in this period.`,
): Plot.PlotOptions {
  return {
    height: 56,
    margin: 0,
    axis: null,
    marks: [
      Plot.text([text], {
        text: (each: string) => each,
        frameAnchor: 'left',
        textAnchor: 'start',
        fill: theme.muted,
        fontSize: 12,
      }),
    ],
  };
}
