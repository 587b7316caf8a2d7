import type {DecisionBlock, WriteBlock} from './decision-block.ts';
import type {DefinitionBlock} from './definition-block.ts';
import type {ExamplesBlock} from './examples-block.ts';
import type {FactsBlock} from './facts-block.ts';
import type {FigureBlock} from './figure-block.ts';
import type {FindingsBlock} from './findings-block.ts';
import type {FormBlock} from './form-block.ts';
import type {HeadlineBlock} from './headline-block.ts';
import type {KpiBlock} from './kpi-block.ts';
import type {LinksBlock} from './links-block.ts';
import type {ListBlock} from './list-block.ts';
import type {ListControlsBlock} from './list-controls-block.ts';
import type {Freshness, ResolvedFilter} from './page-state.ts';
import type {PostsBlock} from './posts-block.ts';
import type {Choice, TableBlock} from './table-block.ts';
import type {TapeBlock} from './tape-block.ts';
import type {ValuesBlock} from './values-block.ts';
import type {WordingsBlock} from './wordings-block.ts';

/**
 * A page with every number looked up: plain JSON. The server renders it, a pack freezes it.
 * All texts are final (in one language, formatted, periods and units spelled out); `value`s stay raw.
 */
export interface ResolvedPage {
  id: string;
  path: string;
  title: string;
  /** The question the page answers. */
  question: string;
  /** Null on pages that have no period (catalogue, incident). */
  period: ResolvedPeriod | null;
  filters: ResolvedFilter[];
  /** What the period can be set beside, as links; absent where there is only the period before. */
  against?: Choice['options'];
  /** Other parts of the address that a change of filter keeps, e.g. the metric of an incident list. */
  state?: Record<string, string>;
  freshness: Freshness;
  /** A browser fetches it again as new data comes. */
  followsData?: boolean;
  blocks: Block[];
}

export interface ResolvedPeriod {
  grain: 'week' | 'month';
  /** `2016-W12` or `2016-03`. */
  id: string;
  /** `Week 12`, `March 2016`. */
  label: string;
  /** `21 – 27 Mar 2016`. */
  range: string;
  from: string;
  to: string;
  isComplete: boolean;
  previous: string | null;
  next: string | null;
}

export type Block =
  | HeadlineBlock
  | KpiBlock
  | FigureBlock
  | TableBlock
  | ListBlock
  | FindingsBlock
  | FactsBlock
  | TapeBlock
  | LinksBlock
  | DefinitionBlock
  | FormBlock
  | ListControlsBlock
  | DecisionBlock
  | WriteBlock
  | ValuesBlock
  | WordingsBlock
  | ExamplesBlock
  | PostsBlock
  | ColumnsBlock;

/** Two blocks side by side on a desk, one under the other on a phone. */
export interface ColumnsBlock {
  kind: 'columns';
  blocks: [Block, Block];
}
