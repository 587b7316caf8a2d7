import {UserError} from '../base/user-error.ts';
import type {Workspace} from '../config/workspace.ts';
import type {Session} from '../warehouse/database.ts';
import type {PackReference} from './action.ts';
import {actionName} from './action.ts';
import {selectActionRows} from './action-rows.ts';
import {noSuchAction} from './actions.ts';
import {addToTrail} from './audit-trail.ts';
import {changeRegister, readRegister} from './register-file.ts';

export interface ActionComment {
  /** From 1, without gaps. */
  commentNo: number;
  actionNo: number;
  text: string;
  by: string;
  at: Date;
  /** The review it was said in. */
  pack: PackReference | null;
}

/** What was said about an action, oldest first; about all of them where none is named. */
export async function readComments(
  workspace: Workspace,
  {actionNo}: {actionNo?: number} = {},
): Promise<ActionComment[]> {
  return readRegister(workspace, (session) => selectComments(session, {actionNo}), {absent: []});
}

export async function selectComments(
  session: Session,
  {actionNo}: {actionNo?: number | undefined} = {},
): Promise<ActionComment[]> {
  const rows = await session.query<Omit<ActionComment, 'pack'> & {pack: string | null}>(
    `select comment_no as "commentNo", action_no as "actionNo", comment as "text",
       commented_by as "by", commented_at as "at", pack
     from action_comment
     ${actionNo === undefined ? '' : 'where action_no = $no'} order by comment_no`,
    actionNo === undefined ? {} : {no: actionNo},
  );
  return rows.map((row) => ({
    ...row,
    pack: row.pack === null ? null : (JSON.parse(row.pack) as PackReference),
  }));
}

/**
 * Says something about an action; nothing that is said overwrites anything.
 * @throws UserError 404 where there is no such action, 400 for nothing said
 */
export async function commentOn(
  workspace: Workspace,
  {actionNo, text, by, pack}: Omit<ActionComment, 'commentNo' | 'at'>,
  {now}: {now: () => Date},
): Promise<ActionComment> {
  if (text.trim() === '') throw new UserError('The comment is empty.', 'Say something.');
  return changeRegister(workspace, async (session) => {
    const [action] = await selectActionRows(session, {actionNo});
    if (!action) throw noSuchAction(actionNo);
    const at = now();
    const commentNo = await insertComment(session, {actionNo, text, by, at, pack});
    await addToTrail(session, {
      ...{what: 'commented on action', subject: actionName(actionNo), before: null},
      ...{after: {text, pack}, by, at},
    });
    return {commentNo, actionNo, text, by, at, pack};
  });
}

export async function insertComment(
  session: Session,
  {actionNo, text, by, at, pack}: Omit<ActionComment, 'commentNo'>,
): Promise<number> {
  const [row] = await session.query<{no: number}>(
    'select coalesce(max(comment_no), 0)::integer + 1 as no from action_comment',
  );
  const no = row?.no ?? 1;
  await session.run(
    `insert into action_comment
     values ($no, $action, $text, $by, $at::timestamptz, $pack)`,
    {
      ...{no, action: actionNo, text, by, at: at.toISOString()},
      pack: pack && JSON.stringify(pack),
    },
  );
  return no;
}
