import type {ChartName, ChartOptions, Deck} from './pptx.ts';
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
import {addSlide, body, colours, contentWidth, fonts, slideSize} from './slide-deck.ts';
import {t} from '../../wording/t.ts';
import {locale} from '../../wording/locale.ts';

/** More bars than these can't be read on a wall. */
const mostBars = 15;

/**
 * A figure as a native chart that can be edited: limits and target are series of it.
 * @returns false where it has no chart of its own or nothing to draw: then its table is shown
 */
export function addFigureSlide(deck: Deck, section: Section, notes: string): boolean {
  const {figure, table} = section;
  const shown = figure && nativeCharts[figure.data.chart];
  if (!figure || !shown || table.rows.length === 0) return false;
  const {title, subtitle, note} = section;
  const slide = addSlide(deck, {title, subtitle, notes});
  const noteHeight = note === '' ? 0 : 0.55;
  const height = body.bottom - body.top - noteHeight;
  const place = {x: slideSize.margin, y: body.top, w: contentWidth, h: height};
  const data = chartData(section, shown);
  const type = shown.type === 'line' ? 'line' : 'bar';
  slide.addChart(type as ChartName, data, {
    ...place,
    ...chartStyle(
      figure,
      shown,
      data.map(({name}) => name),
    ),
    altText: figure.ariaLabel,
  });
  if (note !== '')
    slide.addText(note, {
      ...{x: slideSize.margin, y: body.top + height + 0.05, w: contentWidth, h: noteHeight - 0.05},
      ...{fontFace: fonts.text, fontSize: 11, color: colours.muted, valign: 'top', margin: 0},
      ...{fit: 'shrink', lang: locale()},
    });
  return true;
}

interface Series {
  name: string;
  labels: string[];
  values: number[];
}

function chartData({table}: Section, shown: NativeChart): Series[] {
  // Bars are drawn from the bottom up, so the first comes last.
  const rows = shown.type === 'bar' ? table.rows.slice(0, mostBars).toReversed() : table.rows;
  const labels = rows.map((row) => labelOf(row, table.columns[1]?.label ?? ''));
  return table.columns.flatMap(({label}, place) => {
    if (!isSeries(label, shown)) return [];
    const values = rows.map((row) => numberOf(row[place] ?? null));
    // The library writes an empty cell for what is no number: a gap, never a zero.
    return [{name: label, labels, values: values as number[]}];
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

function chartStyle(
  figure: FigureBlock,
  {type}: NativeChart,
  names: readonly string[],
): ChartOptions {
  const font = {fontFace: fonts.text, fontSize: 11, color: colours.muted};
  const isLine = type === 'line';
  const isCounted = figure.data.chart !== 'trend' && figure.data.chart !== 'bars';
  return {
    barDir: type === 'bar' ? 'bar' : 'col',
    chartColors: names.map(seriesColour),
    ...{catAxisLabelFontFace: font.fontFace, catAxisLabelFontSize: 11},
    ...{catAxisLabelColor: colours.text, valAxisLabelColor: font.color},
    ...{valAxisLabelFontFace: font.fontFace, valAxisLabelFontSize: 11},
    valAxisLabelFormatCode: axisFormat(isCounted ? 'count' : figure.unit),
    valGridLine: {color: colours.faint, size: 0.75},
    catGridLine: {style: 'none'},
    ...{valAxisLineShow: false, lineSize: 2, lineDataSymbolSize: 6},
    // One symbol for all lines: on limits it would hide what they are.
    lineDataSymbol: names.some(isLimit) ? 'none' : 'circle',
    ...(isLine ? {chartColorsOpacity: 100} : {barGapWidthPct: 45}),
    showLegend: names.length > 1,
    ...{legendPos: 'b', legendFontFace: fonts.text, legendFontSize: 11, legendColor: colours.text},
    showValue: !isLine && !names.some(isLimit),
    dataLabelFormatCode: axisFormat(isCounted ? 'count' : figure.unit),
    ...{dataLabelFontSize: 11, dataLabelColor: colours.text, dataLabelFontFace: fonts.text},
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
