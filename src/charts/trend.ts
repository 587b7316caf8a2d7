import * as Plot from '@observablehq/plot';
import type {Chart, ChartContext, TrendRow} from './chart.ts';
import {dateTicks} from './date-ticks.ts';
import {emptyChart} from './empty-chart.ts';
import {formatSize, formatValue} from './format.ts';
import {dayToDate, formatDatedPeriod, formatDay} from './format-period.ts';
import {extent, linearScale} from './linear-scale.ts';
import {columnWidth, sideLabelMarks} from './side-labels.ts';
import {targetStroke} from './target-stroke.ts';
import {textWidth} from './text-width.ts';
import {tipMark} from './tip-mark.ts';
import {type TrendPoint as Point, trendLine} from './trend-line.ts';
import {axisMarks, timeDomain} from './time-axis.ts';
import {trendLabels} from './trend-labels.ts';
import {changeLines, trendRange} from './trend-range.ts';
import {valueDomain, valueTicks} from './value-axis.ts';
import {t} from '../wording/t.ts';

const defaults = {marginTop: 12, marginBottom: 38};
/** A line of text above, for what changed. */
const changeRoom = 14;
const dayMilliseconds = 86_400_000;

/**
 * A measure over time as a process-behaviour chart: line, usual range, target, signals. What a
 * mark means is written at its right; the last point carries its value and n.
 */
export const trend: Chart<TrendRow> = (rows, context) => {
  const points: Point[] = rows.map((row) => ({...row, date: dayToDate(row.day)}));
  const values = points.map((point) => point.value);
  const {range, target, width, unit} = context;
  if (!extent(values)) return emptyChart(context);
  const edges = points.flatMap((point) => [point.range?.lower, point.range?.upper]);
  const isOfEvents = points.some(({event}) => event !== undefined);
  const lines = [range?.lower, range?.upper, target?.value, isOfEvents ? 0 : null];
  const seen = extent([...values, ...edges, ...lines]) ?? [0, 1];
  const domain = valueDomain(seen, unit);
  const height = Math.round(Math.min(270, Math.max(190, width * 0.36)));
  const bottom = height - defaults.marginBottom;
  const marginTop = defaults.marginTop + (context.changeMarks?.length ? changeRoom : 0);
  const y = linearScale(domain, [bottom, marginTop]);
  const ticks = valueTicks(domain, unit, 3);
  const labels = trendLabels(points, context, y);
  const marginLeft = 10 + Math.max(0, ...ticks.map(({label}) => textWidth(label, 11)));
  const marginRight = columnWidth(labels);
  const dates = points.map((point) => point.date);
  const [from, to] = timeDomain(dates);
  const plotWidth = width - marginLeft - marginRight;
  return {
    height,
    marginTop,
    marginBottom: defaults.marginBottom,
    marginLeft,
    marginRight,
    x: {type: 'utc', domain: [from, to], axis: null, insetLeft: 4, insetRight: 4},
    y: {domain, axis: null},
    marks: [
      ...trendRange(points, context),
      ...changeLines(context, {plotWidth, from, to}),
      ...axisMarks(dateTicks(tickedDays(points), plotWidth), ticks, context),
      target && Plot.ruleY([target.value], targetStroke(context)),
      ...trendLine(points, context),
      ...sideLabelMarks(labels, {x: width - marginRight, top: 0, bottom: bottom + 4}),
      tipMark(
        points.filter((point) => point.value != null),
        context,
        {pointer: 'x', x: 'date', y: 'value', title: (point) => pointTip(point, unit)},
      ),
    ],
  };
};

/** Events come at any distance, so a short axis of them is ticked by days and not by its points. */
function tickedDays(points: readonly Point[]): Date[] {
  const dates = points.map(({date}) => date);
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last || points.every(({event}) => event === undefined)) return dates;
  const count = Math.round((last.getTime() - first.getTime()) / dayMilliseconds) + 1;
  return Array.from({length: count}, (_, day) => new Date(first.getTime() + day * dayMilliseconds));
}

function pointTip(point: Point, unit: ChartContext['unit']): string {
  if (point.event !== undefined)
    return `${point.event}, ${formatDay(point.day)}\n${formatValue(point.value, unit)}`;
  const told = `${formatValue(point.value, unit)}, ${formatSize(point.n)}`;
  return `${formatDatedPeriod(point.period)}\n${point.isComplete ? told : t`${told}, so far`}`;
}
