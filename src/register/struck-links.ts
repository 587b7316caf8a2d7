import {UserError} from '../base/user-error.ts';
import type {Workspace} from '../config/workspace.ts';
import type {Session} from '../warehouse/database.ts';
import {addToTrail} from './audit-trail.ts';
import {changeRegister, readRegister} from './register-file.ts';

/** An incident and the one it is taken to have come back as, by the tool's own ids: they outlive builds. */
export interface LinkKey {
  source: string;
  recordId: string;
  cameBackRecordId: string;
}

/** Who decides, and why. */
export interface LinkDecision extends LinkKey {
  by: string;
  reason: string;
}

/** A link that a person found to be none. */
export interface StruckLink extends LinkDecision {
  at: Date;
}

interface Effects {
  now: () => Date;
}

/**
 * Strikes a link: builds from now on leave it out of what came back. That the link exists is for the
 * caller to check.
 * @throws UserError 409 when it is struck already, with who did so and when
 */
export async function strikeLink(
  workspace: Workspace,
  {source, recordId, cameBackRecordId, by, reason}: LinkDecision,
  {now}: Effects,
): Promise<StruckLink> {
  return changeRegister(workspace, async (session) => {
    const struck = {source, recordId, cameBackRecordId, by, reason, at: now()};
    const before = await find(session, struck);
    if (before) throw struckAlready(before);
    await session.run(
      `insert into struck_link
       (source, record_id, came_back_record_id, decided_by, decided_at, reason)
       values ($source, $record_id, $came_back, $by, $at::timestamptz, $reason)`,
      {...keyOf(struck), by, at: struck.at.toISOString(), reason},
    );
    const entry = {what: 'struck link', subject: subjectOf(struck), before: null, after: struck};
    await addToTrail(session, {...entry, at: struck.at, by});
    return struck;
  });
}

/**
 * Takes a strike back: the link counts again from the next build on.
 * @returns the strike that was taken back
 * @throws UserError 409 when the link isn't struck
 */
export async function restoreLink(
  workspace: Workspace,
  {source, recordId, cameBackRecordId, by, reason}: LinkDecision,
  {now}: Effects,
): Promise<StruckLink> {
  return changeRegister(workspace, async (session) => {
    const key = {source, recordId, cameBackRecordId};
    const before = await find(session, key);
    if (!before) throw notStruck();
    await session.run(`delete from struck_link where ${isThisLink}`, keyOf(key));
    const entry = {what: 'restored link', subject: subjectOf(key), before};
    await addToTrail(session, {...entry, after: {...key, by, reason}, at: now(), by});
    return before;
  });
}

/** The links that are struck now, in the order of their keys. */
export async function readStruckLinks(workspace: Workspace): Promise<StruckLink[]> {
  return readRegister(
    workspace,
    (session) => session.query<StruckLink>(`${selectLinks} order by all`),
    {absent: []},
  );
}

/** Links of a build, each with the strike that holds now, if any. */
export function withStrikes<Link extends LinkKey>(
  links: readonly Link[],
  struckLinks: readonly StruckLink[],
): (Link & {struck: StruckLink | null})[] {
  const byKey = new Map(struckLinks.map((struck) => [subjectOf(struck), struck]));
  return links.map((link) => ({...link, struck: byKey.get(subjectOf(link)) ?? null}));
}

const selectLinks = `select source, record_id as "recordId",
  came_back_record_id as "cameBackRecordId", decided_by as "by", decided_at as "at", reason
  from struck_link`;

const isThisLink = `source = $source and record_id = $record_id
  and came_back_record_id = $came_back`;

async function find(session: Session, key: LinkKey): Promise<StruckLink | undefined> {
  return (await session.query<StruckLink>(`${selectLinks} where ${isThisLink}`, keyOf(key)))[0];
}

function keyOf({source, recordId, cameBackRecordId}: LinkKey) {
  return {source, record_id: recordId, came_back: cameBackRecordId};
}

/** As JSON, since ids may hold any character. */
function subjectOf({source, recordId, cameBackRecordId}: LinkKey): string {
  return JSON.stringify([source, recordId, cameBackRecordId]);
}

function struckAlready({by, at, reason}: StruckLink): UserError {
  return new UserError(
    `This link was struck already by ${by} on ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC: ${reason}`,
    'Restore it first to strike it for another reason.',
    409,
  );
}

function notStruck(): UserError {
  return new UserError(
    'This link is not struck.',
    'It counts already; there is nothing to restore.',
    409,
  );
}
