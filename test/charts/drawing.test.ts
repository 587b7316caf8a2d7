import {expect, test} from 'vitest';
import type {ChartData} from '../../src/charts/chart.ts';
import {draw, drawSvg} from '../../src/charts/draw.ts';
import {svgDocument} from '../../src/charts/svg-document.ts';
import {darkTheme, lightTheme} from '../../src/charts/theme.ts';
import {allCases} from './cases/all-cases.ts';
import type {ChartCase} from './cases/chart-case.ts';
import {type TextBox, textBoxes} from './text-boxes.ts';

const widths = [320, 358, 640, 1180];

function eachWidth({data, context}: ChartCase) {
  // A sparkline is a word: it's as wide as its column.
  const wanted = data.chart === 'sparkline' ? [92, 168] : widths;
  return wanted.map((width) => ({width, svg: draw(data, {...context, width}, svgDocument())}));
}

function overlap(a: TextBox, b: TextBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

test.each(allCases)('no label of %s is cut off or overlaps another, at any width', (_, each) => {
  const {data} = each;
  for (const {width, svg} of eachWidth(each)) {
    const boxes = textBoxes(svg);
    if (data.chart !== 'sparkline') expect(boxes).not.toEqual([]);
    const height = Number(svg.getAttribute('height'));
    const outside = boxes.filter(
      ({left, right, top, bottom}) =>
        left < -0.5 || right > width + 0.5 || top < -0.5 || bottom > height + 0.5,
    );
    expect(outside, `outside at ${width}`).toEqual([]);
    const pairs = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => overlap(a, b))
        .map((b) => `${a.text} / ${b.text}`),
    );
    expect(pairs, `overlapping at ${width}`).toEqual([]);
  }
});

test.each(allCases)('%s has only finite numbers, at any width', (_, each) => {
  for (const {svg} of eachWidth(each)) expect(svg.outerHTML).not.toMatch(/NaN|Infinity|undefined/);
});

test.each(allCases)('%s stands under a strict policy and outside a page', (_, {data, context}) => {
  const svg = drawSvg(data, context);
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg" role="img" aria-label=/);
  expect(svg).not.toMatch(/<style|\sstyle=|currentColor|var\(|\sid=|plot-|<script|url\(/);
});

test('a drawing uses no colour beyond its theme', () => {
  for (const theme of [lightTheme, darkTheme]) {
    const known = new Set([...Object.values(theme).flat(), 'none']);
    const used = allCases.flatMap(([, {data, context}]) =>
      [...drawSvg(data, {...context, theme}).matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(
        (match) => match[1],
      ),
    );
    expect([...new Set(used)].filter((colour) => !known.has(colour ?? ''))).toEqual([]);
  }
});

test('better and worse differ in shape, not only in colour', () => {
  const rows = (['better', 'worse'] as const).map((signal, index) => ({
    day: `2026-05-0${4 + index}`,
    period: 'a day',
    value: 3,
    n: 40,
    signal,
    isComplete: true,
  }));
  const data: ChartData = {chart: 'trend', rows};
  const svg = drawSvg(data, {unit: 'mean', ariaLabel: 'Shapes'});
  const shapes = [...svg.matchAll(/<path transform="[^"]*" d="M0,(-?)/g)].map((match) => match[1]);
  expect(shapes.slice(-2).sort()).toEqual(['', '-']);
});

test('texts from the data are escaped', () => {
  const label = '<script>alert("1")</script> & more';
  const data: ChartData = {chart: 'bars', rows: [{label, value: 3, n: 3}]};
  const svg = drawSvg(data, {unit: 'count', ariaLabel: label, width: 900});
  expect(svg).not.toContain('<script');
  expect(svg).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; more');
});
