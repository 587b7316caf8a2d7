import type {ResolvedTable} from '../../pages/resolved-table.ts';
import {nativeCharts} from '../data/native-chart.ts';
import {fitsIn} from '../shape/is-narrow.ts';
import {halfSize} from './draw-table.ts';
import {halves} from './place.ts';
import {isReadableIn, type Texts} from './table-layout.ts';

/** Whether a block can be read on half a slide: a native chart, and a table whose columns have room. */
export const fitsHalfSlide = fitsIn({
  holdsFigure: ({data}) => nativeCharts[data.chart] !== null,
  holdsTable: (table) => isReadableIn(textsOf(table), {width: halves[0].w, size: halfSize}),
});

/** Second lines get a column of their own on a slide; word-sized trends are left out. */
function textsOf({columns, rows}: ResolvedTable): Texts {
  const shown = columns.flatMap((_, place) =>
    rows.some((cells) => cells[place]?.spark) ? [] : [place],
  );
  const detailed = shown.filter((place) => place === 0 && rows.some((cells) => cells[0]?.detail));
  return {
    labels: [...detailed.map(() => ''), ...shown.map((place) => columns[place]?.label ?? '')],
    rows: rows.map((cells) => [
      ...detailed.map((place) => cells[place]?.detail ?? ''),
      ...shown.map((place) => cells[place]?.text ?? ''),
    ]),
  };
}
