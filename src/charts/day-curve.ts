import * as Plot from '@observablehq/plot';
import type {Chart, ChartContext, DayRow} from './chart.ts';
import {emptyChart} from './empty-chart.ts';
import {formatNumber} from './format.ts';
import {dayToDate, formatDayShort} from './format-period.ts';
import {linearScale} from './linear-scale.ts';
import {columnWidth, sideLabel, sideLabelMarks, type SideLabel} from './side-labels.ts';
import {textWidth} from './text-width.ts';
import {tipMark} from './tip-mark.ts';
import {valueTicks} from './value-axis.ts';

const defaults = {top: 22, bottom: 30};

/** A day that lasts, hour by hour, over the same weekday of other weeks: is this one unusual so far? */
export const dayCurve: Chart<DayRow> = (rows, context) => {
  const most = Math.max(0, ...rows.map(({count}) => count));
  if (most === 0) return emptyChart(context, 'Nothing was opened on these days.');
  const {width} = context;
  const height = Math.round(Math.min(230, Math.max(170, width * 0.3)));
  const ticks = valueTicks([0, most], 'count', 3);
  const marginLeft = 10 + Math.max(0, ...ticks.map(({label}) => textWidth(label, 11)));
  const y = linearScale([0, most], [height - defaults.bottom, defaults.top]);
  const labels = dayLabels(rows, context, y.pixel);
  const marginRight = columnWidth(labels);
  return {
    height,
    marginTop: defaults.top,
    marginBottom: defaults.bottom,
    marginLeft,
    marginRight,
    x: {domain: [0, 24], axis: null},
    y: {domain: [0, most], axis: null},
    marks: [
      ...curves(rows, context),
      ...axes(ticks, context),
      ...sideLabelMarks(labels, {
        x: width - marginRight,
        top: 0,
        bottom: height - defaults.bottom,
      }),
      tipMark(
        rows.filter(({isToday}) => isToday),
        context,
        {pointer: 'x', x: 'hour', y: 'count', title: tipOf},
      ),
    ],
  };
};

function curves(rows: readonly DayRow[], {theme}: ChartContext): Plot.Markish[] {
  const today = rows.filter(({isToday}) => isToday);
  const last = today.slice(-1);
  const isLate = (last[0]?.hour ?? 0) > 18;
  const channels = {x: 'hour', y: 'count', curve: 'step-after'} as const;
  return [
    Plot.ruleY([0], {stroke: theme.rule}),
    Plot.line(
      rows.filter(({isToday}) => !isToday),
      {...channels, z: 'day', stroke: theme.common, strokeOpacity: 0.45, strokeWidth: 1},
    ),
    Plot.line(today, {...channels, stroke: theme.ink, strokeWidth: 2}),
    Plot.dot(last, {x: 'hour', y: 'count', r: 3, fill: theme.ink}),
    Plot.text(last, {
      ...{x: 'hour', y: 'count', text: ({count}: DayRow) => `${formatNumber(count)} so far`},
      ...{textAnchor: isLate ? 'end' : 'start', dx: isLate ? -8 : 8, dy: -9},
      ...{fill: theme.ink, fontSize: 12, fontWeight: 600, stroke: theme.paper, strokeWidth: 4},
    }),
  ];
}

/** The least and the most of a whole day before. */
function dayLabels(
  rows: readonly DayRow[],
  {theme, width}: ChartContext,
  pixel: (count: number) => number,
): SideLabel[] {
  const ends = rows.filter(({isToday, hour}) => !isToday && hour === 24);
  const sorted = ends.sort((a, b) => a.count - b.count);
  const [least, greatest] = [sorted[0], sorted.at(-1)];
  const most = width * 0.3;
  const quiet = (row: DayRow) =>
    sideLabel(
      [
        {
          text: `${formatNumber(row.count)} · ${formatDayShort(dayToDate(row.day))}`,
          fill: theme.muted,
          fontSize: 11,
        },
      ],
      {y: pixel(row.count), width: most},
    );
  return [
    ...(greatest ? [quiet(greatest)] : []),
    ...(least && least !== greatest ? [quiet(least)] : []),
  ];
}

function axes(
  ticks: readonly {value: number; label: string}[],
  {theme, width}: ChartContext,
): Plot.Markish[] {
  const shared = {fill: theme.muted, fontSize: 11, fontVariant: 'tabular-nums'};
  const step = width < 420 ? 6 : 3;
  const hours = Array.from({length: 24 / step + 1}, (_, index) => index * step);
  return [
    Plot.axisX(hours, {
      ...shared,
      stroke: theme.rule,
      label: null,
      tickSize: 4,
      tickPadding: 5,
      tickFormat: (hour: number) => `${String(hour).padStart(2, '0')}`,
    }),
    Plot.text(ticks, {
      ...shared,
      ...{y: 'value', text: 'label', frameAnchor: 'left', textAnchor: 'end', dx: -8},
    }),
  ];
}

function tipOf({hour, count}: DayRow): string {
  const time = `${String(Math.floor(hour)).padStart(2, '0')}:${String(Math.round((hour % 1) * 60)).padStart(2, '0')}`;
  return `by ${time}\n${formatNumber(count)} opened`;
}
