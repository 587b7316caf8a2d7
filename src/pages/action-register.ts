import type {Workspace} from '../config/workspace.ts';
import {readActionVerifications, type ActionVerification} from '../improvement/verify-actions.ts';
import type {Action, PackReference} from '../register/action.ts';
import {readComments, type ActionComment} from '../register/action-comments.ts';
import {readActions} from '../register/actions.ts';
import {readAuditTrail, type AuditEntry} from '../register/audit-trail.ts';

/** What the register holds about actions, for pages that show it. */
export interface ActionRegister {
  actions: readonly Action[];
  /** Oldest first. */
  verifications: readonly ActionVerification[];
  /** Of the one action a page is about, oldest first. */
  comments: readonly ActionComment[];
  /** Of that action too. */
  trail: readonly AuditEntry[];
  /** Packs that decisions may have been taken from, newest first. */
  packs: readonly PackReference[];
}

export const noActions: ActionRegister = {
  ...{actions: [], verifications: [], comments: [], trail: [], packs: []},
};

/** @param actionNo whose comments and history are wanted */
export async function readActionRegister(
  workspace: Workspace,
  {actionNo, packs = []}: {actionNo?: number | undefined; packs?: readonly PackReference[]} = {},
): Promise<ActionRegister> {
  const actions = await readActions(workspace);
  const verifications = await readActionVerifications(workspace);
  if (actionNo === undefined) return {actions, verifications, comments: [], trail: [], packs};
  const trail = await readAuditTrail(workspace);
  return {
    ...{actions, verifications, packs},
    comments: await readComments(workspace, {actionNo}),
    trail: trail.filter(({subject}) => subject === `A-${actionNo}`),
  };
}
