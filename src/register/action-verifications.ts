import type {Workspace} from '../config/workspace.ts';
import type {Session} from '../warehouse/database.ts';
import {changeRegister, readRegister} from './register-file.ts';

/** A verdict as it was found by one build; never changed, only followed by another. */
export interface StoredVerification {
  /** From 1, without gaps. */
  verificationNo: number;
  actionNo: number;
  /** Of the action that was judged. */
  actionVersion: number;
  verifiedAt: Date;
  build: number;
  inputsHash: string;
  /** The data's own clock. */
  asOf: Date;
  verdict: string;
  /** What was compared, how, and what came of it: plain JSON. */
  evidence: object;
}

export type NewVerification = Omit<StoredVerification, 'verificationNo'>;

/** Every verification there was, oldest first; of one action where it is named. */
export async function readVerifications(
  workspace: Workspace,
  {actionNo}: {actionNo?: number} = {},
): Promise<StoredVerification[]> {
  return readRegister(workspace, (session) => selectVerifications(session, {actionNo}), {
    absent: [],
  });
}

export async function selectVerifications(
  session: Session,
  {actionNo}: {actionNo?: number | undefined} = {},
): Promise<StoredVerification[]> {
  const rows = await session.query<Omit<StoredVerification, 'evidence'> & {evidence: string}>(
    `select verification_no as "verificationNo", action_no as "actionNo",
       action_version as "actionVersion", verified_at as "verifiedAt", build,
       inputs_hash as "inputsHash", as_of as "asOf", verdict, evidence
     from action_verification
     ${actionNo === undefined ? '' : 'where action_no = $no'} order by verification_no`,
    actionNo === undefined ? {} : {no: actionNo},
  );
  return rows.map((row) => ({...row, evidence: JSON.parse(row.evidence) as object}));
}

/**
 * Adds verdicts to those there are. What says the same of the same inputs and the same action as the last
 * one does is not added again.
 * @returns those that were added
 */
export async function addVerifications(
  workspace: Workspace,
  found: readonly NewVerification[],
): Promise<NewVerification[]> {
  if (found.length === 0) return [];
  return changeRegister(workspace, async (session) => {
    const last = new Map<number, StoredVerification>();
    for (const each of await selectVerifications(session)) last.set(each.actionNo, each);
    const news = found.filter((each) => !isSame(last.get(each.actionNo), each));
    for (const each of news) await insertVerification(session, each);
    return news;
  });
}

export async function insertVerification(session: Session, row: NewVerification): Promise<void> {
  await session.run(
    `insert into action_verification
     select coalesce(max(verification_no), 0) + 1, $no, $version, $at::timestamptz, $build, $hash,
       $as_of::timestamptz, $verdict, $evidence
     from action_verification`,
    {
      ...{no: row.actionNo, version: row.actionVersion, at: row.verifiedAt.toISOString()},
      ...{build: row.build, hash: row.inputsHash, as_of: row.asOf.toISOString()},
      ...{verdict: row.verdict, evidence: JSON.stringify(row.evidence)},
    },
  );
}

function isSame(before: StoredVerification | undefined, after: NewVerification): boolean {
  if (!before || before.verdict !== after.verdict) return false;
  if (before.inputsHash !== after.inputsHash) return false;
  return JSON.stringify(before.evidence) === JSON.stringify(after.evidence);
}

/** The verdict found last; null where nothing was compared yet. */
export async function latestVerdict(session: Session, actionNo: number): Promise<string | null> {
  const [row] = await session.query<{verdict: string}>(
    `select verdict from action_verification where action_no = $no
     order by verification_no desc limit 1`,
    {no: actionNo},
  );
  return row?.verdict ?? null;
}
