import type {Assurance, Signal} from '../metrics/behaviour-chart.ts';
import type {DecisionForm} from './decision-form.ts';
import type {FormBlock} from './form-block.ts';
import type {ChartContext, ChartData} from '../charts/chart.ts';
import type {Unit} from '../metrics/metric.ts';
import type {ExamplesBlock, MarkedText} from './examples-block.ts';
import type {Freshness, ResolvedFilter} from './page-state.ts';
import type {LinksBlock} from './links-block.ts';
import type {ListControlsBlock} from './list-controls-block.ts';

/**
 * A page with every number looked up: plain JSON. The server renders it, a pack freezes it.
 * All texts are final (formatted in English, periods and units spelled out); `value`s stay raw.
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

/** A piece of a sentence; `href` leads to the incidents or page it was computed from. */
export interface Fact {
  text: string;
  href?: string;
  signal?: Signal;
  /** Says nothing where there are no links: left out of packs. */
  isOnlyLink?: true;
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

export interface HeadlineBlock {
  kind: 'headline';
  text: string;
  /** Runs of text, one paragraph. */
  lede: Fact[];
  /** Where on a long page what is: anchors. */
  contents?: {label: string; href: string}[];
}

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

export interface Download {
  label: 'CSV' | 'Arrow' | 'JSON';
  href: string;
  /** What is in it, where one figure has several. */
  of?: string;
}

export interface FigureBlock {
  kind: 'figure';
  id: string;
  /** A sentence when there is something to say. */
  title: string;
  /** The measure, its segment and how it is cut. */
  subtitle: string;
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

export interface Column {
  label: string;
  align: 'left' | 'right';
  /** Dropped first on a phone. */
  isDetail?: boolean;
  /** Sorts the list by this column, where the server does the sorting. */
  sortHref?: string;
  sorted?: 'ascending' | 'descending';
}

export interface Cell {
  text: string;
  href?: string;
  signal?: Signal;
  /** Raw number, for sorting in the browser. */
  value?: number | null;
  /** A second, muted line. */
  detail?: string;
  /** The same on a phone only, for what a dropped column would say. */
  phoneDetail?: string;
  /** A bar of this length, 0–1, is drawn beside the text. */
  share?: number;
  /** A bar from the middle, −1 to 1: to the left what takes off, to the right what adds. */
  shift?: {size: number; signal: Signal};
  /** `open` asks for a decision, `strong` deserves a second look, `quiet` steps back. */
  tone?: 'open' | 'strong' | 'quiet';
  /** A word-sized trend instead of a text; `text` says it in words. */
  spark?: Extract<ChartData, {chart: 'sparkline'}>['rows'];
}

export interface ResolvedTable {
  columns: Column[];
  rows: Cell[][];
  /** A last row set apart (totals). */
  footer?: Cell[];
  /** Places of rows that are sums: makes it an account, whose order says how they come about. */
  sums?: readonly number[];
  /** Of rows that are walked and decided by keyboard: which still ask for a decision. */
  undecided?: readonly boolean[];
}

export interface TableBlock {
  kind: 'table';
  id: string;
  title: string;
  subtitle: string;
  table: ResolvedTable;
  note: Fact[];
  downloads: Download[];
  /** Other ways to cut the table, as links: the address is its whole state. */
  choices?: Choice[];
  /** Only on tables longer than a page. */
  pager?: Pager;
}

export interface Choice {
  /** `By`, `Every`. */
  label: string;
  options: {label: string; href: string; isChosen: boolean}[];
}

export interface Pager {
  /** `101 – 200 of 1,284`. */
  label: string;
  previous: string | null;
  next: string | null;
}

export interface ListBlock {
  kind: 'list';
  id: string;
  title: string;
  /** `decide` is the washed box at the end of a page; `notes` is small print. */
  tone: 'decide' | 'notes';
  items: {lead: string; text: Fact[]}[];
}

/** What is worth a sentence in the period: what is news in full, the rest in a line. */
export interface FindingsBlock {
  kind: 'findings';
  id: string;
  title: string;
  /** How many there are, and how they are ranked. */
  subtitle: string;
  items: ResolvedFinding[];
  /** Told a period ago too, as large as now. */
  known: ResolvedFinding[];
  note: Fact[];
  downloads: Download[];
}

export interface ResolvedFinding {
  /** The same from period to period. */
  key: string;
  /** Anchor on the page. */
  id: string;
  title: string;
  text: Fact[];
  /** `n = 116 · since 3 Aug 2026`. */
  evidence: string;
  news: 'new' | 'changed' | 'known';
  /** `new this week`, `changed: 12.1 % a week ago`. */
  newsText: string;
  suggestion: string;
  /** Where an action is proposed from it; null where none is. */
  propose: {label: string; href: string; isOnlyLink?: true} | null;
}

/** Labelled facts about one thing: an incident. */
export interface FactsBlock {
  kind: 'facts';
  id: string;
  title: string;
  items: {label: string; cell: Cell}[];
}

/** Time spans on one axis, a lane each for status, holder and clocks: the clock tape. */
export interface TapeBlock {
  kind: 'tape';
  id: string;
  title: string;
  subtitle: string;
  lanes: TapeLane[];
  /** Instants worth a mark on the axis; `at` is 0–1 of the tape's length. */
  marks: {at: number; label: string}[];
  note: Fact[];
  table: ResolvedTable;
}

export interface TapeLane {
  label: string;
  /** `from` and `to` are 0–1 of the tape's length. */
  spans: {from: number; to: number; tone: TapeTone; text: string; title: string}[];
}

export type TapeTone = 'plain' | 'other' | 'counted' | 'paused' | 'outside' | 'breached';

/** One metric of the catalogue: how it is counted, word for word. */
export interface DefinitionBlock {
  kind: 'definition';
  id: string;
  title: string;
  /** The metric's own page, where this isn't it. */
  href?: string | undefined;
  definition: string;
  facts: {label: string; text: string}[];
  /** The query, as the file has it. */
  sql: string;
  value: Cell;
  downloads: Download[];
}

/** What is decided about a candidate or an action, and the forms to decide otherwise: plain ones, sent by POST. */
export interface DecisionBlock {
  kind: 'decision';
  id: string;
  title: string;
  /** Who decided it, when and why; what is about to change. */
  state: Fact[];
  /** Where the forms are sent. */
  action: string;
  /** Of the decision that is shown: somebody else's later one is not overwritten. */
  version: number;
  forms: DecisionForm[];
  /** Those before and after it, and the next without a decision. */
  walk: {label: string; href: string; rel: 'prev' | 'next' | 'undecided'}[];
  /** What the others are called, and where they are listed. */
  of: {others: string; list: string};
  /** What it can be taken away as. */
  exports: {title: string; files: {label: string; href: string}[]} | null;
  /** What else can be done about it, elsewhere. */
  links?: {label: string; href: string}[];
}

/** A form that writes something down, all of it to see: a plain one, sent by POST. */
export interface WriteBlock extends Pick<DecisionBlock, 'id' | 'title' | 'state' | 'action'> {
  kind: 'write';
  hidden: [string, string][];
  fields: DecisionForm['fields'];
  submit: string;
}

/** What incidents have in common, a short list a field. */
export interface ValuesBlock {
  kind: 'values';
  id: string;
  title: string;
  subtitle: string;
  groups: {title: string; note: string; rows: {label: Cell; count: Cell}[]}[];
}

/** How a candidate is worded, with a form that splits chosen wordings off. */
export interface WordingsBlock {
  kind: 'wordings';
  id: string;
  title: string;
  subtitle: string;
  action: string;
  rows: {
    key: string;
    wording: MarkedText[];
    count: Cell;
    typicality: Cell;
    seen: string;
    /** Why it can't be chosen; null where it can. */
    state: string | null;
  }[];
  /** Absent where there is nothing to split. */
  form: Pick<DecisionForm, 'summary' | 'explanation' | 'fields' | 'submit'> | null;
  note: Fact[];
}

/** Plain forms that add or send something, each sent by POST to the same address. */
export interface PostsBlock {
  kind: 'posts';
  id: string;
  title: string;
  subtitle: string;
  action: string;
  forms: PostForm[];
}

export interface PostForm {
  task: string;
  /** What the form says besides what is typed. */
  hidden: [string, string][];
  fields: PostField[];
  submit: string;
  explanation: string;
}

export type PostField = {name: string; label: string} & (
  | {input: 'line' | 'lines'; most: number; autocomplete?: string}
  | {input: 'choice'; options: {value: string; label: string}[]}
);

/** Two blocks side by side on a desk, one under the other on a phone. */
export interface ColumnsBlock {
  kind: 'columns';
  blocks: [Block, Block];
}
