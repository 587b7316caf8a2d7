import type {EffectVerdict} from './effect-verdict.ts';

/** Days that were compared, half-open; of whole weeks where there was at least one. */
export interface Stretch {
  from: string;
  to: string;
  /** Incidents (of a count: what was counted). */
  n: number;
  /** The metric itself over these days. */
  value: number | null;
}

/** The comparison within one priority. */
export interface StratumEvidence {
  stratum: string;
  nBefore: number;
  nAfter: number;
  /** A share, a geometric mean or a mean, as the method says. */
  before: number;
  after: number;
}

/** A week of the chart. */
export interface VerifiedWeek {
  day: string;
  period: string;
  value: number | null;
  n: number;
}

/** How the effect is told: `difference` in the metric's unit, `ratio` after over before. */
export interface MeasuredEffect {
  kind: 'difference' | 'ratio';
  estimate: number;
  /** Ends of the 95 % interval. */
  low: number;
  high: number | null;
}

/** What was compared, how, and what came of it: the evidence of a stored verdict. */
export interface VerificationEvidence {
  verdict: EffectVerdict;
  /** Why, in a sentence or two. */
  reason: string;
  /** How it was compared, and what was done so that like is compared with like. */
  method: string[];
  metric: string;
  before: Stretch;
  after: Stretch;
  /** The metric after, had the priorities been mixed as before; null where that makes no difference or sense. */
  standardised: number | null;
  effect: MeasuredEffect | null;
  /** The chance of a difference this good, or better, were there none. */
  chance: number | null;
  /** How many times more the weeks vary than chance explains. */
  dispersion: number;
  strata: StratumEvidence[];
  target: {value: number; isReached: boolean | null};
  /** Incidents still needed for a verdict; null where none helps or none is needed. */
  moreNeeded: number | null;
  weeks: VerifiedWeek[];
}

/** The part of an action that a verification looks at. */
export interface VerifiableAction {
  metric: string;
  where: readonly {dimension: string; values: readonly string[]}[];
  candidateNo: number | null;
  baselineFrom: string;
  baselineTo: string;
  baselineValue: number;
  targetValue: number;
  effectOn: string;
}
