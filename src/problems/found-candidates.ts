import type {Session} from '../warehouse/database.ts';
import type {CandidateChange, FoundCandidate} from './candidate.ts';

const columns = {
  candidateNo: 'candidate_no',
  rank: 'rank',
  label: 'label',
  isRoutine: 'is_routine',
  detectors: 'detectors',
  service: 'service',
  serviceShare: 'service_share',
  category: 'category',
  subcategory: 'subcategory',
  ci: 'ci',
  ciShare: 'ci_share',
  assignmentGroup: 'assignment_group',
  groupShare: 'group_share',
  workaround: 'workaround',
  workaroundShare: 'workaround_share',
  problemId: 'problem_id',
  problemShare: 'problem_share',
  isProblemOpen: 'is_problem_open',
  openProblem: `(select min(p.number) from marts.known_problem as p
    where p.candidate_no = c.candidate_no and p.is_open)`,
  isKnownError: 'is_known_error',
  knowledgeId: 'knowledge_id',
  knowledgeShare: 'knowledge_share',
  incidentCount: 'incident_count',
  windowCount: 'window_count',
  recentCount: 'recent_count',
  beforeCount: 'before_count',
  windowStartedOn: 'window_started_on',
  windowWeeks: 'window_weeks',
  recentWeeks: 'recent_weeks',
  firstSeenAt: 'first_seen_at',
  lastSeenAt: 'last_seen_at',
  hoursLost: 'hours_lost',
  handlingCost: 'handling_cost',
  savedHours: 'saved_hours',
  savedCost: 'saved_cost',
  weeksActive: 'weeks_active',
  persistence: 'persistence',
  trend: 'trend',
  spread: 'spread',
  purity: 'purity',
  coveredShare: 'covered_share',
  score: 'score',
  hoursCountedOnce: 'hours_counted_once',
  hoursRunningShare: 'hours_running_share',
  requesterCount: 'requester_count',
  locationCount: 'location_count',
  wordingCount: 'wording_count',
  silentDays: 'silent_days',
  expectedInSilence: 'expected_in_silence',
  isSilent: 'is_silent',
  silentSince: 'silent_since',
  silentAfterChange: 'silent_after_change',
} as const satisfies Record<keyof FoundCandidate, string>;

/** The candidates of a build, best first; only one with `candidateNo`. */
export async function foundCandidates(
  session: Session,
  {candidateNo}: {candidateNo?: number} = {},
): Promise<FoundCandidate[]> {
  const selected = Object.entries(columns).map(([name, column]) => `${column} as "${name}"`);
  return session.query<FoundCandidate>(
    `select ${selected.join(', ')} from marts.dim_candidate as c
     ${candidateNo === undefined ? '' : 'where candidate_no = $no'} order by rank`,
    candidateNo === undefined ? {} : {no: candidateNo},
  );
}

/** Incidents of one week of a candidate. */
export interface CandidateWeek {
  /** Monday, local. */
  weekStartedOn: string;
  incidentCount: number;
  hoursLost: number;
}

/**
 * Every week of each candidate, oldest first, without gaps from its first incident to the week of the
 * data's own clock, which is not over.
 */
export async function candidateWeeks(
  session: Session,
  {candidateNo}: {candidateNo?: number} = {},
): Promise<Map<number, CandidateWeek[]>> {
  const rows = await session.query<CandidateWeek & {candidateNo: number}>(
    `with
     ends as (
       select candidate_no, min(week_started_on) as first_on,
         (select date_trunc('week', timezone(zone, as_of))::date from settings.workspace) as last_on
       from marts.fct_candidate_week
       ${candidateNo === undefined ? '' : 'where candidate_no = $no'}
       group by candidate_no
     ),
     weeks as (
       select candidate_no,
         unnest(generate_series(first_on, greatest(first_on, last_on), interval 7 day))::date as monday
       from ends
     )
     select w.candidate_no as "candidateNo", w.monday as "weekStartedOn",
       coalesce(f.incident_count, 0) as "incidentCount", coalesce(f.hours_lost, 0) as "hoursLost"
     from weeks as w
     left join marts.fct_candidate_week as f
       on f.candidate_no = w.candidate_no and f.week_started_on = w.monday
     order by w.candidate_no, w.monday`,
    candidateNo === undefined ? {} : {no: candidateNo},
  );
  const byCandidate = new Map<number, CandidateWeek[]>();
  for (const {candidateNo: no, ...week} of rows) {
    const weeks = byCandidate.get(no);
    if (weeks) weeks.push(week);
    else byCandidate.set(no, [week]);
  }
  return byCandidate;
}

/** One thing that became of a candidate since it was last remembered. */
export interface LineageEvent {
  candidateNo: number;
  event: string;
  otherCandidateNo: number | null;
  countBefore: number | null;
  countNow: number | null;
}

export async function readLineage(session: Session): Promise<LineageEvent[]> {
  return session.query<LineageEvent>(
    `select candidate_no as "candidateNo", event, other_candidate_no as "otherCandidateNo",
       count_before as "countBefore", count_now as "countNow"
     from marts.candidate_lineage order by all`,
  );
}

/** In one word: what other candidates had to do with it says more than its size. */
export function changeOf(candidateNo: number, lineage: readonly LineageEvent[]): CandidateChange {
  const told = (event: string, of = candidateNo) =>
    lineage.some((each) => each.event === event && each.candidateNo === of);
  const isSource = ({event, otherCandidateNo}: LineageEvent) =>
    event === 'split from' && otherCandidateNo === candidateNo;
  const isTarget = ({event, otherCandidateNo}: LineageEvent) =>
    event === 'merged into' && otherCandidateNo === candidateNo;
  if (told('split from') || lineage.some(isSource)) return 'split';
  if (lineage.some(isTarget)) return 'merged';
  if (told('new')) return 'new';
  if (told('grown')) return 'grown';
  return told('shrunk') ? 'shrunk' : 'steady';
}
