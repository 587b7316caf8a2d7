import * as Plot from '@observablehq/plot';
import type {ChartContext} from './chart.ts';
import type {DateTick} from './date-ticks.ts';
import type {ValueTick} from './value-axis.ts';

const dayMilliseconds = 86_400_000;

/** From the first date to the last; a lone point stands in the middle of two weeks. */
export function timeDomain(dates: readonly Date[]): [Date, Date] {
  const times = dates.map((date) => date.getTime());
  const first = Math.min(...times);
  const last = Math.max(...times);
  const margin = first === last ? 7 * dayMilliseconds : 0;
  return [new Date(first - margin), new Date(last + margin)];
}

/** Labels of both axes without lines across: months below, a few round values at the left. */
export function axisMarks(
  dates: readonly DateTick[],
  values: readonly ValueTick[],
  {theme}: ChartContext,
): Plot.Markish[] {
  const shared = {fill: theme.muted, fontSize: 11, fontVariant: 'tabular-nums'};
  return [
    Plot.axisX(
      dates.map(({date}) => date),
      {
        ...shared,
        stroke: theme.rule,
        label: null,
        tickSize: 4,
        tickPadding: 5,
        tickFormat: (_, index: number) => dates[index]?.label ?? '',
      },
    ),
    Plot.text(values, {
      ...shared,
      y: 'value',
      text: 'label',
      frameAnchor: 'left',
      textAnchor: 'end',
      dx: -8,
    }),
  ];
}
