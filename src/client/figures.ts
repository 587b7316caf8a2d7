import type {ChartContext, ChartData} from '../charts/chart.ts';
import {draw} from '../charts/draw.ts';
import {lightTheme} from '../charts/theme.ts';
import {walkByKeyboard} from './figure-keyboard.ts';

/** What a page leaves in `script.figure-data` beside the drawing it was sent with. */
interface FigureData extends Pick<ChartContext, 'unit' | 'target' | 'range' | 'ariaLabel'> {
  data: ChartData;
}

/**
 * Draws every figure inside `root` again at the width it really has, with tooltips, and once more
 * whenever that width changes.
 * @returns ends the watching
 */
export function drawFigures(root: ParentNode): () => void {
  const observer = new ResizeObserver((entries) => {
    for (const {target} of entries) if (target instanceof HTMLElement) redraw(target);
  });
  for (const place of root.querySelectorAll<HTMLElement>('[data-figure]')) observer.observe(place);
  return () => observer.disconnect();
}

/** The width each figure was last drawn at: resizing in height only is no reason to draw. */
const drawnWidths = new WeakMap<HTMLElement, number>();

function redraw(place: HTMLElement): void {
  const width = Math.floor(place.clientWidth);
  if (width < 40 || drawnWidths.get(place) === width) return;
  const figure = readFigure(place);
  if (!figure) return;
  const {data, ...context} = figure;
  const svg = draw(data, {...context, width, theme: lightTheme, interactive: true}, document);
  const drawing = document.createElement('div');
  drawing.className = 'drawn';
  drawing.append(svg);
  walkByKeyboard(drawing, svg, data);
  for (const old of place.querySelectorAll(
    ':scope > .on-desk, :scope > .on-phone, :scope > .drawn',
  )) {
    old.remove();
  }
  place.prepend(drawing);
  drawnWidths.set(place, width);
}

function readFigure(place: HTMLElement): FigureData | null {
  const text = place.querySelector('script.figure-data')?.textContent;
  return text ? (JSON.parse(text) as FigureData) : null;
}
