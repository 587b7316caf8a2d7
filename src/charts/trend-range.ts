import * as Plot from '@observablehq/plot';
import type {ChartContext} from './chart.ts';
import {dayToDate} from './format-period.ts';
import {textWidth} from './text-width.ts';
import type {TrendPoint} from './trend-line.ts';

/**
 * The pale band of what is usual with its centre: one for all, or a step for each point where it differs
 * with the size of a share's n or starts anew after a dated change.
 */
export function trendRange(
  points: readonly TrendPoint[],
  {range, theme}: ChartContext,
): Plot.Markish[] {
  const steps = stepsOf(points);
  if (steps.length > 0)
    return [
      Plot.rect(steps, {
        ...{x1: 'from', x2: 'to', y1: 'lower', y2: 'upper'},
        ...{fill: theme.faint, stroke: theme.faint, strokeWidth: 0.5},
      }),
      Plot.link(steps, {
        ...{x1: 'from', x2: 'to', y1: 'centre', y2: 'centre'},
        ...{stroke: theme.paper, strokeWidth: 1.2},
      }),
    ];
  if (!range) return [];
  return [
    Plot.rect([range], {y1: 'lower', y2: 'upper', fill: theme.faint}),
    Plot.ruleY([range.centre], {stroke: theme.paper, strokeWidth: 1.2}),
  ];
}

/** From halfway to the point before to halfway to the next. */
function stepsOf(points: readonly TrendPoint[]) {
  const middle = (a: TrendPoint | undefined, b: TrendPoint) =>
    new Date(((a ?? b).date.getTime() + b.date.getTime()) / 2);
  return points.flatMap((point, index) => {
    const next = points[index + 1];
    if (!point.range) return [];
    const to = next ? middle(point, next) : point.date;
    return [{...point.range, from: middle(points[index - 1], point), to}];
  });
}

/** A line at each dated change, with what it was at its head. */
export function changeLines(
  {changeMarks = [], theme}: ChartContext,
  {plotWidth, from, to}: {plotWidth: number; from: Date; to: Date},
): Plot.Markish[] {
  if (changeMarks.length === 0) return [];
  const span = Math.max(1, to.getTime() - from.getTime());
  const marks = changeMarks.map(({day, label}) => {
    const date = dayToDate(day);
    const x = ((date.getTime() - from.getTime()) / span) * plotWidth;
    return {date, ...placed(label, x, plotWidth)};
  });
  const text = {
    x: 'date',
    text: 'text',
    frameAnchor: 'top',
    fill: theme.muted,
    fontSize: 11,
  } as const;
  const side = (isLeft: boolean) => marks.filter((mark) => mark.isLeft === isLeft);
  return [
    Plot.ruleX(marks, {x: 'date', stroke: theme.muted, strokeDasharray: '2 3'}),
    Plot.text(side(false), {...text, textAnchor: 'start', dx: 4, dy: -10}),
    Plot.text(side(true), {...text, textAnchor: 'end', dx: -4, dy: -10}),
  ];
}

/** To the side that has room, cut to what fits there. */
function placed(label: string, x: number, width: number): {text: string; isLeft: boolean} {
  const isLeft = width - x < x;
  const room = (isLeft ? x : width - x) - 8;
  let text = label;
  while (text.length > 1 && textWidth(text, 11) > room)
    text = `${text.replace(/…$/, '').slice(0, -1)}…`;
  return {text, isLeft};
}
