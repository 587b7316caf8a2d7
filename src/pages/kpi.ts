import type {BehaviourChart, JudgedPoint} from '../metrics/behaviour-chart.ts';
import type {Break} from '../metrics/dated-changes.ts';
import type {Figure, Filter, Metric} from '../metrics/metric.ts';
import type {MetricTarget} from '../metrics/targets.ts';

/** A metric with its history judged: what tables, sentences and decisions are made from. */
export interface Kpi {
  metric: Metric;
  /** The part of it that is meant, e.g. only P2; the page's filters are not repeated here. */
  part: readonly Filter[];
  /** Filters of the page and the part together, for links. */
  where: readonly Filter[];
  /** One figure a period, oldest first; the last is the page's period. */
  figures: readonly Figure[];
  current: Figure;
  /** Of the period it is set beside. */
  before: Figure | null;
  chart: BehaviourChart;
  /** Verdict on the page's period; null while it is still running. */
  point: JudgedPoint | null;
  target: MetricTarget | null;
  /** Dated changes within the history, where its range starts anew. */
  breaks: readonly Break[];
  /** Its counts have no usual range: the days between its events do. */
  isRare: boolean;
}
