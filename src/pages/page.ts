import type {Grain} from '../metrics/metric.ts';
import type {Attention} from './attention.ts';

/** What a page shows, in which order: data only. Labels, units and queries belong to the metrics. */
export interface Page {
  id: string;
  path: string;
  title: string;
  /** The question the page answers. */
  question: string;
  /** Null on pages that have no period. */
  grain: Extract<Grain, 'week' | 'month'> | null;
  /** How many periods of history its trends show, the current one included. */
  periods: number;
  /** Dimensions a reader may filter by; `attribute` stands for each of the workspace's own. */
  filters: readonly string[];
  /** What else its address may say, once each: the moment looked at, a question asked. */
  choices?: readonly string[];
  /** Stays open on a wall or a desk: a browser fetches it again as new data comes. */
  followsData?: boolean;
  blocks: readonly BlockSpec[];
}

/** A metric, or the part of it that one value of a dimension makes. */
export interface KpiSpec {
  metric: string;
  where?: Readonly<Record<string, string>>;
}

interface Named {
  /** Anchor on the page, and the name of the figure in a pack. */
  id: string;
  /** What the figure is for; it has no place on the page without one. */
  question: string;
}

export type BlockSpec =
  /** The finding of the period and a paragraph of facts. */
  | {block: 'headline'}
  | ({block: 'kpis'; rows: readonly KpiSpec[]} & Named)
  /** The behaviour chart of the key figure that signals the most. */
  | ({block: 'strongest signal'} & Named)
  | ({block: 'trend'} & KpiSpec & Named)
  /**
   * The days between the events that a count counts, where they are rare; else its trend, or nothing
   * where `ifRare`.
   */
  | ({block: 'gaps'; ifRare?: true} & KpiSpec & Named)
  /**
   * Why a mean or share moved since the period before, by the segments that did it: of the dimension
   * whose changed mix explains most. `ifSignal`: only where the figure stands out this period.
   */
  | ({block: 'why it moved'; metric: string; ifSignal?: boolean} & Named)
  /** One metric by the values of a dimension, this period and the one before. */
  | ({block: 'compare'; metric: string; by: string; breachedBeside?: boolean} & Named)
  /**
   * Several metrics by the values of a dimension, a row each, longest bar first; by `attribute`: a
   * table for each of the workspace's own dimensions.
   */
  | ({block: 'breakdown'; by: string; metrics: readonly string[]; top: number} & Named)
  | ({block: 'distribution'; metric: string; by: string} & Named)
  | ({block: 'heat map'; metric: string; periods: number} & Named)
  | ({block: 'flow'} & Named)
  | ({block: 'footing'; grains: readonly ('week' | 'month')[]} & Named)
  /** The account of the backlog by period or slice, as the reader cuts it, and who makes a residual. */
  | ({block: 'footing proof'; top: number} & Named)
  | ({block: 'stages'} & Named)
  | ({block: 'figure stages'; metrics: readonly string[]} & Named)
  | ({block: 'ageing'} & Named)
  | ({block: 'stuck'; top: number} & Named)
  | ({block: 'left out'} & Named)
  | ({block: 'definitions'; metrics: readonly string[]} & Named)
  /** What was found to be worth a sentence: the most consequential first. */
  | ({block: 'findings'; most: number} & Named)
  /** When breaches happen, where they gather at the change of shifts. */
  | ({block: 'handover'} & Named)
  | ({block: 'decisions'; most: number} & Named)
  | ({block: 'data notes'} & Named)
  | ({block: 'catalogue'} & Named)
  /** One metric of the catalogue. */
  | ({block: 'metric'; metric: string} & Named)
  | ({block: 'imports'; top: number} & Named)
  | ({block: 'import effects'; top: number} & Named)
  | ({block: 'restated'; top: number} & Named)
  | ({block: 'metric index'} & Named)
  | ({block: 'rejected rows'; top: number} & Named)
  | ({block: 'unmapped values'; top: number} & Named)
  | ({block: 'field coverage'} & Named)
  | ({block: 'metric coverage'} & Named)
  | ({block: 'audits'} & Named)
  | ({block: 'chronology faults'; top: number} & Named)
  | ({block: 'incident list'; size: number} & Named)
  | ({block: 'incident facts'} & Named)
  | ({block: 'incident clock'} & Named)
  | ({block: 'incident links'} & Named)
  | ({block: 'incident history'} & Named)
  | ({block: 'incident figures'} & Named)
  | {block: 'sla headline'}
  | ({block: 'sla compliance'; kind: 'response' | 'resolution'} & Named)
  /** Which moment running clocks are looked at. */
  | ({block: 'sla moment'} & Named)
  | ({block: 'sla at risk'; kind: 'response' | 'resolution'} & Named)
  | ({block: 'sla due'; top: number} & Named)
  | ({
      block: 'sla used by';
      by: 'assignment_group' | 'tier' | 'shift';
      kind: 'response' | 'resolution';
      top: number;
    } & Named)
  | ({block: 'sla comparison'} & Named)
  | ({block: 'sla reasons'} & Named)
  | ({block: 'sla what-if'; top: number} & Named)
  | CandidateSpec
  | ActionSpec
  | QueueSpec
  | {block: 'columns'; blocks: readonly [BlockSpec, BlockSpec]};

/** Blocks about what is open at the data's own now. */
export type QueueSpec =
  | {block: 'queue headline'}
  | ({block: 'queue majors'; top: number} & Named)
  | ({block: 'queue ages'} & Named)
  /** The day that lasts against the same weekday of so many weeks before. */
  | ({block: 'queue today'; weeks: number} & Named)
  | ({block: 'queue unassigned'; top: number} & Named)
  | ({block: 'queue on hold'; top: number} & Named);

/** Blocks about problem candidates: of all of them, then of the one a page is about. */
export type CandidateSpec =
  | {block: 'candidates headline'}
  /** Which of them are listed, and how they are sorted. */
  | ({block: 'candidates filter'} & Named)
  | ({block: 'candidates list'; size: number} & Named)
  /** Those that went quiet or that an open problem covers. */
  | ({block: 'candidates apart'; top: number} & Named)
  | ({block: 'candidates pareto'} & Named)
  /** What is new or grows, for a review. */
  | ({block: 'candidates rising'; top: number} & Named)
  /** What was fixed, and what that saved. */
  | ({block: 'candidates fixed'; top: number} & Named)
  | ({block: 'candidates known problems'; top: number} & Named)
  | ({block: 'candidates majors'; top: number} & Named)
  | ({block: 'candidates likely categories'; top: number} & Named)
  | {block: 'candidate headline'}
  | ({block: 'candidate decision'} & Named)
  | ({block: 'candidate curve'} & Named)
  | ({block: 'candidate score'} & Named)
  | ({block: 'candidate values'} & Named)
  | ({block: 'candidate help'} & Named)
  | ({block: 'candidate wordings'} & Named)
  | ({block: 'candidate examples'} & Named)
  | ({block: 'candidate timeline'} & Named)
  | ({block: 'candidate problems'} & Named);

/** Blocks about improvement actions: of all of them, then of the one a page is about. */
export type ActionSpec =
  | {block: 'actions headline'}
  /** Whose actions are listed, and in which state. */
  | ({block: 'actions filter'} & Named)
  /** Those that ask for the same. */
  | ({block: 'actions list'; attention: readonly Attention[]} & Named)
  /** For a review: what is open, overdue first. */
  | ({block: 'actions due'; top: number} & Named)
  /** For leadership: all of them with verdicts and gains. */
  | ({block: 'actions register'; top: number} & Named)
  /** What findings suggest. */
  | {block: 'action headline'}
  | ({block: 'action decision'} & Named)
  | ({block: 'action chart'} & Named)
  | ({block: 'action facts'} & Named)
  | ({block: 'action comparison'} & Named)
  | ({block: 'action verdicts'} & Named)
  | ({block: 'action comments'} & Named)
  | ({block: 'action history'} & Named)
  | ({block: 'action form'} & Named);
