import type {SheetChart} from 'hucre/xlsx';
import type {ChartData} from '../../charts/chart.ts';
import {lightTheme} from '../../charts/theme.ts';
import type {Section} from '../data/block-sections.ts';

/** Where a section's rows stand in its sheet. */
export interface Placed {
  firstRow: number;
  /** Where the chart's upper left corner goes. */
  corner: {row: number; col: number};
}

/** The native chart of a figure, over the cells of its sheet; null where a table says it better. */
export function sheetChart(section: Section, {firstRow, corner}: Placed): SheetChart | null {
  const {figure, table} = section;
  const shown = figure ? chartKinds[figure.data.chart] : null;
  if (!figure || !shown || table.rows.length === 0) return null;
  const rangeOf = (place: number) => {
    const column = columnName(place);
    return `${column}${firstRow + 1}:${column}${firstRow + table.rows.length}`;
  };
  const places = table.columns.flatMap(({label}, place) =>
    shown.series.includes(label) ? [place] : [],
  );
  return {
    type: shown.type,
    title: figure.title,
    series: places.map((place) =>
      seriesOf(table.columns[place]?.label ?? '', shown.type, {
        values: rangeOf(place),
        categories: rangeOf(0),
      }),
    ),
    legend: places.length > 1 ? 'bottom' : false,
    anchor: {from: corner, to: {row: corner.row + 18, col: corner.col + 9}},
    altText: figure.ariaLabel,
  };
}

const limits = ['Usual, low', 'Usual, centre', 'Usual, high', 'Target'];

/** Which columns are drawn, and how. */
const chartKinds: Record<ChartData['chart'], ChartKind | null> = {
  trend: {type: 'line', series: ['Value', ...limits]},
  sparkline: {type: 'line', series: ['Value', ...limits]},
  bars: {type: 'bar', series: ['Value', 'Period before']},
  distribution: {type: 'column', series: ['Incidents']},
  flow: {type: 'line', series: ['Opened', 'Resolved', 'Open at end']},
  ageing: {type: 'column', series: ['Open incidents', 'Of these past target']},
  weeks: {type: 'column', series: ['Incidents']},
  pareto: {type: 'bar', series: ['Hours, counted once']},
  heatmap: null,
};

interface ChartKind {
  type: 'line' | 'bar' | 'column';
  /** By their columns' labels. */
  series: readonly string[];
}

function seriesOf(
  name: string,
  type: SheetChart['type'],
  ranges: {values: string; categories: string},
): SheetChart['series'][number] {
  const color = seriesColour(name);
  if (type !== 'line') return {name, color, ...ranges};
  const isLimit = limits.includes(name);
  return {
    ...{name, color, smooth: false, ...ranges},
    stroke: {width: isLimit ? 1 : 2, ...(isLimit ? {dash: 'dash' as const} : {})},
    marker: isLimit ? {symbol: 'none'} : {symbol: 'circle', size: 5, fill: color},
  };
}

/** As a native chart colours a series, the same in sheets and on slides; without `#`. */
function seriesColour(name: string): string {
  const colours: Record<string, string> = {
    Target: lightTheme.accent,
    'Period before': lightTheme.rule,
    Resolved: lightTheme.better,
    'Open at end': lightTheme.common,
    'Of these past target': lightTheme.worse,
  };
  const isLimit = name.startsWith('Usual');
  return (isLimit ? lightTheme.common : (colours[name] ?? lightTheme.ink)).slice(1);
}

/** `A`, `Z`, `AA`: columns count from 0. */
function columnName(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : columnName(Math.floor(place / 26) - 1) + letter;
}
