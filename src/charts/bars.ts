import * as Plot from '@observablehq/plot';
import type {BarRow, Chart, ChartContext} from './chart.ts';
import {emptyChart} from './empty-chart.ts';
import {formatNumber, formatValue} from './format.ts';
import {extent, type LinearScale, linearScale} from './linear-scale.ts';
import {type RowColumn, type RowLayout, rowLayout, texts} from './row-layout.ts';
import {isSignal, signalColour, signalSymbol} from './signal-mark.ts';
import {textWidth} from './text-width.ts';
import {targetStroke} from './target-stroke.ts';
import {valueDomain, valueTicks} from './value-axis.ts';
import {t} from '../wording/t.ts';

const headingRoom = 24;

/**
 * One measure over several things, read like a table. Counts are bars from zero; everything else is
 * a dot on its 95 % interval, with the period before as a hollow dot and the target as a dotted line.
 */
export const bars: Chart<BarRow> = (rows, context) => {
  if (rows.length === 0) return emptyChart(context, t`Nothing to compare in this period.`);
  const hasValues = rows.some((row) => row.value != null || row.before != null);
  const isCounted = context.unit === 'count' && rows.every((row) => row.low == null);
  const layout = rowLayout(
    rows.map((row) => row.label),
    {
      ...context,
      columns: columns(rows, context),
      marginTop: context.target || rows.some((row) => row.n !== row.value) ? 26 : 6,
      marginBottom: isCounted ? 6 : 24,
    },
  );
  const range: [number, number] = [layout.marginLeft + 4, context.width - layout.marginRight - 4];
  const domain = barDomain(rows, context, isCounted);
  const x = linearScale(domain, range);
  const {height, marginTop, marginBottom, marginLeft, marginRight} = layout;
  return {
    height,
    marginTop,
    marginBottom,
    marginLeft,
    marginRight,
    x: {domain, range, axis: null},
    y: {domain: [0, height], range: [0, height], axis: null},
    marks: [
      ...(isCounted ? countMarks(rows, layout, context) : intervalMarks(rows, layout, context)),
      ...(hasValues ? [isCounted ? null : axis(domain, x, layout, context)] : []),
      ...(hasValues ? targetMarks(rows.length, layout, x, context) : []),
      ...layout.marks,
    ],
  };
};

function barDomain(
  rows: readonly BarRow[],
  {unit, target}: ChartContext,
  isCounted: boolean,
): [number, number] {
  const seen = extent([
    ...rows.flatMap((row) => [row.value, row.before, row.low, row.high]),
    target?.value,
  ]) ?? [0, 1];
  if (isCounted) return [Math.min(0, seen[0]), Math.max(1, seen[1])];
  return valueDomain(seen, unit);
}

function columns(rows: readonly BarRow[], {theme, unit}: ChartContext): RowColumn[] {
  const value: RowColumn = {
    heading: '',
    isBold: true,
    cells: rows.map((row) => ({
      text: formatValue(row.value, unit),
      fill: isSignal(row.signal) ? signalColour(row.signal, theme) : theme.ink,
    })),
  };
  const size: RowColumn = {
    heading: 'n',
    cells: rows.map((row) => ({text: formatNumber(row.n), fill: theme.muted})),
  };
  return rows.some((row) => row.n !== row.value) ? [value, size] : [value];
}

function countMarks(
  rows: readonly BarRow[],
  layout: RowLayout,
  {theme}: ChartContext,
): Plot.Markish[] {
  const placed = rows.map((row, index) => ({...row, y: layout.middle(index)}));
  const top = (row: {y: number}) => row.y - 5;
  const bottom = (row: {y: number}) => row.y + 5;
  return [
    Plot.rect(placed, {
      x1: 0,
      x2: 'value',
      y1: top,
      y2: bottom,
      rx: 1.5,
      fill: {
        value: (row: BarRow) =>
          isSignal(row.signal) ? signalColour(row.signal, theme) : theme.common,
        scale: null,
      },
    }),
    beforeDots(placed, theme),
  ];
}

function intervalMarks(
  rows: readonly BarRow[],
  layout: RowLayout,
  {theme}: ChartContext,
): Plot.Markish[] {
  const placed = rows.map((row, index) => ({...row, y: layout.middle(index)}));
  const plain = placed.filter((row) => row.value != null && !isSignal(row.signal));
  return [
    Plot.ruleY(
      placed.filter((row) => row.low != null && row.high != null),
      {
        y: 'y',
        x1: 'low',
        x2: 'high',
        stroke: theme.rule,
        strokeWidth: 5,
        strokeLinecap: 'round',
      } as Plot.RuleYOptions,
    ),
    beforeDots(placed, theme),
    Plot.dot(plain, {
      x: 'value',
      y: 'y',
      r: 4.6,
      fill: {
        value: (row: BarRow) => (row.signal === 'too few' ? theme.common : theme.ink),
        scale: null,
      },
    }),
    ...(['better', 'worse'] as const).map((signal) =>
      Plot.dot(
        placed.filter((row) => row.signal === signal && row.value != null),
        {
          x: 'value',
          y: 'y',
          r: 5.4,
          fill: signalColour(signal, theme),
          symbol: signalSymbol[signal],
        },
      ),
    ),
  ];
}

function beforeDots(
  placed: readonly (BarRow & {y: number})[],
  theme: ChartContext['theme'],
): Plot.Markish {
  return Plot.dot(
    placed.filter((row) => row.before != null),
    {x: 'before', y: 'y', r: 3.6, fill: theme.paper, stroke: theme.muted, strokeWidth: 1.3},
  );
}

function axis(
  domain: [number, number],
  x: LinearScale,
  {height, marginBottom}: RowLayout,
  {unit, theme, width}: ChartContext,
): Plot.Markish {
  const y = height - marginBottom + 14;
  const labels: {text: string; x: number; y: number; fill: string}[] = [];
  let end = 0;
  for (const {value, label} of valueTicks(domain, unit, width < 480 ? 3 : 4)) {
    const half = textWidth(label, 11) / 2;
    const at = x.pixel(value);
    if (at - half < end || at + half > width) continue;
    labels.push({text: label, x: at, y, fill: theme.muted});
    end = at + half + 8;
  }
  return texts(labels, {fontSize: 11, fontVariant: 'tabular-nums'});
}

function targetMarks(
  rowCount: number,
  layout: RowLayout,
  x: LinearScale,
  context: ChartContext,
): Plot.Markish[] {
  const {target, theme, width} = context;
  if (!target) return [];
  const {marginTop, middle} = layout;
  const half = textWidth(target.label, 11) / 2;
  // The value column has no heading: the label may stand over it, not over that of n.
  const at = Math.min(width - headingRoom - half, Math.max(half, x.pixel(target.value)));
  // Labels above their rows would be struck through by a line from top to bottom.
  const pieces = layout.isStacked
    ? Array.from({length: rowCount}, (_, row) => ({top: middle(row) - 9, bottom: middle(row) + 9}))
    : [{top: marginTop, bottom: middle(rowCount - 1) + 12}];
  return [
    Plot.ruleX(pieces, {x: target.value, y1: 'top', y2: 'bottom', ...targetStroke(context)}),
    texts([{text: target.label, x: at, y: marginTop - 8, fill: theme.accent}], {fontSize: 11}),
  ];
}
