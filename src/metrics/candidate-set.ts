import {UserError} from '../base/user-error.ts';
import type {Session} from '../warehouse/database.ts';
import type {RowSelection} from './counted-rows.ts';
import {readFrame} from './frame.ts';
import type {Cuttable} from './dimension.ts';
import {conditionsOf, dateLiteral, endOf, type SqlText} from './slice.ts';

/** Parts of a candidate's incidents that its figures count. */
const partConditions = {
  window: 'c.is_in_window',
  recent: 'c.is_recent',
  before: 'c.is_in_window and not c.is_recent',
  boundary: 'c.is_boundary',
} as const;
export type CandidatePart = keyof typeof partConditions;
const candidateParts = Object.keys(partConditions) as CandidatePart[];

/** Parameters of a list of incidents that problem candidates lead to. */
export const candidateChoices: readonly string[] = ['candidate', 'part', 'likely_category'];

/** What such an address says for every likely category. */
export const anyCategory = 'any';

/** The incidents of one candidate, or those logged vaguely whose likely category is known. */
export type CandidateSet =
  | {set: 'candidate'; candidateNo: number; part: CandidatePart | null}
  | {set: 'likely category'; category: string | null};

/**
 * What an address asks for; null where it names neither.
 * @throws UserError for a candidate or part there can't be
 */
export function readCandidateSet(choices: Readonly<Record<string, string>>): CandidateSet | null {
  const {candidate, part, likely_category: category} = choices;
  if (candidate !== undefined)
    return {set: 'candidate', candidateNo: numberOf(candidate), part: partOf(part)};
  if (category === undefined) return null;
  return {set: 'likely category', category: category === anyCategory ? null : category};
}

function numberOf(name: string): number {
  const digits = /^PC-([1-9]\d{0,8})$/i.exec(name)?.[1];
  if (digits !== undefined) return Number(digits);
  throw new UserError(`"${name.slice(0, 40)}" is no problem candidate.`, 'Name one such as PC-12.');
}

function partOf(part: string | undefined): CandidatePart | null {
  if (part === undefined) return null;
  const found = candidateParts.find((each) => each === part);
  if (found) return found;
  throw new UserError(
    `A candidate has no part "${part.slice(0, 40)}".`,
    `Use one of: ${candidateParts.join(', ')}.`,
  );
}

/** One row an incident, dated by its opening: a query of `record_no` and `dated_at`. */
export async function candidateSetRows(
  session: Session,
  set: CandidateSet,
  {selection, cuttable}: {selection: RowSelection; cuttable: Cuttable},
): Promise<SqlText> {
  const {asOfOn} = await readFrame(session);
  const {conditions, params} = conditionsOf(cuttable, selection.where);
  const days =
    selection.from === null && selection.to === null
      ? []
      : [
          `opened_on < ${dateLiteral(endOf(selection, asOfOn))}`,
          ...(selection.from === null ? [] : [`opened_on >= ${dateLiteral(selection.from)}`]),
        ];
  const all = [...days, ...conditions];
  const members = membersOf(set);
  return {
    sql: `select record_no, opened_at as dated_at from (
      select f.* from marts.fct_incident as f
      join (${members.sql}) as m on m.record_no = f.record_no
    ) as members ${all.length > 0 ? `where ${all.join(' and ')}` : ''}`,
    params: {...params, ...members.params},
  };
}

function membersOf(set: CandidateSet): SqlText {
  if (set.set === 'candidate') {
    const part = set.part === null ? '' : ` and ${partConditions[set.part]}`;
    return {
      sql: `select c.record_no from marts.fct_candidate_incident as c
        where c.candidate_no = $candidate_no${part}`,
      params: {candidate_no: set.candidateNo},
    };
  }
  if (set.category === null)
    return {sql: 'select record_no from marts.likely_category', params: {}};
  return {
    sql: 'select record_no from marts.likely_category where likely_category = $likely',
    params: {likely: set.category},
  };
}
