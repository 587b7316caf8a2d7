import * as Plot from '@observablehq/plot';
import type {Chart, ChartContext, WeekMean, WeekRow} from './chart.ts';
import {dateTicks} from './date-ticks.ts';
import {emptyChart} from './empty-chart.ts';
import {formatNumber, formatValue} from './format.ts';
import {dayToDate, formatDatedPeriod} from './format-period.ts';
import {linearScale, type LinearScale} from './linear-scale.ts';
import {columnWidth, type SideLabel, sideLabel, sideLabelMarks} from './side-labels.ts';
import {textWidth} from './text-width.ts';
import {axisMarks} from './time-axis.ts';
import {tipMark} from './tip-mark.ts';
import {valueTicks} from './value-axis.ts';
import {flagHeight, placeFlags, weekFlags} from './week-flags.ts';
import {t} from '../wording/t.ts';

const defaults = {top: 8, bottom: 38, gap: 0.16};
const weekMs = 7 * 86_400_000;

/**
 * How often something came, a column a week, with what happened named above it and averages drawn
 * across the weeks they are of. A week that is not over is hollow.
 */
export const weeks: Chart<WeekRow> = (rows, context) => {
  const first = rows[0];
  if (!first || rows.every(({count}) => count === 0))
    return emptyChart(context, t`Nothing came in these weeks.`);
  const {theme, width, weekMarks = [], weekMeans = []} = context;
  const most = Math.max(...rows.map(({count}) => count));
  const ticks = valueTicks([0, most], 'count', 3);
  const marginLeft = 10 + Math.max(0, ...ticks.map(({label}) => textWidth(label, 11)));
  const marginRight = weekMeans.length > 0 ? meanColumn(weekMeans, context) : 4;
  const time = linearScale(
    [startOf(first), startOf(first) + rows.length * weekMs],
    [marginLeft, width - marginRight],
  );
  const flags = placeFlags(weekMarks, (day) => time.pixel(dayToDate(day).getTime()), {
    left: marginLeft,
    right: width - marginRight,
  });
  const top = defaults.top + flagHeight(flags);
  const plain = Math.round(Math.min(230, Math.max(170, width * 0.3)));
  const height = plain + flagHeight(flags);
  const y = linearScale([0, most], [height - defaults.bottom, top + 4]);
  return {
    height,
    marginTop: top + 4,
    marginBottom: defaults.bottom,
    marginLeft,
    marginRight,
    x: {type: 'utc', domain: time.domain.map((at) => new Date(at)), axis: null},
    y: {domain: [0, most], axis: null},
    marks: [
      columns(rows, context),
      ...axisMarks(
        dateTicks(
          rows.map(({day}) => dayToDate(day)),
          width - marginLeft - marginRight,
        ),
        ticks,
        context,
      ),
      ...weekFlags(flags, {top: defaults.top, bottom: height - defaults.bottom}, theme),
      ...meanMarks(weekMeans, y, context, {x: width - marginRight, height}),
      tipMark(rows, context, {
        pointer: 'x',
        x: (row: WeekRow) => new Date(startOf(row) + weekMs / 2),
        y: 'count',
        title: tipOf,
      }),
    ],
  };
};

function startOf({day}: {day: string}): number {
  return dayToDate(day).getTime();
}

function columns(rows: readonly WeekRow[], {theme}: ChartContext): Plot.Markish[] {
  const places = rows
    .filter(({count}) => count > 0)
    .map((row) => ({
      ...row,
      x1: new Date(startOf(row) + weekMs * defaults.gap),
      x2: new Date(startOf(row) + weekMs * (1 - defaults.gap)),
    }));
  const channels = {x1: 'x1', x2: 'x2', y1: 0, y2: 'count', rx: 1};
  return [
    Plot.rect(
      places.filter(({isComplete}) => isComplete),
      {...channels, fill: theme.common},
    ),
    Plot.rect(
      places.filter(({isComplete}) => !isComplete),
      {...channels, fill: theme.paper, stroke: theme.common, strokeWidth: 1.2},
    ),
    Plot.ruleY([0], {stroke: theme.rule}),
  ];
}

function tipOf({period, count, hours, isComplete}: WeekRow): string {
  const told = count === 1 ? t`1 incident` : t`${formatNumber(count)} incidents`;
  const lost = t`${formatValue(hours, 'total hours')} lost`;
  const name = formatDatedPeriod(period);
  return [isComplete ? name : t`${name}, so far`, told, lost].join('\n');
}

/** `2.9 a week` over `last 8 weeks`, at the height of its line. */
function meanLabels(
  means: readonly WeekMean[],
  {theme, width}: ChartContext,
  y: Pick<LinearScale, 'pixel'>,
): SideLabel[] {
  return means.map(({value, label}) =>
    sideLabel(
      [
        {text: t`${formatNumber(value, 1)} a week`, fill: theme.ink, fontSize: 12, isBold: true},
        {text: label, fill: theme.muted, fontSize: 11},
      ],
      {y: y.pixel(value), width: Math.min(130, width * 0.3)},
    ),
  );
}

function meanColumn(means: readonly WeekMean[], context: ChartContext): number {
  return columnWidth(meanLabels(means, context, {pixel: () => 0}));
}

function meanMarks(
  means: readonly WeekMean[],
  y: LinearScale,
  context: ChartContext,
  {x, height}: {x: number; height: number},
): Plot.Markish[] {
  const spans = means.map((mean) => ({
    ...mean,
    x1: dayToDate(mean.from),
    x2: new Date(dayToDate(mean.to).getTime() + weekMs),
  }));
  return [
    Plot.ruleY(spans, {
      ...{x1: 'x1', x2: 'x2', y: 'value'},
      ...{stroke: context.theme.ink, strokeWidth: 1.6},
    } as Plot.RuleYOptions),
    ...sideLabelMarks(meanLabels(means, context, y), {x, top: 0, bottom: height - 4}),
  ];
}
