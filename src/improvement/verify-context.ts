import type {Frame} from '../metrics/frame.ts';
import type {Figure, Metric} from '../metrics/metric.ts';
import type {Session} from '../warehouse/database.ts';
import type {Windows} from './comparison-windows.ts';
import type {VerifiableAction, VerificationEvidence, VerifiedWeek} from './verification.ts';

/** What every way of comparing needs. */
export interface VerifyContext {
  session: Session;
  metric: Metric;
  action: VerifiableAction;
  frame: Frame;
  windows: Windows;
  direction: 'lower' | 'higher';
  /** The metric over each stretch as it stands in this build. */
  before: Figure | null;
  after: Figure | null;
  weeks: VerifiedWeek[];
}

/** What comparing found; the rest of the evidence is the same for all. */
export type Found = Omit<
  VerificationEvidence,
  'metric' | 'before' | 'after' | 'target' | 'weeks'
> & {
  /** What the target is held against. */
  reached: number | null;
  counts?: {before: number; after: number};
};

/** Nothing was compared. */
export function undecided(verdict: 'not yet' | 'cannot tell', reason: string): Found {
  return {
    ...{verdict, reason, method: [], standardised: null, effect: null, chance: null},
    ...{dispersion: 1, strata: [], moreNeeded: null, reached: null},
  };
}

/** A query of `dated_at` a row, over both stretches and the days between. */
export type CountedRows = () => Promise<{sql: string; params: Record<string, unknown>}>;
