import type {ChartOptions} from './pptx.ts';
import {unitScale, type UnitScale} from '../../charts/format.ts';
import type {FigureBlock} from '../../pages/figure-block.ts';
import type {DataTable} from '../data/data-table.ts';
import type {NativeChart} from '../data/native-chart.ts';
import {axisEnds, isCounted} from '../data/axis-ends.ts';
import type {Series} from './chart-series.ts';
import type {Place} from './place.ts';
import {colours, contentWidth, fonts} from './slide-deck.ts';

interface Styled {
  shown: NativeChart;
  place: Place;
  figure: FigureBlock;
  scale: UnitScale;
}

/** How a native chart looks: its axes, labels and legend. */
export function chartStyle(
  series: readonly Series[],
  {shown, place, figure, scale}: Styled,
): ChartOptions {
  const isWhole = place.w === contentWidth;
  const fontSize = isWhole ? 11 : 10;
  // The limits of a small chart are told under it, once for all.
  const hasLegend = series.length > 1 && (isWhole || !series.some(({isThin}) => isThin));
  const {type} = shown;
  const format = axisFormat(figure, scale, highestOf(series));
  const ends = axisEnds(figure, shown, highestOf(series));
  return {
    barDir: type === 'bar' ? 'bar' : 'col',
    ...{catAxisLabelFontFace: fonts.text, catAxisLabelFontSize: fontSize},
    ...{catAxisLabelColor: colours.text, valAxisLabelColor: colours.muted},
    ...{valAxisLabelFontFace: fonts.text, valAxisLabelFontSize: fontSize},
    valAxisLabelFormatCode: format,
    ...(ends.min === undefined ? {} : {valAxisMinVal: ends.min}),
    ...(ends.max === undefined ? {} : {valAxisMaxVal: ends.max}),
    ...(ends.majorUnit === undefined ? {} : {valAxisMajorUnit: ends.majorUnit}),
    valGridLine: {color: colours.faint, size: 0.75},
    catGridLine: {style: 'none'},
    ...{valAxisLineShow: false, lineSize: 2, lineDataSymbolSize: 5},
    ...(type === 'line' ? {chartColorsOpacity: 100} : {barGapWidthPct: 45}),
    showLegend: hasLegend,
    ...{legendPos: 'b', legendFontFace: fonts.text, legendFontSize: fontSize},
    legendColor: colours.text,
    showValue: type !== 'line',
    dataLabelFormatCode: format,
    ...{dataLabelFontSize: fontSize, dataLabelColor: colours.text, dataLabelFontFace: fonts.text},
  };
}

function highestOf(series: readonly Series[]): number {
  return Math.max(0, ...series.flatMap(({values}) => values));
}

/** Of all a chart shows: hours become days where the page would print days. Shares stay 0–1, as programs have them. */
export function scaleOf({data, unit}: FigureBlock, {rows}: DataTable): UnitScale {
  const values = rows.flat().flatMap((datum) => {
    const isOwn = typeof datum === 'object' && datum !== null && 'value' in datum;
    return isOwn && datum.unit === unit ? [datum.value] : [];
  });
  const scale = unitScale(isCounted(data) ? 'count' : unit, Math.max(0, ...values));
  return unit === 'share' ? {...scale, factor: 1} : scale;
}

function axisFormat({data, unit}: FigureBlock, {suffix}: UnitScale, highest: number): string {
  if (isCounted(data) || unit === 'count') return '#,##0';
  if (unit === 'share') return highest > 0.1 ? '0%' : '0.0%';
  // Steps of less than one need a decimal to be told apart.
  return `${highest < 8 ? '0.0' : '#,##0'}${suffix === '' ? '' : `"${suffix}"`}`;
}
