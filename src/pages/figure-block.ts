import type {ChartContext, ChartData} from '../charts/chart.ts';
import type {Unit} from '../metrics/metric.ts';
import type {Fact} from './fact.ts';
import type {ResolvedTable} from './resolved-table.ts';
import type {Download} from './table-block.ts';

export interface FigureBlock {
  kind: 'figure';
  id: string;
  /** A sentence when there is something to say. */
  title: string;
  /** The measure, its segment and how it is cut. */
  subtitle: string;
  /** The same for programs with charts of their own, whose series have names and no marks. */
  native?: {subtitle: string; value: string; before: string};
  /** What the figure is for, as the page's definition says. */
  question?: string;
  data: ChartData;
  unit: Unit;
  target: ChartContext['target'];
  range: ChartContext['range'];
  ariaLabel: string;
  /** What is left out, n, method; runs of text with links. */
  note: Fact[];
  /** The numbers behind it. */
  table: ResolvedTable;
  /** Metric ids, for the definitions on demand. */
  definitions: {id: string; label: string; definition: string}[];
  downloads: Download[];
}
