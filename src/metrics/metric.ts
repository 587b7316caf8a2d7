/** How a figure is counted, as the header of its SQL file states it. */
export interface Metric {
  /** The file's name: `mttr` for `sql/metrics/mttr.sql`. */
  id: string;
  label: string;
  /** What people read: sentences, plain words. */
  definition: string;
  unit: Unit;
  /** Which direction is an improvement; null where neither is. */
  better: 'lower' | 'higher' | null;
  /** The instant that puts an incident in a period, e.g. `resolved_at`; `day` for snapshots. */
  at: string;
  /** A snapshot is taken on the last day of each period instead of added up over it. */
  isSnapshot: boolean;
  /** Dimensions it can be sliced and filtered by. */
  by: readonly string[];
  /** Columns it can't be computed without. */
  needs: readonly string[];
  /** The runnable query: one select of `value`, `n` and perhaps `population`. */
  sql: string;
  /** Path inside the package or workspace, for messages and for the catalogue. */
  file: string;
}

export type Unit = 'count' | 'share' | 'hours' | 'days' | 'mean' | 'money';

export const grains = ['day', 'week', 'month', 'quarter', 'year', 'total'] as const;
export type Grain = (typeof grains)[number];

export interface Filter {
  dimension: string;
  /** Any of these; the empty string stands for "not filled". */
  values: readonly string[];
}

/** What to slice a metric by. Days are local days of the workspace's zone. */
export interface Selection {
  grain: Grain;
  by: readonly string[];
  where: readonly Filter[];
  /** First day, inclusive; null for the start of the data. */
  from: string | null;
  /** Last day, exclusive; null for the end of the data. */
  to: string | null;
}

/** One number with everything it needs to be believed. */
export interface Figure {
  metric: string;
  unit: Unit;
  /** `2016-03-07`, `2016-W10`, `2016-03`, `2016-Q1`, `2016` or `total`. */
  period: string;
  /** First day of the period and the day after its last. */
  from: string;
  to: string;
  /** False while the period lasts, by the data's own clock. */
  isComplete: boolean;
  /** Value of each dimension asked for; null where the records have none. */
  dimensions: Record<string, string | null>;
  /** Null when there is nothing to compute it from. */
  value: number | null;
  n: number;
  /** Share of the population that had the fields the metric needs, 0–1. */
  coverage: number | null;
  /** 95 % interval: Wilson for shares; null for what has none. */
  low: number | null;
  high: number | null;
  /** Why there is no value, in words; null when there is one. */
  note: string | null;
}
