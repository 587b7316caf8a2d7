import type {Catalogue} from '../metrics/catalogue.ts';
import type {Frame} from '../metrics/frame.ts';
import type {Figure, Filter, Grain} from '../metrics/metric.ts';
import type {MetricTarget} from '../metrics/targets.ts';
import type {Session} from '../warehouse/database.ts';
import type {FoundFact} from './finding.ts';

/** What a detector looks at: one build, one complete period, one part of the incidents. */
export interface FindingContext {
  session: Session;
  catalogue: Catalogue;
  frame: Frame;
  targets: readonly MetricTarget[];
  /** `to` is the day after the last. */
  period: {id: string; from: string; to: string; grain: 'week' | 'month'};
  /** First day of the history that a usual range is made from. */
  historyFrom: string;
  where: readonly Filter[];
  /** Figures of `where` and more; null where the metric can't be cut that way. Asked once, kept. */
  measure(metric: string, part: FigurePart): Promise<Figure[] | null>;
}

export interface FigurePart {
  grain: Grain;
  from: string | null;
  to: string | null;
  by?: readonly string[];
  where?: readonly Filter[];
}

/** Finds facts of one kind. */
export type Detect = (context: FindingContext) => Promise<FoundFact[]>;
