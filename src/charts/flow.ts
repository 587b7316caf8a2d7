import * as Plot from '@observablehq/plot';
import type {Chart, ChartContext, FlowRow} from './chart.ts';
import {dateTicks} from './date-ticks.ts';
import {emptyChart} from './empty-chart.ts';
import {formatNumber} from './format.ts';
import {dayToDate, formatDatedPeriod} from './format-period.ts';
import {extent, type LinearScale, linearScale} from './linear-scale.ts';
import {columnWidth, type SideLabel, sideLabel, sideLabelMarks} from './side-labels.ts';
import {textWidth} from './text-width.ts';
import {axisMarks, timeDomain} from './time-axis.ts';
import {tipMark} from './tip-mark.ts';
import {unfinished} from './unfinished.ts';
import {valueDomain, type ValueTick, valueTicks} from './value-axis.ts';
import {t} from '../wording/t.ts';

const defaults = {top: 12, gap: 22, bottom: 38};

interface Point extends FlowRow {
  date: Date;
}
interface Series {
  label: string;
  field: 'opened' | 'resolved' | 'backlog';
  colour: string;
  width: number;
  y: LinearScale;
}

/**
 * What came in and what went out as two thin lines on one scale, and under them, on its own scale,
 * the backlog they leave. Each line is named and valued at its end.
 */
export const flow: Chart<FlowRow> = (rows, context) => {
  const points: Point[] = rows.map((row) => ({...row, date: dayToDate(row.day)}));
  if (points.length === 0) return emptyChart(context);
  const {theme, width} = context;
  const height = Math.round(Math.min(300, Math.max(230, width * 0.4)));
  const room = height - defaults.top - defaults.gap - defaults.bottom;
  const split = defaults.top + Math.round(room * 0.55);
  const upper = panel(
    [...pick(points, 'opened'), ...pick(points, 'resolved')],
    split,
    defaults.top,
  );
  const lower = panel(
    [0, ...pick(points, 'backlog')],
    height - defaults.bottom,
    split + defaults.gap,
  );
  const series: Series[] = [
    {label: t`Opened`, field: 'opened', colour: theme.ink, width: 1.4, y: upper.y},
    {label: t`Resolved`, field: 'resolved', colour: theme.common, width: 1.8, y: upper.y},
    {label: t`Backlog`, field: 'backlog', colour: theme.ink, width: 2, y: lower.y},
  ];
  const labels = endLabels(points, series, context);
  const ticks = [...upper.ticks, ...lower.ticks];
  const marginLeft = 10 + Math.max(0, ...ticks.map(({label}) => textWidth(label, 11)));
  const marginRight = columnWidth(labels);
  const dates = points.map((point) => point.date);
  return {
    height,
    marginTop: defaults.top,
    marginBottom: defaults.bottom,
    marginLeft,
    marginRight,
    x: {type: 'utc', domain: timeDomain(dates), axis: null, insetLeft: 4, insetRight: 4},
    y: {domain: [0, height], range: [0, height], axis: null},
    marks: [
      ...axisMarks(dateTicks(dates, width - marginLeft - marginRight), ticks, context),
      backlogArea(points, lower.y, height, context),
      ...series.flatMap((each) => seriesMarks(points, each, context)),
      ...sideLabelMarks(labels, {
        x: width - marginRight,
        top: 0,
        bottom: height - defaults.bottom + 4,
      }),
      tipMark(points, context, {
        pointer: 'x',
        x: 'date',
        y: (point: Point) => lower.y.pixel(point.backlog),
        title: weekTip,
      }),
    ],
  };
};

function weekTip(point: Point): string {
  const numbers = (['opened', 'reopened', 'resolved', 'cancelled', 'backlog'] as const)
    .filter((field) => point[field] > 0 || field === 'backlog')
    .map((field) => numberText[field](formatNumber(point[field])));
  const period = formatDatedPeriod(point.period);
  return [point.isComplete ? period : t`${period}, so far`, ...numbers].join('\n');
}

function pick(points: readonly Point[], field: Series['field']): number[] {
  return points.map((point) => point[field]);
}

/** One scale and its ticks, as pixels of the whole drawing. */
function panel(
  values: number[],
  bottom: number,
  top: number,
): {y: LinearScale; ticks: ValueTick[]} {
  const domain = valueDomain(extent(values) ?? [0, 1], 'count');
  const y = linearScale(domain, [bottom, top]);
  const ticks = valueTicks(domain, 'count', 2).map(({value, label}) => ({
    value: y.pixel(value),
    label,
  }));
  return {y, ticks};
}

function backlogArea(
  points: Point[],
  y: LinearScale,
  height: number,
  {theme}: ChartContext,
): Plot.Markish {
  return Plot.areaY(points, {
    x: 'date',
    y1: height - defaults.bottom,
    y2: (point: Point) => y.pixel(point.backlog),
    fill: theme.faint,
  });
}

function seriesMarks(points: Point[], series: Series, {theme}: ChartContext): Plot.Markish[] {
  const channels = {x: 'date', y: (point: Point) => series.y.pixel(point[series.field])} as const;
  const complete = points.filter((point) => point.isComplete);
  const ending = unfinished(points);
  const line = {...channels, stroke: series.colour, strokeWidth: series.width};
  const isFlow = series.field !== 'backlog';
  const last = points.slice(-1);
  return [
    Plot.lineY(isFlow ? complete : points, line),
    isFlow && ending.length > 1
      ? Plot.lineY(ending, {
          ...line,
          stroke: theme.common,
          strokeWidth: 1.1,
          strokeDasharray: '1.5 3',
        })
      : null,
    Plot.dot(last, {
      ...channels,
      r: 3.2,
      fill: last[0]?.isComplete ? series.colour : theme.paper,
      stroke: series.colour,
      strokeWidth: last[0]?.isComplete ? 0 : 1.4,
    }),
  ];
}

function endLabels(
  points: readonly Point[],
  series: readonly Series[],
  {theme, width}: ChartContext,
): SideLabel[] {
  const last = points.at(-1);
  if (!last) return [];
  return series.map(({label, field, y}) => {
    const name = last.isComplete || field === 'backlog' ? label : t`${label} so far`;
    const isQuiet = field === 'resolved';
    return sideLabel(
      [
        {
          text: formatNumber(last[field]),
          fill: isQuiet ? theme.muted : theme.ink,
          fontSize: 13,
          isBold: true,
        },
        {text: name, fill: theme.muted, fontSize: 11},
      ],
      {y: y.pixel(last[field]), width: width * 0.4},
    );
  });
}

/** A line of the tooltip. */
const numberText: Record<
  'opened' | 'reopened' | 'resolved' | 'cancelled' | 'backlog',
  (count: string) => string
> = {
  opened: (count) => t`${count} opened`,
  reopened: (count) => t`${count} reopened`,
  resolved: (count) => t`${count} resolved`,
  cancelled: (count) => t`${count} cancelled`,
  backlog: (count) => t`${count} in the backlog`,
};
