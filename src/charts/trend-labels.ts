import type {ChartContext, TrendRow} from './chart.ts';
import {formatSize, formatValue} from './format.ts';
import {formatDatedPeriod} from './format-period.ts';
import type {LinearScale} from './linear-scale.ts';
import {type SideLabel, sideLabel} from './side-labels.ts';
import {isSignal, signalColour} from './signal-mark.ts';
import {t} from '../wording/t.ts';

const defaults = {fontSize: 11, valueSize: 14, widest: 0.3};

/** What stands at the right of a trend: the last value with its n, the target, the usual range. */
export function trendLabels(
  points: readonly TrendRow[],
  context: ChartContext,
  y: LinearScale,
): SideLabel[] {
  const {theme, range, target} = context;
  const width = context.width * defaults.widest;
  const {fontSize} = defaults;
  const labels = lastLabel(points, context, y);
  if (target)
    labels.push(
      sideLabel([{text: target.label, fill: theme.accent, fontSize}], {
        y: y.pixel(target.value),
        width,
        rank: 2,
      }),
    );
  if (range) {
    const line = {text: t`Usual range`, fill: theme.muted, fontSize};
    labels.push(sideLabel([line], {y: rangeAnchor(range, labels, y), width}));
  }
  return labels;
}

function lastLabel(
  points: readonly TrendRow[],
  {theme, unit, width}: ChartContext,
  y: LinearScale,
): SideLabel[] {
  const last = points.filter((point) => point.value != null).at(-1);
  if (last?.value == null) return [];
  const notes = last.event === undefined ? periodNotes(last, points, unit) : [last.event];
  const fill = isSignal(last.signal) ? signalColour(last.signal, theme) : theme.ink;
  const {fontSize, valueSize} = defaults;
  const lines = [
    {text: formatValue(last.value, unit), fill, fontSize: valueSize, isBold: last.isComplete},
    ...notes.map((text) => ({text, fill: theme.muted, fontSize})),
  ];
  return [sideLabel(lines, {y: y.pixel(last.value), width: width * 0.4, rank: 8})];
}

function periodNotes(
  last: TrendRow,
  points: readonly TrendRow[],
  unit: ChartContext['unit'],
): string[] {
  const isItsOwnSize = unit === 'count' && last.n === last.value;
  return [
    isItsOwnSize ? '' : formatSize(last.n),
    last === points.at(-1) ? '' : formatDatedPeriod(last.period),
    last.isComplete ? '' : t`so far`,
  ].filter(Boolean);
}

/** The edge of the band farther from the labels already placed. */
function rangeAnchor(
  range: {lower: number; upper: number},
  placed: readonly SideLabel[],
  y: LinearScale,
): number {
  const room = (edge: number) => Math.min(...placed.map((label) => Math.abs(label.y - edge)));
  const low = y.pixel(range.lower) - 7;
  const high = y.pixel(range.upper) + 7;
  return room(high) > room(low) ? high : low;
}
