import type {Unit} from '../../metrics/metric.ts';

/** A number with what it counts: `hours` in hours, `share` 0–1. */
export interface Quantity {
  value: number;
  unit: Unit;
}

/** What a clock and calendar in the workspace's zone show: a day (`2016-03-21`) or a time (`2016-03-21T09:12`). */
export interface WallTime {
  shown: string;
}

/** What a spreadsheet holds in a cell; null where there is nothing. */
export type Datum = string | Quantity | WallTime | null;

/** Data without any formatting: what sheets and native charts are made of. */
export interface DataTable {
  columns: {label: string; align: 'left' | 'right'}[];
  rows: Datum[][];
  /** Places of rows that are sums of others. */
  sums?: readonly number[];
}

export function quantity(value: number | null | undefined, unit: Unit): Datum {
  return value == null || !Number.isFinite(value) ? null : {value, unit};
}
