import {UserError} from '../base/user-error.ts';
import type {Workspace} from '../config/workspace.ts';
import {addToTrail} from './audit-trail.ts';
import {changeRegister, readRegister} from './register-file.ts';

/** A list of incidents that somebody keeps by a name: for everybody who works here. */
export interface SavedView {
  name: string;
  /** What the page's address says after the `?`. */
  query: string;
  by: string;
  at: Date;
}

/** The views that are kept, by name. */
export async function readSavedViews(workspace: Workspace): Promise<SavedView[]> {
  return readRegister(
    workspace,
    (session) => session.query<SavedView>(`${selectViews} order by lower(name)`),
    {absent: []},
  );
}

/**
 * Keeps a view.
 * @throws UserError 409 for a name that another view has
 */
export async function saveView(
  workspace: Workspace,
  {name, query, by}: Omit<SavedView, 'at'>,
  {now}: {now: () => Date},
): Promise<SavedView> {
  return changeRegister(workspace, async (session) => {
    const [taken] = await session.query<SavedView>(
      `${selectViews} where lower(name) = lower($name)`,
      {
        name,
      },
    );
    if (taken)
      throw new UserError(
        `There is a view “${taken.name}” already, saved by ${taken.by}.`,
        'Take another name, or remove that one first.',
        409,
      );
    const view = {name, query, by, at: now()};
    await session.run(
      `insert into saved_view (name, query, saved_by, saved_at)
       values ($name, $query, $by, $at::timestamptz)`,
      {name, query, by, at: view.at.toISOString()},
    );
    const entry = {what: 'saved view', subject: name, before: null, after: view};
    await addToTrail(session, {...entry, by, at: view.at});
    return view;
  });
}

/**
 * Forgets a view; the audit trail keeps what it was.
 * @throws UserError 404 where there is none of that name
 */
export async function removeView(
  workspace: Workspace,
  {name, by}: Pick<SavedView, 'name' | 'by'>,
  {now}: {now: () => Date},
): Promise<void> {
  await changeRegister(workspace, async (session) => {
    const [view] = await session.query<SavedView>(`${selectViews} where name = $name`, {name});
    if (!view)
      throw new UserError(
        `There is no view “${name.slice(0, 40)}”.`,
        'Somebody may have removed it: load the list of incidents again.',
        404,
      );
    await session.run('delete from saved_view where name = $name', {name});
    const entry = {what: 'removed view', subject: name, before: view, after: null};
    await addToTrail(session, {...entry, by, at: now()});
  });
}

const selectViews = `select name, query, saved_by as "by", saved_at as "at" from saved_view`;
