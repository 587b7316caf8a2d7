import type {CandidateDecision} from '../register/candidate-decisions.ts';
import {candidateName} from '../register/candidate-decisions.ts';
import type {Session} from '../warehouse/database.ts';
import {afterFix} from './after-fix.ts';
import {
  candidateStatuses,
  statusOf,
  type Candidate,
  type CandidateStatus,
  type FoundCandidate,
} from './candidate.ts';
import {
  candidateWeeks,
  changeOf,
  foundCandidates,
  readLineage,
  type CandidateWeek,
  type LineageEvent,
} from './found-candidates.ts';

/** What the list can be ordered by; the largest first, but for rank, name and label. */
export const candidateSorts = [
  ...['rank', 'name', 'label', 'hours', 'count', 'recent', 'trend', 'spread', 'saved'],
  ...['last_seen', 'first_seen'],
] as const;
export type CandidateSort = (typeof candidateSorts)[number];

export interface CandidateSelection {
  /** Any of them; none: whatever its status. */
  statuses?: readonly CandidateStatus[];
  service?: string | null;
  /** Part of label, of a wording, or the number of a candidate, problem or incident. */
  text?: string | null;
  sort?: CandidateSort;
}

export interface CandidateList {
  /** As selected, in order. */
  candidates: Candidate[];
  /** All of the build. */
  total: number;
  /** Of all, in the order of `candidateStatuses`. */
  statusCounts: {status: CandidateStatus; count: number}[];
  /** Of all, in the order of their names. */
  services: string[];
  /** How few candidates make 80 % of the hours of all, each incident's hours counted once. */
  pareto: {candidateCount: number; hoursLost: number};
}

/** The candidates of a build in the order of their rank, with what people decided about them. */
export async function readCandidates(
  session: Session,
  decisions: readonly CandidateDecision[],
  selection: CandidateSelection = {},
): Promise<CandidateList> {
  const all = await allCandidates(session, decisions);
  const found = await textMatches(session, selection.text ?? null);
  const {statuses = [], service = null} = selection;
  const candidates = all.filter(
    (each) =>
      (statuses.length === 0 || statuses.includes(each.status)) &&
      (service === null || each.service === service) &&
      (found === null || found.has(each.candidateNo)),
  );
  return {
    candidates: sorted(candidates, selection.sort ?? 'rank'),
    total: all.length,
    statusCounts: candidateStatuses.map((status) => ({
      status,
      count: all.filter((each) => each.status === status).length,
    })),
    services: [...new Set(all.flatMap((each) => each.service ?? []))].sort(),
    pareto: paretoOf(all),
  };
}

async function allCandidates(
  session: Session,
  decisions: readonly CandidateDecision[],
): Promise<Candidate[]> {
  const found = await foundCandidates(session);
  const weeks = await candidateWeeks(session);
  const lineage = await readLineage(session);
  const byNumber = new Map(decisions.map((decision) => [decision.candidateNo, decision]));
  return found.map((each) =>
    withDecision(each, {
      decision: byNumber.get(each.candidateNo) ?? null,
      weeks: weeks.get(each.candidateNo) ?? [],
      lineage,
    }),
  );
}

/** A candidate of the build with all that goes beside it in a list. */
export function withDecision(
  found: FoundCandidate,
  {
    decision,
    weeks,
    lineage,
  }: {
    decision: CandidateDecision | null;
    weeks: readonly CandidateWeek[];
    lineage: readonly LineageEvent[];
  },
): Candidate {
  const counts = weeks.map(({incidentCount}) => incidentCount).slice(-found.windowWeeks);
  const missing = Math.max(0, found.windowWeeks - counts.length);
  return {
    ...found,
    name: candidateName(found.candidateNo),
    status: statusOf(decision, found),
    decision,
    changeSinceLast: changeOf(found.candidateNo, lineage),
    weekCounts: [...Array<number>(missing).fill(0), ...counts],
    afterFix: afterFix(decision, weeks)?.effect ?? null,
  };
}

/** Numbers of the candidates a text is found in; null where nothing is looked for. */
async function textMatches(session: Session, text: string | null): Promise<Set<number> | null> {
  if (text === null || text.trim() === '') return null;
  const rows = await session.query<{no: number}>(
    `select candidate_no as no from marts.dim_candidate
     where contains(lower(label), lower($text)) or lower('PC-' || candidate_no) = lower($text)
       or lower(problem_id) = lower($text)
     union
     select candidate_no from marts.candidate_wording where contains(lower(wording), lower($text))
     union
     select i.candidate_no
     from marts.fct_candidate_incident as i
     join marts.fct_incident as f on f.record_no = i.record_no
     where lower(f.number) = lower($text) or lower(f.record_key) = lower($text)`,
    {text: text.trim()},
  );
  return new Set(rows.map(({no}) => no));
}

function sorted(candidates: Candidate[], sort: CandidateSort): Candidate[] {
  return candidates.sort((a, b) => orders[sort](a, b) || a.rank - b.rank);
}

type Order = (a: Candidate, b: Candidate) => number;

const largest =
  (of: (candidate: Candidate) => number): Order =>
  (a, b) =>
    of(b) - of(a);

const orders: Record<CandidateSort, Order> = {
  rank: (a, b) => a.rank - b.rank,
  name: (a, b) => a.candidateNo - b.candidateNo,
  label: (a, b) => a.label.localeCompare(b.label, 'en'),
  hours: largest(({hoursLost}) => hoursLost),
  count: largest(({windowCount}) => windowCount),
  recent: largest(({recentCount}) => recentCount),
  trend: largest(({trend}) => trend),
  spread: largest(({spread}) => spread),
  saved: largest(({savedHours}) => savedHours),
  last_seen: largest(({lastSeenAt}) => lastSeenAt.getTime()),
  first_seen: largest(({firstSeenAt}) => firstSeenAt.getTime()),
};

/** 80 % of the hours: as many candidates as it takes, the costliest first. */
function paretoOf(all: readonly Candidate[]): CandidateList['pareto'] {
  const hours = all.map(({hoursCountedOnce}) => hoursCountedOnce).sort((a, b) => b - a);
  const total = hours.reduce((sum, each) => sum + each, 0);
  let [candidateCount, sum] = [0, 0];
  while (total > 0 && candidateCount < hours.length && sum < 0.8 * total)
    sum += hours[candidateCount++] ?? 0;
  return {candidateCount, hoursLost: total};
}
