import {UserError} from '../base/user-error.ts';
import type {Workspace} from '../config/workspace.ts';
import {readFrame} from '../metrics/frame.ts';
import {candidateNumber, type Candidate} from '../problems/candidate.ts';
import {readCandidate} from '../problems/read-candidate.ts';
import {
  candidateName,
  decide,
  readDecisions,
  type CandidateChoice,
  type CandidateDecision,
} from '../register/candidate-decisions.ts';
import {
  mergeCandidates,
  splitCandidate,
  unmergeCandidate,
  type CandidateMerge,
} from '../register/candidate-edits.ts';
import {readKnownCandidates, rememberCandidates} from '../register/known-candidates.ts';
import type {Session} from '../warehouse/database.ts';
import type {
  CandidateDecisionRequest,
  CandidateMergeRequest,
  CandidateSplitRequest,
  CandidateUnmergeRequest,
} from './candidate-request.ts';

interface Place {
  /** The published build, which knows the candidates. */
  session: Session;
  workspace: Workspace;
  now: () => Date;
}

/** A dismissed candidate comes back at half as much again, unless another factor is named. */
const usualReturnFactor = 1.5;

/**
 * Decides about a candidate of the published build.
 * @throws UserError 404 for a candidate that isn't there, 409 when somebody has decided since the version
 * that was seen
 */
export async function decideCandidate(
  candidate: string,
  request: CandidateDecisionRequest,
  {session, workspace, now}: Place,
): Promise<CandidateDecision> {
  const candidateNo = candidateNumber(candidate);
  const decisions = await readDecisions(workspace);
  const detail = await readCandidate(session, candidateNo, decisions);
  const choice = choiceOf(request, detail.candidate);
  if (choice.status === 'fixed') await refuseFuture(choice.fixedOn, session, now());
  await ensureRemembered(workspace, session, [candidateNo]);
  const {version, by, reason} = request;
  return decide(workspace, {candidateNo, version, choice, by, reason}, {now});
}

/** Makes one candidate part of another from the next build on. */
export async function mergeByHand(
  {from, into, by, reason}: CandidateMergeRequest,
  {session, workspace, now}: Place,
): Promise<CandidateMerge> {
  const ends = {from: candidateNumber(from), into: candidateNumber(into)};
  for (const each of [ends.from, ends.into]) await readCandidate(session, each, []);
  await ensureRemembered(workspace, session, [ends.from, ends.into]);
  return mergeCandidates(workspace, {...ends, by, reason}, {now});
}

/** Takes a merge back; what was merged is in no build any more. */
export async function unmergeByHand(
  {candidate, by, reason}: CandidateUnmergeRequest,
  {workspace, now}: Omit<Place, 'session'>,
): Promise<CandidateMerge> {
  const candidateNo = candidateNumber(candidate);
  return unmergeCandidate(workspace, {candidateNo, by, reason}, {now});
}

/**
 * Makes some wordings of a candidate one of its own from the next build on.
 * @throws UserError 404 for a wording the candidate doesn't have, 400 for all it has
 */
export async function splitByHand(
  candidate: string,
  {wordings, by, reason}: CandidateSplitRequest,
  {session, workspace, now}: Place,
): Promise<{newCandidateNo: number}> {
  const candidateNo = candidateNumber(candidate);
  const detail = await readCandidate(session, candidateNo, []);
  const known = new Set(detail.wordings.map(({wordingKey}) => wordingKey));
  const unknown = wordings.find((key) => !known.has(key));
  const name = candidateName(candidateNo);
  if (unknown !== undefined)
    throw new UserError(
      `${name} has no wording ${unknown.slice(0, 40)}.`,
      `See its wordings with their keys: meantime problems show ${name}`,
      404,
    );
  if (new Set(wordings).size >= known.size && detail.candidate.wordingCount <= known.size)
    throw new UserError(`That is all of ${name}.`, 'Leave at least one wording in it.');
  await ensureRemembered(workspace, session, [candidateNo]);
  return splitCandidate(workspace, {candidateNo, wordingKeys: wordings, by, reason}, {now});
}

function choiceOf(request: CandidateDecisionRequest, candidate: Candidate): CandidateChoice {
  const {status} = request;
  if (status === 'accepted') return {status, problemId: request.problemId};
  if (status === 'fixed') return {status, fixedOn: request.fixedOn};
  if (status !== 'dismissed') return {status};
  const {windowCount, recentCount, recentWeeks, windowWeeks} = candidate;
  // A quiet spell is no measure: at least what the window has in as many weeks.
  const returnCount = Math.max(recentCount, (windowCount * recentWeeks) / windowWeeks);
  return {status, returnCount, returnFactor: request.returnFactor ?? usualReturnFactor};
}

/** The data may be older than today, and the fix newer than the data. */
async function refuseFuture(fixedOn: string, session: Session, now: Date): Promise<void> {
  const {zone} = await readFrame(session);
  const today = new Intl.DateTimeFormat('en-CA', {timeZone: zone, dateStyle: 'short'}).format(now);
  if (fixedOn <= today) return;
  throw new UserError(`${fixedOn} is still to come.`, 'Name the day on which it was fixed.');
}

/** What the build's own remembering may have failed at. */
async function ensureRemembered(
  workspace: Workspace,
  session: Session,
  numbers: readonly number[],
): Promise<void> {
  const {candidates} = await readKnownCandidates(workspace);
  const known = new Set(candidates.map(({candidateNo}) => candidateNo));
  if (numbers.some((no) => !known.has(no))) await rememberCandidates(workspace, session);
}
