import type {ChartData} from '../../charts/chart.ts';
import {lightTheme} from '../../charts/theme.ts';
import type {FigureBlock} from '../../pages/figure-block.ts';
import {t, translated} from '../../wording/t.ts';

/** How a figure is drawn by a program that has charts of its own. */
export interface NativeChart {
  type: 'line' | 'bar' | 'column';
  /** By their columns' English labels in the figure's data. */
  series: readonly string[];
}

const limits = ['Usual, low', 'Usual, centre', 'Usual, high', 'Target'];

/** Null where a table says it better. */
export const nativeCharts: Record<ChartData['chart'], NativeChart | null> = {
  trend: {type: 'line', series: ['Value', ...limits]},
  stretches: {type: 'line', series: ['Value', ...limits]},
  sparkline: {type: 'line', series: ['Value', ...limits]},
  bars: {type: 'bar', series: ['Value', 'Period before']},
  distribution: {type: 'column', series: ['Incidents']},
  flow: {type: 'line', series: ['Opened', 'Resolved', 'Open at end']},
  ageing: {type: 'column', series: ['Open incidents', 'Of these past target']},
  weeks: {type: 'column', series: ['Incidents']},
  pareto: {type: 'bar', series: ['Hours, counted once']},
  heatmap: null,
  'day curve': null,
};

/** Whether a column, its label in the language that holds, is drawn. */
export function isSeries(label: string, {series}: NativeChart): boolean {
  return series.some((name) => translated(name) === label);
}

/** A limit or target: a thin line without points. */
export function isLimit(label: string): boolean {
  return limits.some((name) => translated(name) === label);
}

/** What a series is called beside its chart: periods by their names, where the figure knows them. */
export function seriesName(label: string, figure: FigureBlock | null): string {
  const native = figure?.native;
  if (!native) return label;
  if (label === t`Value`) return native.value;
  return label === t`Period before` ? native.before : label;
}

/** Whether a series counts what happened in a period, so that a running one would look like a fall. */
export function isOfWholePeriods(label: string): boolean {
  return label === t`Opened` || label === t`Resolved`;
}

/** Whether a figure's last period still lasts. */
export function endsRunning({data}: FigureBlock): boolean {
  return data.chart === 'flow' && data.rows.at(-1)?.isComplete === false;
}

const colours: Record<string, string> = {
  'Usual, low': lightTheme.common,
  'Usual, centre': lightTheme.common,
  'Usual, high': lightTheme.common,
  Target: lightTheme.accent,
  'Period before': lightTheme.rule,
  Resolved: lightTheme.better,
  'Open at end': lightTheme.common,
  'Of these past target': lightTheme.worse,
};

/** The same in sheets and on slides; without `#`. */
export function seriesColour(label: string): string {
  const [, colour = lightTheme.ink] =
    Object.entries(colours).find(([name]) => translated(name) === label) ?? [];
  return colour.slice(1);
}
