import {UserError} from '../base/user-error.ts';
import type {Workspace} from '../config/workspace.ts';
import type {Session} from '../warehouse/database.ts';
import {addToTrail} from './audit-trail.ts';
import {changeRegister, readRegister} from './register-file.ts';

/** What a person has made of a problem candidate; `new` once a decision is taken back. */
export const decisionStatuses = ['new', 'watching', 'accepted', 'dismissed', 'fixed'] as const;
export type DecisionStatus = (typeof decisionStatuses)[number];

/** What is decided, with what each decision needs. */
export type CandidateChoice =
  | {status: 'new' | 'watching'}
  /** Known under this number of a problem record. */
  | {status: 'accepted'; problemId: string}
  /** Not worth while until the recent weeks have more than `returnFactor` × `returnCount` incidents. */
  | {status: 'dismissed'; returnCount: number; returnFactor: number}
  /** Mended on this local day, `YYYY-MM-DD`. */
  | {status: 'fixed'; fixedOn: string};

export interface CandidateDecision {
  candidateNo: number;
  /** From 1, one more with each decision; 0 stands for a candidate nobody has decided about. */
  version: number;
  status: DecisionStatus;
  /** Kept when an accepted candidate is fixed. */
  problemId: string | null;
  reason: string;
  /** Local day. */
  fixedOn: string | null;
  returnCount: number | null;
  returnFactor: number | null;
  by: string;
  at: Date;
}

export interface DecisionRequest {
  candidateNo: number;
  /** The version that was seen when deciding. */
  version: number;
  choice: CandidateChoice;
  by: string;
  reason: string;
}

/** What people see of a candidate's number. */
export function candidateName(candidateNo: number): string {
  return `PC-${candidateNo}`;
}

/** The decisions that hold now, by candidate; a candidate nobody has decided about has none. */
export async function readDecisions(workspace: Workspace): Promise<CandidateDecision[]> {
  return readRegister(
    workspace,
    (session) => session.query<CandidateDecision>(`${selectDecisions} order by candidate_no`),
    {absent: []},
  );
}

/**
 * Decides about a candidate that a build has found; whatever builds do, the decision stays with it.
 * @returns the decision with its new version
 * @throws UserError 404 for a candidate no build has told of, 409 when somebody else has decided since
 * `version`, with what was seen and what holds now
 */
export async function decide(
  workspace: Workspace,
  request: DecisionRequest,
  {now}: {now: () => Date},
): Promise<CandidateDecision> {
  return changeRegister(workspace, async (session) => {
    await requireKnown(session, request.candidateNo);
    const before = await findDecision(session, request.candidateNo);
    if ((before?.version ?? 0) !== request.version) throw await stale(session, request, before);
    const after = decisionOf(request, before, now());
    await writeDecision(session, after);
    await trail(session, before, after);
    return after;
  });
}

function decisionOf(
  {candidateNo, choice, by, reason}: DecisionRequest,
  before: CandidateDecision | null,
  at: Date,
): CandidateDecision {
  const version = (before?.version ?? 0) + 1;
  const plain = {problemId: null, fixedOn: null, returnCount: null, returnFactor: null};
  // What was accepted as a problem stays that problem when it is fixed.
  const kept = choice.status === 'fixed' ? {problemId: before?.problemId ?? null} : {};
  return {...plain, ...kept, ...choice, candidateNo, version, reason, by, at};
}

/** Takes over a decision for another candidate, as the next version of what is decided there. */
export async function takeOverDecision(
  session: Session,
  {from, into}: {from: number; into: number},
  {by, at}: {by: string; at: Date},
): Promise<void> {
  const taken = await findDecision(session, from);
  const before = await findDecision(session, into);
  if (!taken || taken.status === 'new' || (before && before.status !== 'new')) return;
  const after = {...taken, candidateNo: into, version: (before?.version ?? 0) + 1, by, at};
  await writeDecision(session, after);
  await trail(session, before, after);
}

/** @throws UserError 404 for a candidate the register was never told of */
export async function requireKnown(session: Session, candidateNo: number): Promise<void> {
  const [row] = await session.query('select 1 from known_candidate where candidate_no = $no', {
    no: candidateNo,
  });
  if (row) return;
  throw new UserError(
    `There is no problem candidate ${candidateName(candidateNo)}.`,
    'See which there are: meantime problems. Where a build found it just now, build again.',
    404,
  );
}

async function findDecision(
  session: Session,
  candidateNo: number,
): Promise<CandidateDecision | null> {
  const rows = await session.query<CandidateDecision>(
    `${selectDecisions} where candidate_no = $no`,
    {no: candidateNo},
  );
  return rows[0] ?? null;
}

const selectDecisions = `select candidate_no as "candidateNo", version, status,
  problem_id as "problemId", reason, fixed_on as "fixedOn", return_count as "returnCount",
  return_factor as "returnFactor", decided_by as "by", decided_at as "at"
  from candidate_decision`;

async function writeDecision(session: Session, decision: CandidateDecision): Promise<void> {
  await session.run(
    `insert or replace into candidate_decision
     (candidate_no, version, status, problem_id, reason, fixed_on, return_count, return_factor,
       decided_by, decided_at)
     values ($no, $version, $status, $problem, $reason, $fixed_on::date, $count, $factor, $by,
       $at::timestamptz)`,
    {
      no: decision.candidateNo,
      version: decision.version,
      status: decision.status,
      problem: decision.problemId,
      reason: decision.reason,
      fixed_on: decision.fixedOn,
      count: decision.returnCount,
      factor: decision.returnFactor,
      by: decision.by,
      at: decision.at.toISOString(),
    },
  );
}

async function trail(
  session: Session,
  before: CandidateDecision | null,
  after: CandidateDecision,
): Promise<void> {
  const {by, at, candidateNo} = after;
  const entry = {what: 'decided about candidate', subject: candidateName(candidateNo)};
  await addToTrail(session, {...entry, before, after, by, at});
}

/** Says what was decided meanwhile, beside what the person had before them. */
async function stale(
  session: Session,
  {candidateNo, version}: DecisionRequest,
  now: CandidateDecision | null,
): Promise<UserError> {
  const name = candidateName(candidateNo);
  const seen = await versionSeen(session, candidateNo, version);
  return new UserError(
    `${name} has changed since you looked: you saw ${stateText(version, seen)}; now it is ${stateText(now?.version ?? 0, now)}.`,
    'Look at it again, and decide on what holds now.',
    409,
  );
}

type State = Omit<CandidateDecision, 'at'> & {at: Date | string};

async function versionSeen(
  session: Session,
  candidateNo: number,
  version: number,
): Promise<State | null> {
  const [row] = await session.query<{after: string}>(
    `select after from audit_trail
     where what = 'decided about candidate' and subject = $name
       and (after->>'version')::integer = $version`,
    {name: candidateName(candidateNo), version},
  );
  return row ? (JSON.parse(row.after) as State) : null;
}

function stateText(version: number, state: State | null): string {
  if (!state) return version === 0 ? 'nothing decided (version 0)' : `version ${version}`;
  const as = state.problemId === null ? '' : ` as ${state.problemId}`;
  const at = new Date(state.at).toISOString().slice(0, 16).replace('T', ' ');
  return `${state.status}${as} by ${state.by} on ${at} UTC (version ${version})`;
}
