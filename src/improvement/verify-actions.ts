import type {Workspace} from '../config/workspace.ts';
import type {Catalogue} from '../metrics/catalogue.ts';
import {readBuildInfo} from '../metrics/imports.ts';
import {readFrame} from '../metrics/frame.ts';
import {actionName, type Action} from '../register/action.ts';
import {
  addVerifications,
  readVerifications,
  type NewVerification,
  type StoredVerification,
} from '../register/action-verifications.ts';
import {readActions} from '../register/actions.ts';
import type {Session} from '../warehouse/database.ts';
import type {EffectVerdict} from './effect-verdict.ts';
import type {VerificationEvidence} from './verification.ts';
import {verifyAction} from './verify-action.ts';

/** A stored verdict with its evidence. */
export interface ActionVerification extends StoredVerification {
  verdict: EffectVerdict;
  evidence: VerificationEvidence;
}

export interface Verified {
  added: NewVerification[];
  /** Actions that could not be compared, with the reason. */
  failed: {action: string; reason: string}[];
}

/**
 * Compares every action whose effect is due in a build, and keeps the verdicts beside those of the builds
 * before. What was found before is never changed.
 * @param actionNo only this one
 */
export async function verifyActions(
  {workspace, session, catalogue}: {workspace: Workspace; session: Session; catalogue: Catalogue},
  {now, actionNo}: {now: () => Date; actionNo?: number},
): Promise<Verified> {
  const actions = await readActions(workspace);
  if (actions.length === 0) return {added: [], failed: []};
  const [frame, info] = [await readFrame(session), await readBuildInfo(session)];
  const due = actions.filter(
    (action) =>
      (actionNo === undefined || action.actionNo === actionNo) && isDue(action, frame.asOfOn),
  );
  const found: NewVerification[] = [];
  const failed: Verified['failed'] = [];
  for (const action of due) {
    try {
      const evidence = await verifyAction(session, catalogue, action);
      found.push({
        ...{actionNo: action.actionNo, actionVersion: action.version, verifiedAt: now()},
        ...{build: Number(info.build), inputsHash: info.inputs_hash, asOf: frame.asOf},
        ...{verdict: evidence.verdict, evidence},
      });
    } catch (error) {
      // A metric or dimension may have gone since the action was written down.
      failed.push({action: actionName(action.actionNo), reason: reasonOf(error)});
    }
  }
  return {added: await addVerifications(workspace, found), failed};
}

/** Work has been agreed on and its effect is expected by now. */
function isDue({status, effectOn}: Action, asOfOn: string): boolean {
  return status !== 'proposed' && status !== 'dropped' && effectOn <= asOfOn;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The verdicts there are, oldest first. */
export async function readActionVerifications(
  workspace: Workspace,
  of: {actionNo?: number} = {},
): Promise<ActionVerification[]> {
  return (await readVerifications(workspace, of)) as ActionVerification[];
}
