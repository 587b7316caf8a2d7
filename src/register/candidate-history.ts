import type {Workspace} from '../config/workspace.ts';
import {candidateName, type CandidateDecision} from './candidate-decisions.ts';
import {readRegister} from './register-file.ts';

interface Made {
  at: Date;
  by: string;
  reason: string;
}

/** One thing a person decided about a candidate, whether or not it still holds. */
export type PastDecision = Made &
  (
    | {what: 'decided'; decision: CandidateDecision}
    | {what: 'merged' | 'merge taken back'; from: number; into: number}
    | {what: 'split'; newCandidateNo: number}
  );

interface TrailRow {
  at: Date;
  by: string;
  what: string;
  before: string | null;
  after: string;
}

/** All that people decided about a candidate, merges of others into it included, oldest first. */
export async function readCandidateHistory(
  workspace: Workspace,
  candidateNo: number,
): Promise<PastDecision[]> {
  const rows = await readRegister(
    workspace,
    (session) =>
      session.query<TrailRow>(
        `select decided_at as "at", decided_by as "by", what, before, after
         from audit_trail
         where what in ('decided about candidate', 'split candidate') and subject = $name
           or what = 'merged candidate'
             and ($no in ((after->>'from')::integer, (after->>'into')::integer))
           or what = 'unmerged candidate'
             and ($no in ((before->>'from')::integer, (before->>'into')::integer))
         order by entry`,
        {name: candidateName(candidateNo), no: candidateNo},
      ),
    {absent: []},
  );
  return rows.map(pastDecision);
}

function pastDecision({at, by, what, before, after}: TrailRow): PastDecision {
  const said: unknown = JSON.parse(after);
  const made = {at, by, reason: (said as {reason: string}).reason};
  switch (what) {
    case 'merged candidate':
      return {...made, what: 'merged', ...endsOf(said as Ends)};
    case 'unmerged candidate':
      return {...made, what: 'merge taken back', ...endsOf(JSON.parse(before ?? '') as Ends)};
    case 'split candidate':
      return {...made, what: 'split', newCandidateNo: (said as SplitOff).newCandidateNo};
    default:
      return {...made, what: 'decided', decision: {...(said as CandidateDecision), at}};
  }
}

interface Ends {
  from: number;
  into: number;
}

interface SplitOff {
  newCandidateNo: number;
}

function endsOf({from, into}: Ends): Ends {
  return {from, into};
}
