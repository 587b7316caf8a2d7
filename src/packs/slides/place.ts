import {body, contentWidth, slideSize} from './slide-deck.ts';

/** Where on a slide something stands, in inches. */
export interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
}

const gap = {x: 0.5, y: 0.25};

/** All there is below the title and above the foot. */
export const wholeBody: Place = {
  ...{x: slideSize.margin, y: body.top, w: contentWidth, h: body.bottom - body.top},
};

/** Side by side. */
export const halves: readonly [Place, Place] = [part(0, 0, 1), part(1, 0, 1)];

/** Two over two, in the order they are read. */
export const quarters: readonly Place[] = [
  ...[part(0, 0, 2), part(1, 0, 2)],
  ...[part(0, 1, 2), part(1, 1, 2)],
];

function part(column: number, row: number, rows: number): Place {
  const w = (contentWidth - gap.x) / 2;
  const all = body.bottom - body.top;
  const h = (all - gap.y * (rows - 1)) / rows;
  return {x: slideSize.margin + column * (w + gap.x), y: body.top + row * (h + gap.y), w, h};
}
