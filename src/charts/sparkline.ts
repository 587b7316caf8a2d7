import * as Plot from '@observablehq/plot';
import type {Chart, TrendRow} from './chart.ts';
import {dayToDate} from './format-period.ts';
import {extent, linearScale} from './linear-scale.ts';
import {isSignal, signalColour, signalSymbol} from './signal-mark.ts';
import {timeDomain} from './time-axis.ts';

const defaults = {height: 28, inset: 5};

/** A word-sized trend for a table row: usual range, line, signals and the last point; no labels. */
export const sparkline: Chart<TrendRow> = (rows, {theme, range, width}) => {
  const {height, inset} = defaults;
  const points = rows.map((row) => ({...row, date: dayToDate(row.day)}));
  const known = points.filter((point) => point.value != null);
  const seen = extent([...known.map((point) => point.value), range?.lower, range?.upper]);
  if (!seen || known.length === 0) return {height, axis: null, margin: 0, marks: []};
  const span = seen[1] - seen[0] || Math.abs(seen[1]) || 1;
  const domain: [number, number] = [seen[0] - span * 0.02, seen[1] + span * 0.02];
  const {value} = linearScale(domain, [height - inset, inset]);
  const x = {domain: timeDomain(points.map((point) => point.date)), range: [inset, width - inset]};
  const [from, to] = x.domain;
  const last = known.slice(-1);
  const channels = {x: 'date', y: 'value'};
  return {
    height,
    axis: null,
    margin: 0,
    x: {type: 'utc', ...x},
    y: {domain: [value(height), value(0)], range: [height, 0]},
    marks: [
      range && Plot.rect([range], {x1: from, x2: to, y1: 'lower', y2: 'upper', fill: theme.faint}),
      range && Plot.ruleY([range.centre], {x1: from, x2: to, stroke: theme.rule}),
      Plot.lineY(points, {...channels, stroke: theme.muted, strokeWidth: 1.2}),
      ...(['better', 'worse'] as const).map((signal) =>
        Plot.dot(
          known.filter((point) => point.signal === signal),
          {...channels, r: 2.4, fill: signalColour(signal, theme), symbol: signalSymbol[signal]},
        ),
      ),
      Plot.dot(
        last.filter(({signal}) => !isSignal(signal)),
        {
          ...channels,
          r: 2.6,
          fill: last[0]?.isComplete ? theme.ink : theme.paper,
          stroke: theme.ink,
          strokeWidth: last[0]?.isComplete ? 0 : 1.2,
        },
      ),
    ],
  };
};
