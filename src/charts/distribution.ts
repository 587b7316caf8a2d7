import * as Plot from '@observablehq/plot';
import type {Chart, ChartContext, DistributionRow} from './chart.ts';
import {emptyChart} from './empty-chart.ts';
import {formatNumber, formatValue} from './format.ts';
import {texts} from './row-layout.ts';
import {textWidth} from './text-width.ts';
import {tipMark} from './tip-mark.ts';
import {phrase, t, translated} from '../wording/t.ts';

const defaults = {marginTop: 42, marginBottom: 24, side: 14, fewestBins: 7};
/** Durations people think in, in hours. */
const namedDurations: [number, string][] = [
  [1 / 60, '1 min'],
  [0.25, '15 min'],
  [1, '1 h'],
  [4, '4 h'],
  [8, '8 h'],
  [24, phrase`1 d`],
  [72, phrase`3 d`],
  [168, phrase`7 d`],
  [720, phrase`30 d`],
  [2160, phrase`90 d`],
  [8760, phrase`1 y`],
];

/** How many took how long, in bins that double; the median is named. */
export const distribution: Chart<DistributionRow> = (rows, context) => {
  const total = rows.reduce((sum, row) => sum + row.count, 0);
  if (total === 0) return emptyChart(context, t`No durations in this period.`);
  const {width, theme} = context;
  const height = Math.round(Math.min(250, Math.max(180, width * 0.34)));
  const bins = drawnBins(rows);
  const domain = drawnDomain(bins);
  const range: [number, number] = [defaults.side, width - defaults.side];
  const perLog = (range[1] - range[0]) / Math.log(domain[1] / domain[0]);
  const pixel = (hours: number) => range[0] + Math.log(hours / domain[0]) * perLog;
  const most = Math.max(...bins.map((bin) => bin.count));
  return {
    height,
    marginTop: defaults.marginTop,
    marginBottom: defaults.marginBottom,
    marginLeft: 0,
    marginRight: 0,
    x: {type: 'log', domain, range, axis: null},
    y: {domain: [0, most], axis: null},
    marks: [
      Plot.rect(bins, {
        x1: 'from',
        x2: 'to',
        y1: 0,
        y2: 'count',
        insetLeft: 0.75,
        insetRight: 0.75,
        rx: 1,
        fill: theme.rule,
      }),
      Plot.ruleY([0], {stroke: theme.rule, x1: domain[0], x2: domain[1]}),
      durationLabels(domain, pixel, context, height),
      ...medianMarks(rows, context, domain, pixel),
      countLabels(bins, most, pixel, context, height),
      tipMark(bins, context, {
        pointer: 'x',
        x: (bin: Bin) => Math.sqrt(bin.from * bin.to),
        y: 'count',
        title: (bin) => `${binName(bin)}\n${formatNumber(bin.count)}`,
      }),
    ],
  };
};

interface Bin {
  from: number;
  to: number;
  count: number;
}

function binName({from, to}: Bin): string {
  return t`${formatValue(from, 'hours')} to ${formatValue(to, 'hours')}`;
}

/** A log axis has no zero: the first bin is drawn one doubling wide. Empty bins at the ends go. */
function drawnBins(rows: readonly DistributionRow[]): Bin[] {
  const filled = rows.map((row) => row.count > 0);
  return rows.slice(filled.indexOf(true), filled.lastIndexOf(true) + 1).map((row) => ({
    from: row.fromHours > 0 ? row.fromHours : row.toHours / 2,
    to: Number.isFinite(row.toHours) ? row.toHours : row.fromHours * 2,
    count: row.count,
  }));
}

/** At least `fewestBins` doublings, so that a lone bin isn't as wide as the page. */
function drawnDomain(bins: readonly Bin[]): [number, number] {
  let [from, to] = [bins[0]?.from ?? 1, bins.at(-1)?.to ?? 2];
  while (Math.log2(to / from) < defaults.fewestBins - 0.5) [from, to] = [from / 2, to * 2];
  return [from, to];
}

/** A count on each bar where all have room, else on the tallest only. */
function countLabels(
  bins: readonly Bin[],
  most: number,
  pixel: (hours: number) => number,
  {theme}: ChartContext,
  height: number,
): Plot.Markish {
  const fits = (bin: Bin) =>
    textWidth(formatNumber(bin.count), 11) < pixel(bin.to) - pixel(bin.from) - 3;
  const labelled = bins.every(fits)
    ? bins.filter((bin) => bin.count > 0)
    : bins.filter((bin) => bin.count === most).slice(0, 1);
  const tall = height - defaults.marginTop - defaults.marginBottom;
  return texts(
    labelled.map((bin) => ({
      text: formatNumber(bin.count),
      x: (pixel(bin.from) + pixel(bin.to)) / 2,
      y: height - defaults.marginBottom - (bin.count / most) * tall - 8,
      fill: theme.muted,
    })),
    // The paper's outline keeps a number readable where the median runs through it.
    {fontSize: 11, fontVariant: 'tabular-nums', stroke: theme.paper, strokeWidth: 4},
  );
}

function durationLabels(
  domain: [number, number],
  pixel: (hours: number) => number,
  {theme, width}: ChartContext,
  height: number,
): Plot.Markish {
  const labels: {text: string; x: number; y: number; fill: string}[] = [];
  for (const [hours, name] of namedDurations) {
    const text = translated(name);
    if (hours < domain[0] * 0.999 || hours > domain[1] * 1.001) continue;
    const half = textWidth(text, 11) / 2;
    const x = Math.min(width - half, Math.max(half, pixel(hours)));
    const before = labels.at(-1);
    if (before && x - before.x < textWidth(before.text, 11) / 2 + half + 10) continue;
    labels.push({text: text.replace(' ', '\u202f'), x, y: height - 10, fill: theme.muted});
  }
  return texts(labels, {fontSize: 11, fontVariant: 'tabular-nums'});
}

/** The median as a line through the bars with its name at the top. */
function medianMarks(
  rows: readonly DistributionRow[],
  {median, theme, width}: ChartContext,
  domain: [number, number],
  pixel: (hours: number) => number,
): Plot.Markish[] {
  const hours = median ?? estimatedMedian(rows);
  if (hours == null || !(hours > 0)) return [];
  const shown = Math.min(domain[1], Math.max(domain[0], hours));
  const told = formatValue(hours, 'hours');
  const text = median == null ? t`Median about ${told}` : t`Median ${told}`;
  const half = textWidth(text, 12, {isBold: true}) / 2;
  const x = Math.min(width - half, Math.max(half, pixel(shown)));
  return [
    Plot.ruleX([shown], {stroke: theme.ink, strokeWidth: 1.2, insetTop: -26}),
    texts([{text, x, y: 8, fill: theme.ink}], {
      fontSize: 12,
      fontWeight: 600,
      fontVariant: 'tabular-nums',
    }),
  ];
}

/** Where half are shorter, assuming an even spread on the log scale within the middle bin. */
export function estimatedMedian(rows: readonly DistributionRow[]): number | null {
  const half = rows.reduce((sum, row) => sum + row.count, 0) / 2;
  let below = 0;
  for (const row of rows) {
    if (row.count > 0 && below + row.count >= half) {
      const share = (half - below) / row.count;
      if (row.fromHours <= 0) return row.toHours * share;
      if (!Number.isFinite(row.toHours)) return row.fromHours;
      return row.fromHours * (row.toHours / row.fromHours) ** share;
    }
    below += row.count;
  }
  return null;
}
