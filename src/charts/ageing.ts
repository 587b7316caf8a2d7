import * as Plot from '@observablehq/plot';
import type {AgeingRow, Chart, ChartContext} from './chart.ts';
import {emptyChart} from './empty-chart.ts';
import {formatNumber} from './format.ts';
import {type LinearScale, linearScale} from './linear-scale.ts';
import {type RowColumn, rowLayout} from './row-layout.ts';
import {t} from '../wording/t.ts';

const defaults = {marginTop: 26, marginBottom: 4, halfBar: 6, gap: 2, thinnest: 1.5};

/** Open incidents by age: what is already past its target stands apart at the end of each bar. */
export const ageing: Chart<AgeingRow> = (rows, context) => {
  const {theme, width} = context;
  if (rows.every((row) => row.count === 0)) return emptyChart(context, t`Nothing is open.`);
  const {marginTop, marginBottom} = defaults;
  const layout = rowLayout(
    rows.map((row) => row.band),
    {width, theme, marginTop, marginBottom, columns: columns(rows, context)},
  );
  const {height, marginLeft, marginRight} = layout;
  const most = Math.max(...rows.map((row) => row.count));
  const x = linearScale([0, most], [marginLeft, width - marginRight]);
  const bars = rows.map((row, index) => placeBar(row, layout.middle(index), x));
  return {
    height,
    marginTop,
    marginBottom,
    marginLeft,
    marginRight,
    x: {domain: [0, width], range: [0, width], axis: null},
    y: {domain: [0, height], range: [0, height], axis: null},
    marks: [
      barMark(
        bars.filter((bar) => bar.within > 0),
        {x1: marginLeft, x2: 'withinEnd', fill: theme.common},
      ),
      barMark(
        bars.filter((bar) => bar.breached > 0),
        {x1: 'start', x2: 'end', fill: theme.worse},
      ),
      ...layout.marks,
    ],
  };
};

function columns(rows: readonly AgeingRow[], {theme}: ChartContext): RowColumn[] {
  const open = rows.map((row) => ({text: formatNumber(row.count), fill: theme.ink}));
  const past = rows.map(({breached}) => ({
    text: formatNumber(breached),
    fill: breached > 0 ? theme.worse : theme.muted,
  }));
  return [
    {heading: t`open`, isBold: true, cells: open},
    {heading: t`past target`, cells: past},
  ];
}

interface AgeBar {
  within: number;
  breached: number;
  withinEnd: number;
  start: number;
  end: number;
  top: number;
  bottom: number;
}

function placeBar(row: AgeingRow, middle: number, x: LinearScale): AgeBar {
  const within = row.count - row.breached;
  const start = x.pixel(within) + (within > 0 ? defaults.gap : 0);
  return {
    within,
    breached: row.breached,
    withinEnd: x.pixel(within),
    start,
    // Ever so few must still be seen.
    end: Math.max(start + defaults.thinnest, x.pixel(row.count)),
    top: middle - defaults.halfBar,
    bottom: middle + defaults.halfBar,
  };
}

function barMark(bars: readonly AgeBar[], options: Plot.RectOptions): Plot.Markish {
  return Plot.rect(bars, {y1: 'top', y2: 'bottom', rx: 1.5, ...options});
}
