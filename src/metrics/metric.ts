import type {Dimension} from './dimension.ts';

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
  /** Dimensions it can be sliced and filtered by, by id; those of the workspace's attributes last. */
  by: readonly string[];
  /** It can be cut by attributes: `attribute` stands in its `@by`. */
  takesAttributes: boolean;
  /** Dimensions in `by` that are attributes; empty until the catalogue is bound to a build. */
  attributes: readonly Dimension[];
  /** Columns it can't be computed without. */
  needs: readonly string[];
  /**
   * Its value is the Kaplan–Meier median of times of which some have not ended: the query selects
   * `hours`, `is_over` and perhaps `is_open` of each incident.
   */
  isSurvival: boolean;
  /** The setting after whose time a period's figure no longer moves; null where it never waits. */
  settles: Settling | null;
  /** A share of incidents, which has a Wilson interval; false for a share of hours. */
  hasInterval: boolean;
  /** The runnable query: one select of `value`, `n` and perhaps `population`, but for survival. */
  sql: string;
  /** Path inside the package or workspace, for messages and for the catalogue. */
  file: string;
}

/**
 * `hours` is how long something took, told in minutes, hours or days; `total hours` is a sum and stays
 * in hours. Money has its currency behind it where the workspace states one: `money EUR`.
 */
export type Unit = PlainUnit | `money ${string}`;
export const plainUnits = [
  'count',
  'share',
  'hours',
  'total hours',
  'days',
  'mean',
  'money',
] as const;
export type PlainUnit = (typeof plainUnits)[number];

/** Settings that say how long something is waited for. */
export const settlings = ['reopen_days', 'recurrence_days', 'premature_hours'] as const;
export type Settling = (typeof settlings)[number];

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
  /** It may still move though nothing else happens in the period: DECISIONS.md, 32. */
  isProvisional: boolean;
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
