import * as Plot from '@observablehq/plot';
import {ageing} from './ageing.ts';
import {bars} from './bars.ts';
import type {ChartContext, ChartData} from './chart.ts';
import {dayCurve} from './day-curve.ts';
import {distribution} from './distribution.ts';
import {flow} from './flow.ts';
import {heatmap} from './heatmap.ts';
import {pareto} from './pareto.ts';
import {sparkline} from './sparkline.ts';
import {stretches} from './stretches.ts';
import {svgDocument} from './svg-document.ts';
import {lightTheme} from './theme.ts';
import {trend} from './trend.ts';
import {weeks} from './weeks.ts';

/** What a drawing needs to be told; the rest has defaults (light theme, 640 pixels, no tooltips). */
export type DrawContext = Partial<ChartContext> & Pick<ChartContext, 'unit' | 'ariaLabel'>;

/**
 * Draws a chart with the document given: the browser's own, or `svgDocument()` elsewhere.
 * The element carries presentation attributes only: no style element, no inline style, no ids.
 */
export function draw(data: ChartData, context: DrawContext, document: Document): SVGSVGElement {
  const whole: ChartContext = {width: 640, theme: lightTheme, interactive: false, ...context};
  const options = {...plotOptions(data, whole), width: whole.width, document};
  const svg = Plot.plot({...options, className: 'chart', figure: false} as Plot.PlotOptions);
  return tidy(svg as unknown as SVGSVGElement, whole);
}

/** Draws a chart as text: a standalone SVG that also fits inside an HTML page. */
export function drawSvg(data: ChartData, context: DrawContext): string {
  return draw(data, context, svgDocument()).outerHTML;
}

function plotOptions(data: ChartData, context: ChartContext): Plot.PlotOptions {
  switch (data.chart) {
    case 'trend':
      return trend(data.rows, {...context, changeMarks: data.changes});
    case 'sparkline':
      return sparkline(data.rows, context);
    case 'bars':
      return bars(data.rows, context);
    case 'distribution':
      return distribution(data.rows, {...context, median: data.median ?? context.median});
    case 'heatmap':
      return heatmap(data.rows, {...context, hourMarks: data.hourMarks ?? context.hourMarks});
    case 'flow':
      return flow(data.rows, context);
    case 'ageing':
      return ageing(data.rows, context);
    case 'weeks':
      return weeks(data.rows, {...context, weekMarks: data.marks, weekMeans: data.means});
    case 'stretches': {
      const {stretches: ranges, marks} = data;
      return stretches(data.rows, {...context, stretches: ranges, marks});
    }
    case 'pareto':
      return pareto(data.rows, context);
    case 'day curve':
      return dayCurve(data.rows, context);
  }
}

function tidy(svg: SVGSVGElement, {theme, ariaLabel}: ChartContext): SVGSVGElement {
  for (const child of [...svg.children]) if (child.tagName === 'style') svg.removeChild(child);
  svg.removeAttribute('style');
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', ariaLabel);
  svg.setAttribute('fill', theme.text);
  svg.setAttribute('font-family', theme.font);
  svg.setAttribute('font-size', '11');
  for (const child of svg.children) tidyInside(child);
  return svg;
}

function tidyInside(element: Element): void {
  // The whole is one image with one label; Plot's names for its parts ("dot") say nothing more.
  element.removeAttribute('aria-label');
  element.removeAttribute('aria-hidden');
  for (const name of element.getAttributeNames()) {
    const value = element.getAttribute(name) ?? '';
    const rounded = value.replace(/-?\d+\.\d{2,}(e-?\d+)?/g, roundNumber);
    if (rounded !== value) element.setAttribute(name, rounded);
  }
  for (const child of element.children) tidyInside(child);
}

/** A hundredth of a pixel can't be seen; engines differ in the digits beyond. */
function roundNumber(text: string): string {
  return String(Number(Number(text).toFixed(2)) || 0);
}
