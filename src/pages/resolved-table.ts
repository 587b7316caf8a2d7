import type {ChartData} from '../charts/chart.ts';
import type {Signal} from '../metrics/behaviour-chart.ts';

export interface Column {
  label: string;
  align: 'left' | 'right';
  /** Dropped first on a phone. */
  isDetail?: boolean;
  /** Sorts the list by this column, where the server does the sorting. */
  sortHref?: string;
  sorted?: 'ascending' | 'descending';
}

export interface Cell {
  text: string;
  href?: string;
  signal?: Signal;
  /** Raw number, for sorting in the browser. */
  value?: number | null;
  /** A second, muted line. */
  detail?: string;
  /** The same on a phone only, for what a dropped column would say. */
  phoneDetail?: string;
  /** A bar of this length, 0–1, is drawn beside the text. */
  share?: number;
  /** A bar from the middle, −1 to 1: to the left what takes off, to the right what adds. */
  shift?: {size: number; signal: Signal};
  /** `open` asks for a decision, `strong` deserves a second look, `quiet` steps back. */
  tone?: 'open' | 'strong' | 'quiet';
  /** A word-sized trend instead of a text; `text` says it in words. */
  spark?: Extract<ChartData, {chart: 'sparkline'}>['rows'];
}

export interface ResolvedTable {
  columns: Column[];
  rows: Cell[][];
  /** A last row set apart (totals). */
  footer?: Cell[];
  /** Places of rows that are sums: makes it an account, whose order says how they come about. */
  sums?: readonly number[];
  /** Of rows that are walked and decided by keyboard: which still ask for a decision. */
  undecided?: readonly boolean[];
}
