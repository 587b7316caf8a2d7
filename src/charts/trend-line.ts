import * as Plot from '@observablehq/plot';
import type {ChartContext, TrendRow} from './chart.ts';
import {isSignal, signalColour, signalSymbol} from './signal-mark.ts';
import type {Theme} from './theme.ts';
import {unfinished} from './unfinished.ts';

export interface TrendPoint extends TrendRow {
  date: Date;
}

/** Above this many points single ones aren't dotted: the line is enough. */
const mostDots = 60;
const channels = {x: 'date', y: 'value'} as const;

/** The line with its gaps and its points: solid when judged, hollow when not, ▲▼ for signals. */
export function trendLine(points: readonly TrendPoint[], {theme}: ChartContext): Plot.Markish[] {
  const complete = points.map((point) => (point.isComplete ? point : {...point, value: null}));
  const last = points.findLast((point) => point.value != null);
  const before = points.filter(
    (point, index) =>
      point !== last &&
      point.value != null &&
      (points.length <= mostDots || isSignal(point.signal) || isAlone(complete, index)),
  );
  return [
    Plot.lineY(complete, {...channels, stroke: theme.ink, strokeWidth: 1.4}),
    // The time since the last event isn't where the line is going: it only grows.
    Plot.lineY(last?.event === undefined ? unfinished(points) : [], {
      ...channels,
      stroke: theme.common,
      strokeWidth: 1.2,
      strokeDasharray: '3 3',
    }),
    ...pointMarks(before, theme, {solid: 1.9, hollow: 2.2, triangle: 4}),
    ...pointMarks(last ? [last] : [], theme, {solid: 3.8, hollow: 3.6, triangle: 5.2}),
  ];
}

type Form = 'solid' | 'hollow' | 'better' | 'worse';

function form(point: TrendPoint): Form {
  if (!point.isComplete || point.signal === 'too few') return 'hollow';
  return isSignal(point.signal) ? point.signal : 'solid';
}

function pointMarks(
  points: readonly TrendPoint[],
  theme: Theme,
  radius: {solid: number; hollow: number; triangle: number},
): Plot.Markish[] {
  const of = (wanted: Form) => points.filter((point) => form(point) === wanted);
  return [
    Plot.dot(of('solid'), {...channels, r: radius.solid, fill: theme.ink}),
    Plot.dot(of('hollow'), {
      ...channels,
      r: radius.hollow,
      fill: theme.paper,
      stroke: theme.ink,
      strokeWidth: 1.3,
    }),
    ...(['better', 'worse'] as const).map((signal) =>
      Plot.dot(of(signal), {
        ...channels,
        r: radius.triangle,
        fill: signalColour(signal, theme),
        symbol: signalSymbol[signal],
      }),
    ),
  ];
}

function isAlone(points: readonly TrendPoint[], index: number): boolean {
  return points[index - 1]?.value == null && points[index + 1]?.value == null;
}
