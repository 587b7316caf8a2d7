import type {Filter} from '../metrics/metric.ts';

export const detectors = [
  'special cause',
  'why it moved',
  'anomaly',
  'read together',
  'handover',
  'escalation',
  'premature closure',
  'on-hold parking',
  'ageing',
  'breach holder',
  'volume without problems',
  'logging quality',
] as const;
export type Detector = (typeof detectors)[number];

/** The incidents a number counts: what a page makes a link of. */
export interface RowsOf {
  metric: string;
  /** `2016-W12`, `2016-03`, `2016-01-04..2016-03-27`; null for all of it. */
  period: string | null;
  where: readonly Filter[];
}

/** A piece of a sentence; with `rows`, one whose incidents can be listed. */
export interface Piece {
  text: string;
  rows?: RowsOf;
  /** Says nothing where there are no links: a pack leaves it out. */
  isOnlyLink?: true;
}

/** An action that a finding suggests, filled in as far as facts go. */
export interface ActionProposal {
  title: string;
  metric: string;
  where: readonly Filter[];
  /** Whole periods that the action is compared with: local days, half-open. */
  baseline: {from: string; to: string; value: number};
  target: number;
}

/** A computed fact worth a sentence. */
export interface Finding {
  /** The same from period to period: `special cause|sla_resolution|priority=P2`. */
  key: string;
  detector: Detector;
  /** Where it was found. */
  period: string;
  metric: string;
  where: readonly Filter[];
  /** What is the case: a clause with its size, without a full stop. */
  title: string;
  /** Where, how large, since when, of how many, with the evidence. */
  text: readonly Piece[];
  /** First local day of what is told. */
  since: string;
  n: number;
  /** In the metric's unit. */
  value: number;
  /** What it is compared with: the usual, the rest, the period before. */
  reference: number;
  /** What it cost in the period, as far as that can be said: the order findings come in. */
  consequence: {hours: number | null; breaches: number | null; users: number | null};
  /** What to decide about it. */
  suggestion: string;
  proposal: ActionProposal | null;
  /** Against the same detectors a period ago: told then too, as large as now, or not. */
  news: 'new' | 'changed' | 'known';
  /** Its value a period ago; absent where it was not told then. */
  before?: number;
}

/** What a detector tells; whether it is news is found out once, for all of them. */
export type FoundFact = Omit<Finding, 'news' | 'before'>;
