import {UserError} from '../base/user-error.ts';
import type {Effect} from '../improvement/effect-verdict.ts';
import type {CandidateDecision, DecisionStatus} from '../register/candidate-decisions.ts';

/** What a person sees of a candidate's state: `returned` was dismissed and has grown past what was dismissed. */
export const candidateStatuses = [
  'new',
  'returned',
  'watching',
  'accepted',
  'dismissed',
  'fixed',
] as const satisfies readonly (DecisionStatus | 'returned')[];
export type CandidateStatus = (typeof candidateStatuses)[number];

/** Since the build before: see `marts.candidate_lineage`. */
export const candidateChanges = ['new', 'grown', 'shrunk', 'steady', 'split', 'merged'] as const;
export type CandidateChange = (typeof candidateChanges)[number];

/** A problem candidate as the build found it, row of `marts.dim_candidate`; shares are 0–1. */
export interface FoundCandidate {
  candidateNo: number;
  /** 1 is the first. */
  rank: number;
  /** Its own words, without personal data. */
  label: string;
  /** Asked steadily by ever other people: a demand, no fault; ranked after all others. */
  isRoutine: boolean;
  /** text, workaround, structural, after change, problem, major. */
  detectors: string[];
  service: string | null;
  serviceShare: number | null;
  category: string | null;
  subcategory: string | null;
  ci: string | null;
  ciShare: number | null;
  /** That of most of its incidents: the suggested owner. */
  assignmentGroup: string | null;
  groupShare: number | null;
  workaround: string | null;
  workaroundShare: number | null;
  /** The problem most of its incidents are linked to. */
  problemId: string | null;
  problemShare: number | null;
  isProblemOpen: boolean | null;
  /** The open problem that the candidate is already, where one stands for it. */
  openProblem: string | null;
  isKnownError: boolean | null;
  knowledgeId: string | null;
  knowledgeShare: number | null;
  /** Of all time, in the window, in its recent weeks and in the window before these. */
  incidentCount: number;
  windowCount: number;
  recentCount: number;
  beforeCount: number;
  windowStartedOn: string;
  windowWeeks: number;
  recentWeeks: number;
  firstSeenAt: Date;
  lastSeenAt: Date;
  /** In the window. */
  hoursLost: number;
  /** In the window; null without prices. */
  handlingCost: number | null;
  /** A year, if it were halved. */
  savedHours: number;
  savedCost: number | null;
  weeksActive: number;
  /** The parts of the score. */
  persistence: number;
  trend: number;
  spread: number;
  purity: number;
  coveredShare: number;
  score: number;
  /** In the window, of incidents that no other candidate counts. */
  hoursCountedOnce: number;
  /** Its hours and those of all that cost more, of all candidates' hours. */
  hoursRunningShare: number | null;
  requesterCount: number;
  locationCount: number;
  wordingCount: number;
  silentDays: number;
  /** Incidents its rate would have brought since the last. */
  expectedInSilence: number;
  /** Quiet for longer than its rate explains: apparently fixed. */
  isSilent: boolean;
  silentSince: Date | null;
  silentAfterChange: string | null;
}

/** A candidate with what people decided about it. */
export interface Candidate extends FoundCandidate {
  /** `PC-12`. */
  name: string;
  status: CandidateStatus;
  /** The decision that holds; null where nobody has decided. */
  decision: CandidateDecision | null;
  changeSinceLast: CandidateChange;
  /** Incidents of each week of the window, oldest first: the last is not over. */
  weekCounts: number[];
  /** Whether it helped, for one that is said to be fixed. */
  afterFix: Effect | null;
}

/**
 * The number of `PC-12`, `pc-12` or `12`.
 * @throws UserError 404 for anything else
 */
export function candidateNumber(name: string): number {
  const digits = /^(?:pc-)?([1-9]\d{0,8})$/i.exec(name.trim())?.[1];
  if (digits !== undefined) return Number(digits);
  throw new UserError(
    `"${name.slice(0, 40)}" is no problem candidate.`,
    'Name one such as PC-12; meantime problems lists them.',
    404,
  );
}

/** A dismissed candidate comes back when its recent weeks have more than was dismissed, times the factor. */
export function statusOf(
  decision: CandidateDecision | null,
  {recentCount}: Pick<FoundCandidate, 'recentCount'>,
): CandidateStatus {
  if (!decision) return 'new';
  const {status, returnCount, returnFactor} = decision;
  const isReturned =
    status === 'dismissed' && recentCount > (returnCount ?? 0) * (returnFactor ?? 1);
  return isReturned ? 'returned' : status;
}
