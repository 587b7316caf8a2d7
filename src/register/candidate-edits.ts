import {UserError} from '../base/user-error.ts';
import type {Workspace} from '../config/workspace.ts';
import type {Session} from '../warehouse/database.ts';
import {addToTrail} from './audit-trail.ts';
import {candidateName, requireKnown, takeOverDecision} from './candidate-decisions.ts';
import {changeRegister, readRegister} from './register-file.ts';

/** A candidate that a person found to be another one. */
export interface CandidateMerge {
  from: number;
  into: number;
}

/** A wording that a person found to be, with others of the same new number, a candidate of its own. */
export interface CandidateSplit {
  candidateNo: number;
  wordingKey: string;
  newCandidateNo: number;
}

/** What people changed about which incidents belong together, and what they accepted as a problem. */
export interface CandidateEdits {
  /** Each to where it ends up, though that was merged later itself; in the order of their numbers. */
  merges: CandidateMerge[];
  splits: CandidateSplit[];
  /** Accepted under a problem number and not fixed. */
  accepted: {candidateNo: number; problemId: string}[];
}

const noEdits: CandidateEdits = {merges: [], splits: [], accepted: []};

interface Who {
  by: string;
  reason: string;
}

interface Effects {
  now: () => Date;
}

/** What builds are told; equal edits are equal in every order they were made in. */
export async function readCandidateEdits(workspace: Workspace): Promise<CandidateEdits> {
  return readRegister(
    workspace,
    async (session) => ({
      merges: ends(await session.query<CandidateMerge>(`${selectMerges} order by 1`)),
      splits: await session.query<CandidateSplit>(
        `select candidate_no as "candidateNo", wording_key as "wordingKey",
           new_candidate_no as "newCandidateNo"
         from candidate_split order by all`,
      ),
      accepted: await session.query<CandidateEdits['accepted'][number]>(
        `select candidate_no as "candidateNo", problem_id as "problemId"
         from candidate_decision where status = 'accepted' order by all`,
      ),
    }),
    {absent: noEdits},
  );
}

/**
 * Makes one candidate part of another from the next build on. A decision about the first goes over
 * where nothing is decided about the second.
 * @throws UserError 400 for one with itself, 404 for unknown ones, 409 when either was merged already
 */
export async function mergeCandidates(
  workspace: Workspace,
  {from, into, by, reason}: CandidateMerge & Who,
  {now}: Effects,
): Promise<CandidateMerge> {
  if (from === into)
    throw new UserError(
      `${candidateName(from)} can’t be merged with itself.`,
      'Name two candidates.',
    );
  return changeRegister(workspace, async (session) => {
    for (const each of [from, into]) {
      await requireKnown(session, each);
      await requireUnmerged(session, each);
    }
    const at = now();
    await session.run(
      `insert into candidate_merge values ($from, $into, $by, $at::timestamptz, $reason)`,
      {from, into, by, at: at.toISOString(), reason},
    );
    const entry = {what: 'merged candidate', subject: candidateName(from), before: null};
    await addToTrail(session, {...entry, after: {from, into, by, reason}, by, at});
    await takeOverDecision(session, {from, into}, {by, at});
    return {from, into};
  });
}

/**
 * Takes a merge back: the candidate stands for itself again from the next build on.
 * @throws UserError 409 when it isn't merged into any
 */
export async function unmergeCandidate(
  workspace: Workspace,
  {candidateNo, by, reason}: {candidateNo: number} & Who,
  {now}: Effects,
): Promise<CandidateMerge> {
  return changeRegister(workspace, async (session) => {
    const before = await findMerge(session, candidateNo);
    const subject = candidateName(candidateNo);
    if (!before)
      throw new UserError(
        `${subject} is not merged into another candidate.`,
        'There is nothing to take back.',
        409,
      );
    await session.run('delete from candidate_merge where from_candidate_no = $no', {
      no: candidateNo,
    });
    const entry = {what: 'unmerged candidate', subject, before, after: {by, reason}};
    await addToTrail(session, {...entry, by, at: now()});
    return before;
  });
}

export interface SplitRequest extends Who {
  candidateNo: number;
  /** At least one; that the candidate has them is for the caller to check. */
  wordingKeys: readonly string[];
}

/**
 * Makes some wordings of a candidate a candidate of its own from the next build on, under a number
 * that no build has given.
 * @throws UserError 404 for an unknown candidate, 409 when it or a wording was taken out already
 */
export async function splitCandidate(
  workspace: Workspace,
  {candidateNo, wordingKeys, by, reason}: SplitRequest,
  {now}: Effects,
): Promise<{newCandidateNo: number}> {
  return changeRegister(workspace, async (session) => {
    await requireKnown(session, candidateNo);
    await requireUnmerged(session, candidateNo);
    const newCandidateNo = await nextNumber(session);
    // Known at once, though gone until a build finds it, so that no build gives the number to another.
    await session.run(`insert into known_candidate values ($no, $label, 0, true)`, {
      no: newCandidateNo,
      label: `Split from ${candidateName(candidateNo)}`,
    });
    const at = now();
    for (const wordingKey of new Set(wordingKeys)) {
      await requireUnsplit(session, candidateNo, wordingKey);
      await session.run(
        `insert into candidate_split values ($no, $key, $new, $by, $at::timestamptz, $reason)`,
        {no: candidateNo, key: wordingKey, new: newCandidateNo, by, at: at.toISOString(), reason},
      );
    }
    const after = {newCandidateNo, wordingKeys: [...new Set(wordingKeys)], by, reason};
    const entry = {what: 'split candidate', subject: candidateName(candidateNo), before: null};
    await addToTrail(session, {...entry, after, by, at});
    return {newCandidateNo};
  });
}

const selectMerges = `select from_candidate_no as "from", into_candidate_no as "into"
  from candidate_merge`;

/** Follows merges of what was merged into; circles can't arise, since only ends are merged into. */
function ends(merges: readonly CandidateMerge[]): CandidateMerge[] {
  const next = new Map(merges.map(({from, into}) => [from, into]));
  return merges.map(({from, into}) => {
    let end = into;
    for (let on = next.get(end); on !== undefined; on = next.get(end)) end = on;
    return {from, into: end};
  });
}

async function findMerge(session: Session, from: number): Promise<CandidateMerge | null> {
  const rows = await session.query<CandidateMerge>(
    `${selectMerges} where from_candidate_no = $from`,
    {from},
  );
  return rows[0] ?? null;
}

async function requireUnmerged(session: Session, candidateNo: number): Promise<void> {
  const merge = await findMerge(session, candidateNo);
  if (!merge) return;
  const into = candidateName(merge.into);
  throw new UserError(
    `${candidateName(candidateNo)} was merged into ${into} already.`,
    `Use ${into}, or take that merge back first.`,
    409,
  );
}

async function requireUnsplit(session: Session, no: number, key: string): Promise<void> {
  const [row] = await session.query<{into: number}>(
    `select new_candidate_no as "into" from candidate_split
     where candidate_no = $no and wording_key = $key`,
    {no, key},
  );
  if (!row) return;
  throw new UserError(
    `The wording ${key} was split from ${candidateName(no)} into ${candidateName(row.into)} already.`,
    'Build again to see it there: meantime build',
    409,
  );
}

/** Above every number that a build or a split has given: both are known. */
async function nextNumber(session: Session): Promise<number> {
  const [row] = await session.query<{next: number}>(
    'select coalesce(max(candidate_no), 0) + 1 as next from known_candidate',
  );
  return row?.next ?? 1;
}
