import type {SheetChart} from 'hucre/xlsx';
import {isDrawable} from '../../charts/drawn-points.ts';
import type {FigureBlock} from '../../pages/figure-block.ts';
import {axisEnds} from '../data/axis-ends.ts';
import type {Section} from '../data/block-sections.ts';
import {numberOf} from '../data/data-table.ts';
import {
  endsRunning,
  isLimit,
  isOfWholePeriods,
  isSeries,
  nativeCharts,
  seriesColour,
  seriesName,
} from '../data/native-chart.ts';

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
  if (!figure || !shown || !isDrawable(figure.data)) return null;
  const drawn = shown.type === 'bar' ? Math.min(mostBars, table.rows.length) : table.rows.length;
  const rangeOf = (place: number) => {
    const label = table.columns[place]?.label ?? '';
    const cut = endsRunning(figure) && isOfWholePeriods(label) ? 1 : 0;
    const column = columnName(place);
    return `${column}${firstRow + 1}:${column}${firstRow + drawn - cut}`;
  };
  const places = table.columns.flatMap(({label}, place) => (isSeries(label, shown) ? [place] : []));
  const values = places.flatMap((place) =>
    table.rows.slice(0, drawn).map((row) => numberOf(row[place] ?? null) ?? 0),
  );
  return {
    type: shown.type,
    axes: {
      // Bars are drawn from the bottom up: turned round, the first is on top and the values stay below.
      ...(shown.type === 'bar' ? {x: {reverse: true}} : {}),
      y: {
        scale: axisEnds(figure, shown, Math.max(0, ...values)),
        ...(shown.type === 'bar' ? {crosses: 'max' as const} : {}),
      },
    },
    title: figure.title,
    series: places.map((place) =>
      seriesOf(
        table.columns[place]?.label ?? '',
        {type: shown.type, figure},
        {
          values: rangeOf(place),
          categories: rangeOf(0),
        },
      ),
    ),
    legend: places.length > 1 ? 'bottom' : false,
    // Every bar has room for its name.
    anchor: {
      from: corner,
      to: {
        row: corner.row + Math.max(18, shown.type === 'bar' ? drawn + 10 : 0),
        col: corner.col + 9,
      },
    },
    altText: figure.ariaLabel,
  };
}

function seriesOf(
  label: string,
  {type, figure}: {type: SheetChart['type']; figure: FigureBlock},
  ranges: {values: string; categories: string},
): SheetChart['series'][number] {
  const [name, color] = [seriesName(label, figure), seriesColour(label)];
  if (type !== 'line') return {name, color, ...ranges};
  const isThin = isLimit(label);
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
