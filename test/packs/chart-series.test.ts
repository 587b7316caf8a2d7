import {describe, expect, test} from 'vitest';
import type {FigureBlock} from '../../src/pages/figure-block.ts';
import {blockSections, type Section} from '../../src/packs/data/block-sections.ts';
import {nativeCharts, type NativeChart} from '../../src/packs/data/native-chart.ts';
import {chartSeries, type Series} from '../../src/packs/slides/chart-series.ts';
import {chartStyle, scaleOf} from '../../src/packs/slides/chart-style.ts';
import {wholeBody} from '../../src/packs/slides/place.ts';
import {subtitleOf} from '../../src/packs/slides/slide-words.ts';
import {figure} from '../pages/sample-page.ts';

const shares = figure({
  native: {subtitle: 'SLA met, resolution, by priority', value: 'This week', before: 'Week 43'},
  data: {
    chart: 'bars',
    rows: [
      {label: 'P1', value: null, n: 1, before: 0.6, signal: 'none'},
      {label: 'P2', value: 0.87, n: 93, before: 0.94, signal: 'worse'},
    ],
  },
});

interface Drawn {
  section: Section;
  series: Series[];
  style: ReturnType<typeof chartStyle>;
}

function drawn(block: FigureBlock): Drawn {
  const section = blockSections(block, 'UTC')[0] as Section;
  const shown = nativeCharts[block.data.chart] as NativeChart;
  const scale = scaleOf(block, section.table);
  const series = chartSeries(section, shown, scale);
  return {
    section,
    series,
    style: chartStyle(series, {shown, place: wholeBody, figure: block, scale}),
  };
}

describe('a native chart of shares by part', () => {
  const {section, series, style} = drawn(shares);

  test('has an axis from zero to all, so that lengths can be compared', () => {
    expect(style).toMatchObject({valAxisMinVal: 0, valAxisMaxVal: 1});
  });

  test('names its series by their periods and its parts with their n', () => {
    expect(series.map(({name}) => name)).toEqual(['This week', 'Week 43']);
    expect(series[0]?.labels).toEqual(['P2 (n\u202f=\u202f93)', 'P1 (n\u202f=\u202f1)']);
  });

  test('says what it is of without marks that only the page draws', () => {
    expect(section.subtitle).toBe('SLA met, resolution, by priority');
  });
});

test('hours become days where the page prints days', () => {
  const days = [40, 96, 240].map((value, index) => ({
    ...{period: `2026-0${index + 1}`, day: `2026-0${index + 1}-01`, value, n: 9},
    ...{isComplete: true, signal: 'none' as const, range: null},
  }));
  const block = figure({
    unit: 'hours',
    data: {chart: 'trend', rows: days},
    range: null,
    target: null,
  });
  const {series, style} = drawn(block);
  expect(series[0]?.values.map((value) => Math.round(value * 100) / 100)).toEqual([1.67, 4, 10]);
  expect(style.valAxisLabelFormatCode).toContain('d"');
});

test('a line of shares near all ends at all, one far from it where its values do', () => {
  const {style} = drawn(figure());
  expect(style).toMatchObject({valAxisMaxVal: 1});
  expect(style.valAxisMinVal).toBeUndefined();
});

test('a series that is zero everywhere is not drawn', () => {
  const rows = [{band: '0–2 days', count: 7, breached: 0}];
  const block = figure({unit: 'count', data: {chart: 'ageing', rows}, range: null, target: null});
  expect(drawn(block).series.map(({name}) => name)).toEqual(['Open incidents']);
});

test('what a running period counts so far is no fall of its line', () => {
  const week = {opened: 200, reopened: 1, resolved: 190, cancelled: 0, backlog: 70};
  const rows = [
    {...week, period: '2026-W44', day: '2026-10-26', isComplete: true},
    {...week, opened: 8, resolved: 2, period: '2026-W45', day: '2026-11-02', isComplete: false},
  ];
  const block = figure({unit: 'count', data: {chart: 'flow', rows}, range: null, target: null});
  const values = drawn(block).series.map(({name, values}) => [name, ...values]);
  expect(values).toEqual([
    ['Opened', 200, null],
    ['Resolved', 190, null],
    ['Open at end', 70, 70],
  ]);
});

test('of many single events the last forty are drawn', () => {
  const rows = Array.from({length: 264}, (_, index) => ({
    ...{period: '2026-10-01', day: '2026-10-01', event: `INC${index}`, value: index, n: 1},
    ...{isComplete: true, signal: 'none' as const, range: null},
  }));
  const block = figure({unit: 'days', data: {chart: 'trend', rows}, range: null, target: null});
  const {series, section} = drawn(block);
  expect(series[0]?.values).toHaveLength(40);
  expect(series[0]?.values.at(-1)).toBe(263);
  expect(subtitleOf(section)).toContain('the last 40 are drawn');
});
