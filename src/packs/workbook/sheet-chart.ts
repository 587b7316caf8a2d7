import type {SheetChart} from 'hucre/xlsx';
import type {Section} from '../data/block-sections.ts';
import {isLimit, isSeries, nativeCharts, seriesColour} from '../data/native-chart.ts';

/** More bars than these can't be told apart; the table has them all. */
const mostBars = 20;

/** Where a section's rows stand in its sheet. */
export interface Placed {
  firstRow: number;
  /** Where the chart's upper left corner goes. */
  corner: {row: number; col: number};
}

/** The native chart of a figure, over the cells of its sheet; null where a table says it better. */
export function sheetChart(section: Section, {firstRow, corner}: Placed): SheetChart | null {
  const {figure, table} = section;
  const shown = figure ? nativeCharts[figure.data.chart] : null;
  if (!figure || !shown || table.rows.length === 0) return null;
  const drawn = shown.type === 'bar' ? Math.min(mostBars, table.rows.length) : table.rows.length;
  const rangeOf = (place: number) => {
    const column = columnName(place);
    return `${column}${firstRow + 1}:${column}${firstRow + drawn}`;
  };
  const places = table.columns.flatMap(({label}, place) => (isSeries(label, shown) ? [place] : []));
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

function seriesOf(
  name: string,
  type: SheetChart['type'],
  ranges: {values: string; categories: string},
): SheetChart['series'][number] {
  const color = seriesColour(name);
  if (type !== 'line') return {name, color, ...ranges};
  const isThin = isLimit(name);
  return {
    ...{name, color, smooth: false, ...ranges},
    stroke: {width: isThin ? 1 : 2, ...(isThin ? {dash: 'dash' as const} : {})},
    marker: isThin ? {symbol: 'none'} : {symbol: 'circle', size: 5, fill: color},
  };
}

/** `A`, `Z`, `AA`: columns count from 0. */
function columnName(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : columnName(Math.floor(place / 26) - 1) + letter;
}
