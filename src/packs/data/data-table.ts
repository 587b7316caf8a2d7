import type {Unit} from '../../metrics/metric.ts';

/** A number with what it counts: `hours` in hours, `share` 0–1, `points` in percentage points. */
export interface Quantity {
  value: number;
  unit: Unit | 'points';
  /** As the page prints it, where it does: with the sign of a change, in the unit of its neighbours. */
  printed?: string;
}

/** What a clock and calendar in the workspace's zone show: a day (`2016-03-21`) or a time (`2016-03-21T09:12`). */
export interface WallTime {
  shown: string;
}

/** What a spreadsheet holds in a cell; null where there is nothing. */
export type Datum = string | Quantity | WallTime | null;

export interface DataColumn {
  label: string;
  align: 'left' | 'right';
  /** Whether it holds the second lines of the cells of the column before. */
  isNote?: true;
}

/** Data without any formatting: what sheets and native charts are made of. */
export interface DataTable {
  columns: DataColumn[];
  rows: Datum[][];
  /** Whether its rows are sentences, whose columns need no labels before people. */
  isProse?: true;
  /** Places of rows that are sums of others. */
  sums?: readonly number[];
}

export function quantity(
  value: number | null | undefined,
  unit: Quantity['unit'],
  printed?: string,
): Datum {
  if (value == null || !Number.isFinite(value)) return null;
  return {value, unit, ...(printed === undefined ? {} : {printed})};
}

/** The number of a datum; null where it is a text, a time or nothing. */
export function numberOf(datum: Datum): number | null {
  return typeof datum === 'object' && datum !== null && 'value' in datum ? datum.value : null;
}
