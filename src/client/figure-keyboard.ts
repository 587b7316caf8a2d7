import type {ChartData} from '../charts/chart.ts';

interface Point {
  x: number;
  y: number;
}

const withTooltips = new Set<ChartData['chart']>(['trend', 'flow', 'distribution', 'heatmap']);

/**
 * Makes a drawing a stop of the Tab key and lets the arrow keys walk from mark to mark: each step shows
 * the tooltip that a pointer would, and says it to a screen reader.
 */
export function walkByKeyboard(drawing: HTMLElement, svg: SVGSVGElement, data: ChartData): void {
  // A chart that writes every value beside its mark has no tooltips to walk through.
  if (!withTooltips.has(data.chart)) return;
  const said = document.createElement('p');
  said.className = 'hidden';
  said.setAttribute('aria-live', 'polite');
  drawing.append(said);
  svg.setAttribute('tabindex', '0');
  let at = -1;

  function step(direction: 1 | -1): void {
    const points = pointsOf(svg, data);
    const before = tipText(svg);
    // Several marks may stand for one row: go on until the tooltip tells something else.
    for (let next = at + direction; next >= 0 && next < points.length; next += direction) {
      at = next;
      point(svg, points[next]);
      if (tipText(svg) !== before) break;
    }
    said.textContent = tipText(svg);
  }

  svg.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowRight' || event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Escape') leave(svg);
    else return;
    event.preventDefault();
  });
  svg.addEventListener('blur', () => {
    at = -1;
    leave(svg);
  });
}

/** Where a pointer would be to show each row's tooltip, in the order rows are read. */
function pointsOf(svg: SVGSVGElement, data: ChartData): Point[] {
  return data.chart === 'trend' || data.chart === 'flow'
    ? daysOf(svg, data.rows)
    : marksOf(svg, data.chart);
}

interface Scaled {
  scale?(name: 'x'): {apply(value: Date): number} | undefined;
}

/** A line has one mark for all its rows, so their days say where they are. */
function daysOf(svg: SVGSVGElement & Scaled, rows: readonly {day: string}[]): Point[] {
  const x = svg.scale?.('x');
  if (!x) return [];
  const {left, top, width, height} = svg.getBoundingClientRect();
  const zoom = width / svg.viewBox.baseVal.width;
  return rows.map(({day}) => ({
    x: left + x.apply(new Date(`${day}T00:00:00Z`)) * zoom,
    y: top + height / 2,
  }));
}

/** Centres of the marks that stand for a row. */
function marksOf(svg: SVGSVGElement, chart: ChartData['chart']): Point[] {
  const shapes = [...svg.querySelectorAll<SVGGraphicsElement>('circle, rect, path')];
  const points = shapes.filter(isRowMark).map((shape) => {
    const {left, top, width, height} = shape.getBoundingClientRect();
    return {x: left + width / 2, y: top + height / 2};
  });
  const isDownwards = chart === 'heatmap';
  return points.sort((a, b) => (isDownwards ? a.y - b.y || a.x - b.x : a.x - b.x || a.y - b.y));
}

/** Plot leaves a row's index on its mark; lines and areas carry a list of them. */
function isRowMark(shape: SVGGraphicsElement): boolean {
  return typeof (shape as SVGGraphicsElement & {__data__?: unknown}).__data__ === 'number';
}

function point(svg: SVGSVGElement, at: Point | undefined): void {
  if (!at) return;
  const options = {clientX: at.x, clientY: at.y, bubbles: true, pointerType: 'mouse'};
  svg.dispatchEvent(new PointerEvent('pointerenter', options));
  svg.dispatchEvent(new PointerEvent('pointermove', options));
}

function leave(svg: SVGSVGElement): void {
  svg.dispatchEvent(new PointerEvent('pointerleave', {pointerType: 'mouse'}));
}

/** Plot draws a tooltip last, as a text of several lines beside its box. */
function tipText(svg: SVGSVGElement): string {
  const lines = svg.querySelectorAll('[aria-label="tip"] tspan');
  return [...lines].map((line) => line.textContent.replaceAll('\u200b', '').trim()).join(', ');
}
