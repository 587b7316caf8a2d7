import type {Session} from '../warehouse/database.ts';
import {insertSettings} from './settings-rows.ts';

/** What the register knows of problem candidates: names of earlier builds, and what people changed. */
export interface CandidateSettings {
  known: {
    candidates: readonly {
      candidateNo: number;
      label: string;
      incidentCount: number;
      isGone: boolean;
    }[];
    members: readonly {candidateNo: number; source: string; recordId: string}[];
  };
  edits: {
    merges: readonly {from: number; into: number}[];
    splits: readonly {candidateNo: number; wordingKey: string; newCandidateNo: number}[];
    accepted: readonly {candidateNo: number; problemId: string}[];
  };
}

/** Writes what the register knows of problem candidates, so that builds find them under their numbers. */
export async function writeCandidates(
  session: Session,
  {known, edits}: CandidateSettings,
): Promise<void> {
  await insertSettings(
    session,
    'known_candidate',
    known.candidates.map(({candidateNo, label, incidentCount, isGone}) => ({
      candidate_no: candidateNo,
      label,
      incident_count: incidentCount,
      is_gone: isGone,
    })),
  );
  // A split's number comes from its wordings: its incidents are no sign of which candidate they came from.
  const isSplitOff = new Set(edits.splits.map(({newCandidateNo}) => newCandidateNo));
  const members = known.members.filter(({candidateNo}) => !isSplitOff.has(candidateNo));
  await insertSettings(
    session,
    'known_candidate_member',
    members.map(({candidateNo, source, recordId}) => ({
      candidate_no: candidateNo,
      source,
      record_id: recordId,
    })),
  );
  await writeEdits(session, edits);
}

async function writeEdits(
  session: Session,
  {merges, splits, accepted}: CandidateSettings['edits'],
): Promise<void> {
  await insertSettings(
    session,
    'candidate_merge',
    merges.map(({from, into}) => ({from_candidate_no: from, into_candidate_no: into})),
  );
  await insertSettings(
    session,
    'candidate_split',
    splits.map(({candidateNo, wordingKey, newCandidateNo}) => ({
      candidate_no: candidateNo,
      wording_key: wordingKey,
      new_candidate_no: newCandidateNo,
    })),
  );
  await insertSettings(
    session,
    'accepted_candidate',
    accepted.map(({candidateNo, problemId}) => ({
      candidate_no: candidateNo,
      problem_id: problemId,
    })),
  );
}
