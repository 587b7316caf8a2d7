import {randomUUID} from 'node:crypto';
import {UserError} from '../base/user-error.ts';
import type {Workspace} from '../config/workspace.ts';
import type {Session} from '../warehouse/database.ts';
import {
  actionName,
  type Action,
  type ActionFields,
  type ActionOrigin,
  type ActionStatus,
  type PackReference,
} from './action.ts';
import {selectActionRows, writeActionRow} from './action-rows.ts';
import {latestVerdict} from './action-verifications.ts';
import {addToTrail} from './audit-trail.ts';
import {checkAction, checkMove} from './check-action.ts';
import {changeRegister, readRegister} from './register-file.ts';
import {staleAction} from './stale-action.ts';

interface Effects {
  now: () => Date;
}

export interface NewAction extends ActionFields {
  status: 'proposed' | 'agreed' | 'in progress' | 'done';
  origin: ActionOrigin;
  by: string;
  /** Given to what is registered by a program: the same id is never registered twice. */
  actionId?: string;
}

export interface ActionChange {
  actionNo: number;
  /** The version that was seen when changing it. */
  version: number;
  fields: Partial<ActionFields>;
  status?: ActionStatus;
  by: string;
  /** Why, where there is more to say. */
  reason: string;
  /** The review it was decided in. */
  pack: PackReference | null;
}

/** Every action, by number. */
export async function readActions(workspace: Workspace): Promise<Action[]> {
  return readRegister(workspace, (session) => selectActionRows(session), {absent: []});
}

/**
 * One action.
 * @throws UserError 404 where there is none
 */
export async function readAction(workspace: Workspace, actionNo: number): Promise<Action> {
  const found = await readRegister(workspace, (session) => selectActionRows(session, {actionNo}), {
    absent: [],
  });
  if (found[0]) return found[0];
  throw noSuchAction(actionNo);
}

/**
 * Registers an action under the next number.
 * @returns the action; where its id is registered already, that one as it stands
 * @throws UserError for fields nothing could be verified by
 */
export async function createAction(
  workspace: Workspace,
  {by, actionId, ...rest}: NewAction,
  {now}: Effects,
): Promise<Action> {
  checkAction(rest);
  return changeRegister(workspace, async (session) => {
    if (actionId !== undefined) {
      const [known] = await selectActionRows(session, {actionId});
      if (known) return known;
    }
    const at = now();
    const action: Action = {
      ...rest,
      actionNo: await nextActionNo(session),
      actionId: actionId ?? randomUUID(),
      version: 1,
      ...{createdBy: by, createdAt: at, changedBy: by, changedAt: at},
    };
    await writeActionRow(session, action);
    const subject = actionName(action.actionNo);
    const entry = {what: 'registered action', subject, before: null, after: action};
    await addToTrail(session, {...entry, by, at});
    return action;
  });
}

/**
 * Changes an action: all of it in one version, with what stood before in the trail.
 * @throws StaleEdit 409 when it has changed since `version`, UserError 404 where there is none, 409 for a move
 * there isn't or for a verification without a stored effect
 */
export async function changeAction(
  workspace: Workspace,
  {actionNo, version, fields, status, by, reason, pack}: ActionChange,
  {now}: Effects,
): Promise<Action> {
  return changeRegister(workspace, async (session) => {
    const [before] = await selectActionRows(session, {actionNo});
    if (!before) throw noSuchAction(actionNo);
    if (before.version !== version) throw await staleAction(session, before, version);
    const to = status ?? before.status;
    checkMove(before.status, to);
    const at = now();
    const after: Action = {
      ...{...before, ...fields},
      ...{status: to, version: version + 1, changedBy: by, changedAt: at},
    };
    checkAction(after);
    if (to === 'verified' && before.status !== 'verified') await requireEffect(session, after);
    await writeActionRow(session, after);
    await addToTrail(session, {
      ...{what: 'changed action', subject: actionName(actionNo)},
      ...{before, after: {...after, reason, pack}, by, at},
    });
    return after;
  });
}

/** A change of what is measured makes an older verdict one about something else. */
async function requireEffect(session: Session, action: Action): Promise<void> {
  const verdict = await latestVerdict(session, action.actionNo);
  if (verdict === 'effect seen') return;
  throw new UserError(
    `${actionName(action.actionNo)} can’t be verified: ${
      verdict === null ? 'nothing has been compared yet' : `the last verdict is “${verdict}”`
    }.`,
    'Wait for a build that sees the effect, or drop the action with the reason.',
    409,
  );
}

async function nextActionNo(session: Session): Promise<number> {
  const [row] = await session.query<{no: number}>(
    'select coalesce(max(action_no), 0)::integer + 1 as no from action',
  );
  return row?.no ?? 1;
}

export function noSuchAction(actionNo: number): UserError {
  return new UserError(
    `There is no action ${actionName(actionNo)}.`,
    'See which there are on the Improvement page, or with: meantime actions',
    404,
  );
}
