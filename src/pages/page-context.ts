import type {Catalogue} from '../metrics/catalogue.ts';
import type {Frame} from '../metrics/frame.ts';
import type {Incident} from '../metrics/incident.ts';
import type {Figure, Filter} from '../metrics/metric.ts';
import type {MeasurePart} from '../metrics/remembering-measure.ts';
import type {CandidateDetail} from '../problems/read-candidate.ts';
import type {CandidateList} from '../problems/read-candidates.ts';
import type {CandidateDecision} from '../register/candidate-decisions.ts';
import type {CandidateEdits} from '../register/candidate-edits.ts';
import type {PastDecision} from '../register/candidate-history.ts';
import type {SavedView} from '../register/saved-views.ts';
import type {StruckLink} from '../register/struck-links.ts';
import type {RestatedBuild} from '../metrics/restated.ts';
import type {MetricTarget} from '../metrics/targets.ts';
import type {Session} from '../warehouse/database.ts';
import type {Finding} from '../findings/finding.ts';
import type {FindingScope} from '../findings/read-findings.ts';
import type {ActionRegister} from './action-register.ts';
import type {ComparedPeriod} from './compared-period.ts';
import type {DatedChange} from '../metrics/dated-changes.ts';
import type {Kpi} from './kpi.ts';
import type {BlockSpec} from './page.ts';
import type {ProposalRequest} from './proposal-request.ts';
import type {ResolvedPeriod} from './resolved-page.ts';

/** What a reader asked for: names are checked by `resolvePage`. */
export interface PageRequest {
  /** `2016-W12` or `2016-03`; null for the last complete period. */
  period: string | null;
  where: readonly Filter[];
  /** Parameters of single blocks, as the page's definition names them. */
  choices?: Readonly<Record<string, string>>;
  /** Of an incident list: the metric whose incidents are wanted. */
  metric?: string | null;
  /** Of an incident list: from 1. */
  page?: number;
  /** Of an incident list: a column, with `-` before it for descending. */
  sort?: string | null;
  /** Of an incident list: what to find in number or title. */
  text?: string | null;
  /** Of an incident list: the columns it shows; the usual ones where it names none. */
  columns?: readonly string[];
  /** Of an incident list: why what it lists was left out, of the metric or of everything. */
  excluded?: string | null;
  /** Of an incident page: the record's key, `source:record_id`. */
  incident?: string | null;
  /** Of a candidate's page: its number, `PC-12`. */
  candidate?: string | null;
  /** Of an action's page: its number, `A-7`. */
  action?: string | null;
  /** Of a new action: what it starts from. */
  proposal?: ProposalRequest | null;
}

/** Where a page's numbers come from: one published build. */
export interface PageSource {
  session: Session;
  catalogue: Catalogue;
  /** What people struck, where a page shows it: the build may not know it yet. */
  struckLinks?: readonly StruckLink[];
  /** Lists of incidents that people keep; where a page shows them. */
  savedViews?: readonly SavedView[];
  /** What people decided about problem candidates; by default nothing. */
  decisions?: readonly CandidateDecision[];
  /** Improvement actions with their verdicts; by default none. */
  register?: ActionRegister;
  /** Merges and splits of candidates that the build may not know yet. */
  candidateEdits?: CandidateEdits;
  /** All that people decided about the page's candidate, oldest first; by default nothing. */
  candidateHistory?: readonly PastDecision[];
  /** What is worth a sentence, where somebody keeps the answers; by default it is found anew. */
  findings?(scope: FindingScope): Promise<Finding[]>;
  /** The same without waiting: null where it has to be looked for. Absent where a page may wait. */
  findingsIfKnown?(scope: FindingScope): Promise<Finding[] | null>;
  /** What builds changed of figures published before, newest first; absent where no build is kept. */
  restatements?(): Promise<RestatedBuild[]>;
}

/** What every block of one page shares. Figures are asked for once, however many blocks show them. */
export interface PageContext extends PageSource {
  /** Where the page is, and what it can be filtered by: ids of dimensions, attributes among them. */
  page: {path: string; filters: readonly string[]};
  /** What else is on the page, for its line of contents. */
  blocks: readonly BlockSpec[];
  request: PageRequest;
  frame: Frame;
  period: ResolvedPeriod | null;
  /** What the period's figures stand beside; null on pages without one. */
  compared: ComparedPeriod | null;
  /** First day of the data; null while there is none. */
  firstOn: string | null;
  /** First day of the page's history; null on pages without a period. */
  historyFrom: string | null;
  targets: readonly MetricTarget[];
  /** Days on which behaviour charts start anew. */
  changes: readonly DatedChange[];
  /** The page's key figures, judged; looked up once. */
  kpis(): Promise<Kpi[]>;
  /**
   * What is worth a sentence in the period, looked up once; nothing on pages without a period, null while it
   * is looked for.
   */
  foundFacts(): Promise<Finding[] | null>;
  /** `restatements`, asked once; empty where there are none. */
  restated(): Promise<RestatedBuild[]>;
  /** The record an incident page is about. */
  incident(): Promise<Incident>;
  /** All problem candidates by rank, with what was decided. */
  candidates(): Promise<CandidateList>;
  /** The candidate a page is about. */
  candidate(): Promise<CandidateDetail>;
  /** Figures of the page's own filters and more; null where the metric can't be cut that way. */
  measure(metric: string, part: MeasurePart): Promise<Figure[] | null>;
  /** The same without the page's own filters. */
  measureWhole(metric: string, part: MeasurePart): Promise<Figure[] | null>;
}
