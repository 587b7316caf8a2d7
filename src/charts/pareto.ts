import * as Plot from '@observablehq/plot';
import type {Chart, ChartContext, ParetoRow} from './chart.ts';
import {emptyChart} from './empty-chart.ts';
import {formatNumber, formatValue} from './format.ts';
import {linearScale} from './linear-scale.ts';
import {texts} from './row-layout.ts';
import {fitText, textWidth} from './text-width.ts';
import {tipMark} from './tip-mark.ts';
import {valueTicks} from './value-axis.ts';
import {t} from '../wording/t.ts';

const defaults = {top: 22, bottom: 22, right: 8, most: 0.8};

interface Place extends ParetoRow {
  index: number;
  x1: number;
  x2: number;
}

/**
 * A column for each, the costliest first, and the share they make together as a line: those that make
 * 80 % are dark, and how many they are is written where the line passes it.
 */
export const pareto: Chart<ParetoRow> = (rows, context) => {
  const {theme, width, unit} = context;
  const highest = rows[0]?.value ?? 0;
  if (!(highest > 0)) return emptyChart(context, 'Nothing was lost in this time.');
  const height = Math.round(Math.min(250, Math.max(190, width * 0.34)));
  const ticks = valueTicks([0, highest], unit, 3);
  const left = 10 + Math.max(0, ...ticks.map(({label}) => textWidth(label, 11)));
  const step = (width - left - defaults.right) / rows.length;
  const gap = step > 6 ? 1.5 : step * 0.12;
  const places = rows.map((row, index): Place => {
    const x1 = left + index * step;
    return {...row, index, x1: x1 + gap / 2, x2: x1 + step - gap / 2};
  });
  const bottom = height - defaults.bottom;
  const y = linearScale([0, highest], [bottom, defaults.top]);
  const share = linearScale([0, 1], [bottom, defaults.top]);
  return {
    height,
    margin: 0,
    x: {domain: [0, width], range: [0, width], axis: null},
    y: {domain: [0, height], range: [0, height], axis: null},
    marks: [
      ...columns(places, (value) => y.pixel(value), {bottom, context}),
      Plot.line(places, {
        x: (place: Place) => (place.x1 + place.x2) / 2,
        y: (place: Place) => share.pixel(place.runningShare),
        stroke: theme.accent,
        strokeWidth: 1.4,
      }),
      texts(
        ticks.map(({value, label}) => ({
          ...{text: label, x: left - 8, y: y.pixel(value)},
          fill: theme.muted,
        })),
        {textAnchor: 'end', fontSize: 11, fontVariant: 'tabular-nums'},
      ),
      ...cutMarks(places, (value) => share.pixel(value), {left, bottom, context}),
      tipMark(places, context, {
        pointer: 'x',
        x: (place: Place) => (place.x1 + place.x2) / 2,
        y: (place: Place) => y.pixel(place.value),
        title: (place) =>
          [
            place.label,
            formatValue(place.value, unit),
            t`${formatValue(place.runningShare, 'share')} with all before`,
          ].join('\n'),
      }),
    ],
  };
};

interface Frame {
  bottom: number;
  context: ChartContext;
}

/** Which candidates it takes to reach the 80 %: the last of them included. */
function isCounted({index}: Place, places: readonly Place[]): boolean {
  return index === 0 || (places[index - 1]?.runningShare ?? 0) < defaults.most - 1e-9;
}

function columns(
  places: readonly Place[],
  pixel: (value: number) => number,
  {bottom, context: {theme}}: Frame,
): Plot.Markish[] {
  const options = {x1: 'x1', x2: 'x2', y1: bottom, y2: (place: Place) => pixel(place.value)};
  const counted = places.filter((place) => isCounted(place, places));
  return [
    Plot.rect(counted, {...options, fill: theme.common}),
    Plot.rect(places.slice(counted.length), {...options, fill: theme.rule}),
    Plot.ruleY([bottom], {x1: places[0]?.x1, x2: places.at(-1)?.x2, stroke: theme.rule}),
  ];
}

/** The dot where the line passes 80 %, what it means, and the first and last rank under the columns. */
function cutMarks(
  places: readonly Place[],
  pixel: (share: number) => number,
  {left, bottom, context}: Frame & {left: number},
): Plot.Markish[] {
  const {theme, width} = context;
  const last = places.findLast((place) => isCounted(place, places));
  if (!last) return [];
  const [x, y] = [(last.x1 + last.x2) / 2, pixel(last.runningShare)];
  const told = formatNumber(last.index + 1);
  const text = fitText(
    t`${told} of ${formatNumber(places.length)} make ${formatValue(last.runningShare, 'share')}`,
    width - left - defaults.right,
    12,
  );
  const needed = textWidth(text, 12, {isBold: true});
  // Under the line, where it has left room; a line that rises late leaves it on the other side.
  const isRight = x + 8 + needed <= width;
  const at = isRight ? x + 8 : Math.max(left, Math.min(x - 8, width) - needed);
  const labelY = isRight ? Math.min(bottom - 12, y + 14) : Math.max(7, y - 13);
  return [
    Plot.ruleX([x], {
      ...{y1: y, y2: bottom, stroke: theme.accent},
      ...{strokeWidth: 1, strokeDasharray: '1.5 3'},
    }),
    Plot.dot([last], {x: () => x, y: () => y, r: 3.6, fill: theme.accent}),
    texts([{text, x: at, y: labelY, fill: theme.ink}], {
      ...{textAnchor: 'start', fontSize: 12, fontWeight: 600, fontVariant: 'tabular-nums'},
      ...{stroke: theme.paper, strokeWidth: 4},
    }),
    texts(rankLabels(places, last, {left, bottom, width, fill: theme.muted}), {
      fontSize: 11,
      fontVariant: 'tabular-nums',
    }),
  ];
}

function rankLabels(
  places: readonly Place[],
  last: Place,
  {left, bottom, width, fill}: {left: number; bottom: number; width: number; fill: string},
) {
  const labels: {text: string; x: number; y: number; fill: string}[] = [];
  for (const place of [last, places[0], places.at(-1)]) {
    if (!place) continue;
    const text = formatNumber(place.index + 1);
    const half = textWidth(text, 11) / 2;
    const x = Math.min(width - half, Math.max(left + half, (place.x1 + place.x2) / 2));
    const isFree = labels.every(
      (other) => Math.abs(other.x - x) > half + textWidth(other.text, 11) / 2 + 6,
    );
    if (isFree) labels.push({text, x, y: bottom + 12, fill});
  }
  return labels;
}
