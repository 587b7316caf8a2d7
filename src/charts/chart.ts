import type {PlotOptions} from '@observablehq/plot';
import type {Unit} from '../metrics/metric.ts';
import type {Theme} from './theme.ts';

/** What a chart may know besides its rows. No clock, DOM or network; words and numbers are in the language that holds. */
export interface ChartContext {
  /** CSS pixels the chart is drawn at. */
  width: number;
  theme: Theme;
  unit: Unit;
  /** Tooltips; only true in a browser. */
  interactive: boolean;
  /** Dotted line and its label, e.g. `Target 90 %`. */
  target?: {value: number; label: string} | null;
  /** The pale band: the usual range. */
  range?: {lower: number; centre: number; upper: number} | null;
  /** Median in hours, marked on a distribution; estimated from the bins when not given. */
  median?: number | null;
  /** Hours of the day to name above a heat map, e.g. shift handovers. */
  hourMarks?: readonly HourMark[];
  /** What happened, named above the weeks it happened in. */
  weekMarks?: readonly WeekMark[];
  /** Dated changes, where a trend's usual range starts anew. */
  changeMarks?: readonly ChangeMark[];
  /** Averages drawn across the weeks they are of. */
  weekMeans?: readonly WeekMean[];
  ariaLabel: string;
}

export interface HourMark {
  hour: number;
  label: string;
}

export type Chart<Row> = (rows: readonly Row[], context: ChartContext) => PlotOptions;

/** A point of a series; days are `YYYY-MM-DD` (first day of the period). */
export interface TrendRow {
  day: string;
  period: string;
  value: number | null;
  n: number;
  signal: 'better' | 'worse' | 'common' | 'too few' | 'none';
  /** Incomplete periods are drawn hollow. */
  isComplete: boolean;
  /** Its own usual range, where it differs from point to point or between dated changes. */
  range?: {lower: number; centre: number; upper: number} | null;
  /** What it is, where it is a single event or the time since the last one instead of a period: no n is told. */
  event?: string;
}
/** A dated change, at the first period that it holds for. */
export interface ChangeMark {
  day: string;
  label: string;
}
export interface BarRow {
  label: string;
  value: number | null;
  n: number;
  /** Value of the period before, drawn as a hollow dot. */
  before?: number | null;
  low?: number | null;
  high?: number | null;
  signal?: 'better' | 'worse' | 'common' | 'too few' | 'none';
}
/** A bin of a log-scaled distribution of durations. */
export interface DistributionRow {
  fromHours: number;
  toHours: number;
  count: number;
}
export interface HeatRow {
  /** 1 Monday – 7 Sunday */
  weekday: number;
  hour: number;
  value: number;
}
export interface FlowRow {
  day: string;
  period: string;
  opened: number;
  reopened: number;
  resolved: number;
  cancelled: number;
  backlog: number;
  isComplete: boolean;
}
/** Open incidents by age band, in order, with the part already past its target. */
export interface AgeingRow {
  band: string;
  count: number;
  breached: number;
}

/** Incidents of one week; `day` is its Monday. */
export interface WeekRow {
  day: string;
  period: string;
  count: number;
  hours: number;
  isComplete: boolean;
}
/** Something that happened, named where it happened. */
export interface WeekMark {
  /** `YYYY-MM-DD`. */
  day: string;
  label: string;
  /** A person's decision is drawn in the accent. */
  isDecision: boolean;
}
/** An average over some of the weeks: `from` the Monday of the first, `to` that of the last. */
export interface WeekMean {
  from: string;
  to: string;
  value: number;
  /** What stands under the value: `last 8 weeks`. */
  label: string;
}
/** What is usual over some of the weeks, from the day `from` to the day `to`. */
export interface UsualStretch {
  from: string;
  to: string;
  lower: number;
  centre: number;
  upper: number;
  /** What stands under the average: `before`, `since`. */
  label: string;
}
/** How many there had been of a day by each of its hours; `isToday` of the one that is meant. */
export interface DayRow {
  day: string;
  /** 0–24. */
  hour: number;
  count: number;
  isToday: boolean;
}
/** A cost and what it makes with all that cost more, 0–1. */
export interface ParetoRow {
  label: string;
  value: number;
  runningShare: number;
}

/** Every chart by name, with the rows it takes: what a page's figure carries. */
export type ChartData =
  | {chart: 'trend'; rows: TrendRow[]; changes?: ChangeMark[]}
  | {chart: 'sparkline'; rows: TrendRow[]}
  | {chart: 'bars'; rows: BarRow[]}
  | {chart: 'distribution'; rows: DistributionRow[]; median?: number | null}
  | {chart: 'heatmap'; rows: HeatRow[]; hourMarks?: HourMark[]}
  | {chart: 'flow'; rows: FlowRow[]}
  | {chart: 'ageing'; rows: AgeingRow[]}
  | {chart: 'weeks'; rows: WeekRow[]; marks?: WeekMark[]; means?: WeekMean[]}
  | {chart: 'stretches'; rows: TrendRow[]; stretches: UsualStretch[]; marks: WeekMark[]}
  | {chart: 'pareto'; rows: ParetoRow[]}
  | {chart: 'day curve'; rows: DayRow[]};
