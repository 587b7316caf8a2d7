import type {ChartContext, ChartData} from '../charts/chart.ts';
import type {Assurance, Signal} from '../metrics/behaviour-chart.ts';
import type {Unit} from '../metrics/metric.ts';
import type {Download} from './table-block.ts';

export interface KpiRow {
  metric: string;
  label: string;
  /** The incidents behind the number. */
  href: string;
  /** Where the metric is defined. */
  definitionHref: string;
  value: number | null;
  /** `93.1 %`, `too few (n = 7)`, `not computable (responded_at filled on 12 %)`. */
  valueText: string;
  /** `provisional` where the figure may still move; else empty. */
  detailText: string;
  intervalText: string;
  n: number;
  /** Of the period it is set beside. */
  beforeText: string;
  targetText: string;
  signal: Signal;
  /** `usual variation`, `worse than usual`, `too few to say`. */
  signalText: string;
  assurance: Assurance;
  /** `meets it reliably`, `meets it sometimes`, `will not meet it`. */
  assuranceText: string;
  unit: Unit;
  spark: Extract<ChartData, {chart: 'sparkline'}>['rows'];
  range: ChartContext['range'];
}

export interface KpiBlock {
  kind: 'kpis';
  id: string;
  title: string;
  /** `This week`. */
  valueHeading: string;
  /** `Week 43`. */
  beforeHeading: string;
  /** `26 weeks`. */
  sparkHeading: string;
  rows: KpiRow[];
  note: string;
  downloads: Download[];
}
