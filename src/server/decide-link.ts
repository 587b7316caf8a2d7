import type {Workspace} from '../config/workspace.ts';
import {findLink, noSuchLink} from '../metrics/incident-links.ts';
import {
  readStruckLinks,
  restoreLink,
  strikeLink,
  type LinkKey,
  type StruckLink,
} from '../register/struck-links.ts';
import type {Session} from '../warehouse/database.ts';

export interface LinkRequest {
  task: 'strike' | 'restore';
  /** Keys of the two records, `source:record_id`. */
  record: string;
  cameBack: string;
  by: string;
  reason: string;
}

interface Place {
  /** The published build, which knows the links. */
  session: Session;
  workspace: Workspace;
  now: () => Date;
}

/**
 * Strikes or restores a link in the register.
 * @returns the strike that holds from now on; null once restored
 * @throws UserError 404 for a link that isn't there, 409 when it is struck (or not) already
 */
export async function decideLink(
  {task, record, cameBack, by, reason}: LinkRequest,
  {session, workspace, now}: Place,
): Promise<StruckLink | null> {
  const key = (await findLink(session, {record, cameBack})) ?? null;
  if (task === 'strike') {
    if (!key) throw noSuchLink(record, cameBack);
    return strikeLink(workspace, {...idsOf(key), by, reason}, {now});
  }
  // What was struck may have gone from the data since, and can be restored all the same.
  const struck = key ?? (await findStruck(workspace, {record, cameBack}));
  if (!struck) throw noSuchLink(record, cameBack);
  await restoreLink(workspace, {...idsOf(struck), by, reason}, {now});
  return null;
}

async function findStruck(
  workspace: Workspace,
  {record, cameBack}: {record: string; cameBack: string},
): Promise<StruckLink | undefined> {
  return (await readStruckLinks(workspace)).find(
    ({source, recordId, cameBackRecordId}) =>
      `${source}:${recordId}` === record && `${source}:${cameBackRecordId}` === cameBack,
  );
}

function idsOf({source, recordId, cameBackRecordId}: LinkKey): LinkKey {
  return {source, recordId, cameBackRecordId};
}
