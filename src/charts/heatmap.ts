import * as Plot from '@observablehq/plot';
import type {Chart, ChartContext, HeatRow} from './chart.ts';
import {emptyChart} from './empty-chart.ts';
import {formatValue} from './format.ts';
import {texts} from './row-layout.ts';
import {fitText, textWidth} from './text-width.ts';
import {tipMark} from './tip-mark.ts';
import type {Theme} from './theme.ts';
import {t} from '../wording/t.ts';
import {calendarWords} from '../wording/calendar-words.ts';

/** Where a working day turns; the hours between can be counted off. */
const namedHours = [0, 6, 8, 14, 18, 22];
const defaults = {marginLeft: 34, marginBottom: 24, tallest: 20, lowest: 13};

/** Hour by weekday in five steps of one colour; the fullest hour carries its number. */
export const heatmap: Chart<HeatRow> = (rows, context) => {
  const {theme, width} = context;
  const most = Math.max(0, ...rows.map((row) => row.value));
  if (most === 0) return emptyChart(context, t`Nothing fell into any hour of this period.`);
  const grid = layOut(context, most);
  const {left, top, cellWidth, cellHeight, height, bottom} = grid;
  return {
    height,
    margin: 0,
    x: {domain: [0, width], range: [0, width], axis: null},
    y: {domain: [0, height], range: [0, height], axis: null},
    marks: [
      Plot.rect(allHours(rows), {
        x1: (row: HeatRow) => left(row.hour),
        x2: (row: HeatRow) => left(row.hour + 1),
        y1: (row: HeatRow) => top(row.weekday),
        y2: (row: HeatRow) => top(row.weekday + 1),
        inset: 0.75,
        rx: 1,
        fill: {value: (row: HeatRow) => stepColour(row.value, most, theme), scale: null},
      }),
      texts(
        weekdays().map((text, day) => ({
          text,
          x: 0,
          y: top(day + 1) + cellHeight / 2,
          fill: theme.muted,
        })),
        {textAnchor: 'start', fontSize: 11},
      ),
      texts(
        namedHours.map((hour) => ({
          text: twoDigits(hour),
          x: left(hour) + cellWidth / 2,
          y: bottom + 12,
          fill: theme.muted,
        })),
        {fontSize: 11, fontVariant: 'tabular-nums'},
      ),
      ...hourMarkMarks(context, grid),
      mostMark(rows, most, context, grid),
      tipMark(rows, context, {
        pointer: 'xy',
        x: (row: HeatRow) => left(row.hour) + cellWidth / 2,
        y: (row: HeatRow) => top(row.weekday) + cellHeight / 2,
        title: (row) => `${hourName(row)}\n${formatValue(row.value, context.unit)}`,
      }),
    ],
  };
};

interface Grid {
  cellWidth: number;
  cellHeight: number;
  height: number;
  /** Pixel under the last row. */
  bottom: number;
  left(hour: number): number;
  top(weekday: number): number;
}

function layOut({width, unit, hourMarks = []}: ChartContext, most: number): Grid {
  const marginTop = hourMarks.length > 0 ? 22 : 4;
  const cellWidth = (width - defaults.marginLeft) / 24;
  const cellHeight = Math.min(defaults.tallest, Math.max(defaults.lowest, cellWidth * 0.72));
  const bottom = marginTop + 7 * cellHeight;
  const hasNote = !fitsCell(formatValue(most, unit), {cellWidth});
  return {
    cellWidth,
    cellHeight,
    bottom,
    height: Math.round(bottom + defaults.marginBottom + (hasNote ? 18 : 0)),
    left: (hour) => defaults.marginLeft + hour * cellWidth,
    top: (weekday) => marginTop + (weekday - 1) * cellHeight,
  };
}

function allHours(rows: readonly HeatRow[]): HeatRow[] {
  const values = new Map(rows.map((row) => [row.weekday * 24 + row.hour, row.value]));
  return weekdays().flatMap((_, day) =>
    Array.from({length: 24}, (_hour, hour) => ({
      weekday: day + 1,
      hour,
      value: values.get((day + 1) * 24 + hour) ?? 0,
    })),
  );
}

/** Five equal steps from nothing to the fullest hour. */
function stepColour(value: number, most: number, {steps}: Theme): string {
  if (value <= 0) return steps[0];
  return steps[Math.min(4, Math.ceil((value / most) * 5) - 1)] ?? steps[4];
}

/** A name and a thin rule where the shift changes: at the left edge of the hour. */
function hourMarkMarks(
  {theme, hourMarks = [], width}: ChartContext,
  {left, top, bottom}: Grid,
): Plot.Markish[] {
  if (hourMarks.length === 0) return [];
  const labels = hourMarks.map(({hour, label}, index) => {
    // Each name has the room to half the way to its neighbours.
    const before = hourMarks[index - 1];
    const after = hourMarks[index + 1];
    const from = before ? (left(before.hour) + left(hour)) / 2 + 4 : 0;
    const to = after ? (left(after.hour) + left(hour)) / 2 - 4 : width;
    const text = fitText(label, to - from, 11);
    const half = textWidth(text, 11) / 2;
    return {
      text,
      x: Math.min(to - half, Math.max(from + half, left(hour))),
      y: 8,
      fill: theme.text,
    };
  });
  return [
    Plot.ruleX(hourMarks, {
      x: (mark: {hour: number}) => left(mark.hour),
      y1: top(1) - 6,
      y2: bottom,
      stroke: theme.ink,
      strokeWidth: 1,
    }),
    texts(labels, {fontSize: 11}),
  ];
}

/** The number behind the darkest cell gives all the others their measure. */
function mostMark(
  rows: readonly HeatRow[],
  most: number,
  {theme, unit}: ChartContext,
  grid: Grid,
): Plot.Markish {
  const row = rows.find((each) => each.value === most);
  const text = formatValue(most, unit);
  if (!row) return null;
  if (!fitsCell(text, grid)) {
    const note = t`Darkest: ${text} (${hourName(row)})`;
    const y = grid.height - 7;
    return texts([{text: note, x: 0, y, fill: theme.muted}], {textAnchor: 'start', fontSize: 11});
  }
  const x = grid.left(row.hour) + grid.cellWidth / 2;
  const y = grid.top(row.weekday) + grid.cellHeight / 2;
  return texts([{text, x, y, fill: theme.paper}], {fontSize: 10, fontWeight: 600});
}

function hourName({weekday, hour}: HeatRow): string {
  return `${weekdays()[weekday - 1] ?? ''} ${twoDigits(hour)}–${twoDigits(hour + 1)}`;
}

function twoDigits(hour: number): string {
  return String(hour).padStart(2, '0');
}

function fitsCell(text: string, {cellWidth}: {cellWidth: number}): boolean {
  return textWidth(text, 10) <= cellWidth - 3;
}

function weekdays(): readonly string[] {
  return Object.values(calendarWords().shortWeekdays);
}
