import type {ChartName, ChartOptions, Slide} from './pptx.ts';
import {formatDayShort, dayToDate, shortMonth} from '../../charts/format-period.ts';
import {unitScale} from '../../charts/format.ts';
import type {Unit} from '../../metrics/metric.ts';
import type {FigureBlock} from '../../pages/figure-block.ts';
import type {Section} from '../data/block-sections.ts';
import type {Datum} from '../data/data-table.ts';
import {
  isLimit,
  isSeries,
  nativeCharts,
  seriesColour,
  type NativeChart,
} from '../data/native-chart.ts';
import {datumText} from './datum-text.ts';
import type {Place} from './place.ts';
import {colours, contentWidth, fonts} from './slide-deck.ts';
import {t} from '../../wording/t.ts';

/** More bars than these can't be read on a wall. */
const mostBars = 15;

/**
 * A figure as a native chart that can be edited: limits and target are series of it.
 * @returns false where it has no chart of its own: then its table is shown
 */
export function drawFigure(slide: Slide, section: Section, place: Place): boolean {
  const {figure, table} = section;
  const shown = figure && nativeCharts[figure.data.chart];
  if (!figure || !shown || table.rows.length === 0) return false;
  const style = {...chartStyle(figure, shown, place), ...place, altText: figure.ariaLabel};
  const series = chartData(section, shown, figure);
  const limits = series.filter(({name}) => isLimit(name));
  const own = series.filter(({name}) => !isLimit(name));
  if (shown.type !== 'line' || limits.length === 0) {
    slide.addChart((shown.type === 'line' ? 'line' : 'bar') as ChartName, series, {
      ...style,
      chartColors: series.map(({name}) => seriesColour(name)),
    });
    return true;
  }
  // What is measured is drawn over its limits, which are thin.
  const line = (data: Series[], options: ChartOptions) => ({
    type: 'line' as ChartName,
    data,
    options: {...options, chartColors: data.map(({name}) => seriesColour(name))},
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

interface Series {
  name: string;
  labels: string[];
  values: number[];
}

function chartData({table}: Section, shown: NativeChart, {data}: FigureBlock): Series[] {
  // Bars are drawn from the bottom up, so the first comes last.
  const rows = shown.type === 'bar' ? table.rows.slice(0, mostBars).toReversed() : table.rows;
  const second = table.columns[1]?.label ?? '';
  const dated = periodLabels(data);
  const labels = rows.map((row, index) => dated[index] ?? labelOf(row, second));
  return table.columns.flatMap(({label}, place) => {
    if (!isSeries(label, shown)) return [];
    const values = rows.map((row) => numberOf(row[place] ?? null));
    // The library writes an empty cell for what is no number: a gap, never a zero.
    return [{name: label, labels, values: values as number[]}];
  });
}

/** `Oct 26` for a month, `26 Oct` for a week: names of periods are too long for an axis. */
function periodLabels(data: FigureBlock['data']): string[] {
  if (data.chart !== 'trend' && data.chart !== 'flow' && data.chart !== 'weeks') return [];
  return data.rows.map((row) => {
    const date = dayToDate(row.day);
    if (!/^\d{4}-\d{2}$/.test(row.period)) return formatDayShort(date);
    return `${shortMonth(date.getUTCMonth())} ${String(date.getUTCFullYear()).slice(2)}`;
  });
}

function labelOf(row: readonly Datum[], second: string): string {
  const [first = null, next = null] = row;
  if (second !== t`To, hours`) return datumText(first);
  return next === null ? t`more than ${datumText(first)}` : t`up to ${datumText(next)}`;
}

function numberOf(datum: Datum): number | null {
  return datum !== null && typeof datum === 'object' && 'value' in datum ? datum.value : null;
}

function chartStyle(figure: FigureBlock, {type, series}: NativeChart, place: Place): ChartOptions {
  const isWhole = place.w === contentWidth;
  const fontSize = isWhole ? 11 : 10;
  const isCounted = figure.data.chart !== 'trend' && figure.data.chart !== 'bars';
  // The limits of a small chart are told under it, once for all.
  const hasLegend = series.length > 1 && (isWhole || isCounted);
  return {
    barDir: type === 'bar' ? 'bar' : 'col',
    ...{catAxisLabelFontFace: fonts.text, catAxisLabelFontSize: fontSize},
    ...{catAxisLabelColor: colours.text, valAxisLabelColor: colours.muted},
    ...{valAxisLabelFontFace: fonts.text, valAxisLabelFontSize: fontSize},
    valAxisLabelFormatCode: axisFormat(isCounted ? 'count' : figure.unit),
    valGridLine: {color: colours.faint, size: 0.75},
    catGridLine: {style: 'none'},
    ...{valAxisLineShow: false, lineSize: 2, lineDataSymbolSize: 5},
    ...(type === 'line' ? {chartColorsOpacity: 100} : {barGapWidthPct: 45}),
    showLegend: hasLegend,
    ...{legendPos: 'b', legendFontFace: fonts.text, legendFontSize: fontSize},
    legendColor: colours.text,
    showValue: type !== 'line',
    ...(figure.data.chart === 'bars' && figure.unit === 'share' ? {valAxisMaxVal: 1} : {}),
    dataLabelFormatCode: axisFormat(isCounted ? 'count' : figure.unit),
    ...{dataLabelFontSize: fontSize, dataLabelColor: colours.text, dataLabelFontFace: fonts.text},
  };
}

function axisFormat(unit: Unit): string {
  switch (unit) {
    case 'share':
      return '0%';
    case 'hours':
    case 'total hours':
      return '#,##0" h"';
    case 'days':
      return `#,##0" ${t`d`}"`;
    case 'mean':
      return '0.0';
    default:
      return unitScale(unit, 0).suffix === '' ? '#,##0' : '#,##0.00';
  }
}
