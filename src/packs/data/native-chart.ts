import type {ChartData} from '../../charts/chart.ts';
import {lightTheme} from '../../charts/theme.ts';

/** How a figure is drawn by a program that has charts of its own. */
export interface NativeChart {
  type: 'line' | 'bar' | 'column';
  /** By their columns' labels in the figure's data. */
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

/** A limit or target: a thin line without points. */
export function isLimit(name: string): boolean {
  return limits.includes(name);
}

/** The same in sheets and on slides; without `#`. */
export function seriesColour(name: string): string {
  const colours: Record<string, string> = {
    Target: lightTheme.accent,
    'Period before': lightTheme.rule,
    Resolved: lightTheme.better,
    'Open at end': lightTheme.common,
    'Of these past target': lightTheme.worse,
  };
  const colour = name.startsWith('Usual') ? lightTheme.common : (colours[name] ?? lightTheme.ink);
  return colour.slice(1);
}
