import * as Plot from '@observablehq/plot';
import type {ChartContext} from './chart.ts';

/** A tooltip on the mark nearest to the pointer; nothing where no one can point. */
export function tipMark<Row>(
  rows: readonly Row[],
  {interactive, theme}: ChartContext,
  {
    pointer,
    ...channels
  }: {
    pointer: 'x' | 'xy';
    x: Plot.ChannelValueSpec;
    y: Plot.ChannelValueSpec;
    title: (row: Row) => string;
  },
): Plot.Markish {
  if (!interactive) return null;
  const options = {...channels, fill: theme.paper, stroke: theme.rule, fontSize: 12};
  return Plot.tip(rows, pointer === 'x' ? Plot.pointerX(options) : Plot.pointer(options));
}
