import type {ChartName, ChartOptions, Slide} from './pptx.ts';
import type {Section} from '../data/block-sections.ts';
import {nativeCharts} from '../data/native-chart.ts';
import {chartSeries, type Series} from './chart-series.ts';
import {chartStyle, scaleOf} from './chart-style.ts';
import type {Place} from './place.ts';

/**
 * A figure as a native chart that can be edited: limits and target are series of it.
 * @returns false where it has no chart of its own: then its table is shown
 */
export function drawFigure(slide: Slide, section: Section, place: Place): boolean {
  const {figure, table} = section;
  const shown = figure && nativeCharts[figure.data.chart];
  if (!figure || !shown || table.rows.length === 0) return false;
  const scale = scaleOf(figure, table);
  const series = chartSeries(section, shown, scale);
  const style = {
    ...chartStyle(series, {shown, place, figure, scale}),
    ...{...place, altText: figure.ariaLabel},
  };
  const limits = series.filter(({isThin}) => isThin);
  const own = series.filter(({isThin}) => !isThin);
  if (shown.type !== 'line' || limits.length === 0) {
    slide.addChart((shown.type === 'line' ? 'line' : 'bar') as ChartName, series, {
      ...style,
      chartColors: series.map(({colour}) => colour),
    });
    return true;
  }
  // What is measured is drawn over its limits, which are thin.
  const line = (data: Series[], options: ChartOptions) => ({
    type: 'line' as ChartName,
    data,
    options: {...options, chartColors: data.map(({colour}) => colour)},
  });
  slide.addChart(
    [
      line(limits, {lineSize: 1, lineDataSymbol: 'none'}),
      line(own, {lineSize: 2.25, lineDataSymbol: 'circle', lineDataSymbolSize: 5}),
    ] as unknown as Parameters<Slide['addChart']>[0],
    style as unknown as Parameters<Slide['addChart']>[1],
    style,
  );
  return true;
}
