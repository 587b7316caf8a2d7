import * as Plot from '@observablehq/plot';
import type {ChartContext, TrendRow, UsualStretch, WeekMark} from './chart.ts';
import {dateTicks} from './date-ticks.ts';
import {emptyChart} from './empty-chart.ts';
import {formatSize, formatValue} from './format.ts';
import {dayToDate, formatDatedPeriod} from './format-period.ts';
import {extent, linearScale} from './linear-scale.ts';
import {columnWidth, sideLabel, sideLabelMarks, type SideLabel} from './side-labels.ts';
import {targetStroke} from './target-stroke.ts';
import {textWidth} from './text-width.ts';
import {axisMarks, timeDomain} from './time-axis.ts';
import {tipMark} from './tip-mark.ts';
import {trendLine, type TrendPoint} from './trend-line.ts';
import {valueDomain, valueTicks} from './value-axis.ts';
import {flagHeight, placeFlags, weekFlags} from './week-flags.ts';

const defaults = {top: 12, bottom: 38, fontSize: 11, widest: 0.3};

export interface StretchesContext extends ChartContext {
  stretches: readonly UsualStretch[];
  marks: readonly WeekMark[];
}

/**
 * A measure before and after something was changed: the line, and for each stretch its own usual range and
 * average, so that the eye compares what the verdict compares. The day of the change is named above it.
 */
export function stretches(rows: readonly TrendRow[], context: StretchesContext): Plot.PlotOptions {
  const points: TrendPoint[] = rows.map((row) => ({...row, date: dayToDate(row.day)}));
  const {target, width, unit, theme} = context;
  const values = points.map(({value}) => value);
  if (!extent(values)) return emptyChart(context);
  const limits = context.stretches.flatMap(({lower, upper}) => [lower, upper]);
  const domain = valueDomain(extent([...values, ...limits, target?.value]) ?? [0, 1], unit);
  const ticks = valueTicks(domain, unit, 3);
  const labels = (y: (value: number) => number) => labelsOf(context, y);
  const marginRight = columnWidth(labels(() => 0));
  const marginLeft = 10 + Math.max(0, ...ticks.map(({label}) => textWidth(label, 11)));
  const dates = points.map(({date}) => date);
  const [from, to] = timeDomain(dates);
  const time = linearScale(
    [from.getTime(), to.getTime()],
    [marginLeft + 4, width - marginRight - 4],
  );
  const flags = placeFlags(context.marks, (day) => time.pixel(dayToDate(day).getTime()), {
    left: marginLeft,
    right: width - marginRight,
  });
  const top = defaults.top + flagHeight(flags);
  const height = Math.round(Math.min(250, Math.max(180, width * 0.33))) + flagHeight(flags);
  const bottom = height - defaults.bottom;
  const y = linearScale(domain, [bottom, top]);
  return {
    height,
    ...{marginTop: top, marginBottom: defaults.bottom, marginLeft, marginRight},
    x: {type: 'utc', domain: [from, to], axis: null, insetLeft: 4, insetRight: 4},
    y: {domain, axis: null},
    marks: [
      ...rangeMarks(context),
      ...axisMarks(dateTicks(dates, width - marginLeft - marginRight), ticks, context),
      target && Plot.ruleY([target.value], targetStroke(context)),
      ...weekFlags(flags, {top: 8, bottom}, theme),
      ...trendLine(points, context),
      ...sideLabelMarks(labels(y.pixel), {x: width - marginRight, top: 0, bottom: bottom + 4}),
      tipMark(
        points.filter(({value}) => value != null),
        context,
        {
          ...{pointer: 'x', x: 'date', y: 'value'},
          title: ({period, value, n}: TrendPoint) =>
            `${formatDatedPeriod(period)}\n${formatValue(value, unit)}, ${formatSize(n)}`,
        },
      ),
    ],
  };
}

function rangeMarks({stretches: ranges, theme}: StretchesContext): Plot.Markish[] {
  const dated = ranges.map((range) => ({
    ...range,
    start: dayToDate(range.from),
    end: dayToDate(range.to),
  }));
  return [
    Plot.rect(dated, {x1: 'start', x2: 'end', y1: 'lower', y2: 'upper', fill: theme.faint}),
    Plot.ruleY(dated, {x1: 'start', x2: 'end', y: 'centre', stroke: theme.rule, strokeWidth: 1.4}),
  ];
}

function labelsOf(
  {stretches: ranges, target, unit, theme, width}: StretchesContext,
  pixel: (value: number) => number,
): SideLabel[] {
  const {fontSize} = defaults;
  const widest = width * defaults.widest;
  const after = ranges.map(({label, centre}, index) =>
    sideLabel(
      [
        {
          text: formatValue(centre, unit),
          fill: theme.ink,
          fontSize: index === ranges.length - 1 ? 14 : 12,
          isBold: index === ranges.length - 1,
        },
        {text: label, fill: theme.muted, fontSize},
      ],
      {y: pixel(centre), width: widest, rank: 4 + index},
    ),
  );
  if (!target) return after;
  const line = {text: target.label, fill: theme.accent, fontSize};
  return [...after, sideLabel([line], {y: pixel(target.value), width: widest, rank: 2})];
}
