import {UserError} from '../base/user-error.ts';
import type {Workspace} from '../config/workspace.ts';
import {baselineValue, proposeMeasure} from '../improvement/propose-action.ts';
import {verifyActions} from '../improvement/verify-actions.ts';
import type {Catalogue} from '../metrics/catalogue.ts';
import {dimensionOf} from '../metrics/dimension.ts';
import {candidateNumber} from '../problems/candidate.ts';
import {readCandidate} from '../problems/read-candidate.ts';
import {actionNumber} from '../register/action-number.ts';
import type {Action, ActionFields, ActionFilter} from '../register/action.ts';
import {commentOn, type ActionComment} from '../register/action-comments.ts';
import {changeAction, createAction, readAction} from '../register/actions.ts';
import type {Session} from '../warehouse/database.ts';
import {
  packReference,
  type ActionChangeRequest,
  type ActionCommentRequest,
  type ActionCreateRequest,
} from './action-request.ts';

export interface ActionPlace {
  /** The published build, which knows what is measured. */
  session: Session;
  catalogue: Catalogue;
  workspace: Workspace;
  now: () => Date;
}

/**
 * Registers an action; what isn't said of its measure is filled in from the data.
 * @throws UserError for a metric, dimension or candidate there isn't, and where there is nothing to compare with
 */
export async function registerAction(
  {pack, origin, status, by, candidate, owner, ...said}: ActionCreateRequest,
  place: ActionPlace,
): Promise<Action> {
  const candidateNo = await checkedCandidate(candidate, place);
  checkMeasure(place.catalogue, {metric: said.metric, where: said.where});
  const {metric, where} = said;
  const proposed = await proposeMeasure(place.session, place.catalogue, {
    metric,
    where,
    candidateNo,
  });
  const days = {
    baselineFrom: said.baselineFrom ?? proposed.baselineFrom,
    baselineTo: said.baselineTo ?? proposed.baselineTo,
  };
  const value = said.baselineValue ?? (await valueOf(place, {metric, where, candidateNo, ...days}));
  const target = said.targetValue ?? proposed.targetValue;
  if (target === null) throw new UserError('The action has no target.', 'Send targetValue.');
  const {title, dueOn, effortDays, cost, notes} = said;
  const action = await createAction(
    place.workspace,
    {
      ...{title, owner: owner ?? by, dueOn, metric, where, candidateNo, ...days},
      ...{baselineValue: value, targetValue: target, effortDays, cost, notes},
      effectOn: said.effectOn ?? laterOf(proposed.effectOn, days.baselineTo),
      ...{status, by, origin: {...origin, pack: packReference(pack)}},
    },
    place,
  );
  await verifyNow(action, place);
  return action;
}

/**
 * Changes an action that was seen in a version, and compares anew where what is compared has changed.
 * @throws StaleEdit 409 when it has changed since
 */
export async function changeByHand(
  name: string,
  {version, status, reason, pack, by, candidate, ...said}: ActionChangeRequest & {version: number},
  place: ActionPlace,
): Promise<Action> {
  const actionNo = actionNumber(name);
  const before = await readAction(place.workspace, actionNo);
  const candidateNo =
    candidate === undefined ? before.candidateNo : await checkedCandidate(candidate, place);
  const fields: Partial<ActionFields> = defined({...said, candidateNo});
  const after = {...before, ...fields};
  if (fields.metric !== undefined || fields.where !== undefined)
    checkMeasure(place.catalogue, after);
  if (said.baselineValue === undefined && isOtherBaseline(before, after))
    fields.baselineValue = await valueOf(place, after);
  const action = await changeAction(
    place.workspace,
    {
      ...{actionNo, version, fields, by, reason, pack: packReference(pack)},
      ...(status === undefined ? {} : {status}),
    },
    place,
  );
  await verifyNow(action, place);
  return action;
}

export async function commentByHand(
  name: string,
  {text, by, pack}: ActionCommentRequest,
  {workspace, now}: Pick<ActionPlace, 'workspace' | 'now'>,
): Promise<ActionComment> {
  const said = {actionNo: actionNumber(name), text, by, pack: packReference(pack)};
  return commentOn(workspace, said, {now});
}

/** Nobody waits for the next build: the published one can tell at once. */
async function verifyNow({actionNo}: Action, place: ActionPlace): Promise<void> {
  await verifyActions(place, {now: place.now, actionNo});
}

async function checkedCandidate(
  candidate: string | null,
  {session}: ActionPlace,
): Promise<number | null> {
  if (candidate === null) return null;
  const candidateNo = candidateNumber(candidate);
  await readCandidate(session, candidateNo, []);
  return candidateNo;
}

/** @throws UserError 404 for a metric there isn't, 400 for one that can't be cut that way */
function checkMeasure(
  catalogue: Catalogue,
  {metric: id, where}: {metric: string; where: readonly ActionFilter[]},
): void {
  const metric = catalogue.get(id);
  const unknown = where.find(({dimension}) => !dimensionOf(metric, dimension));
  if (!unknown) return;
  throw new UserError(
    `“${metric.label}” can’t be cut by "${unknown.dimension.slice(0, 40)}".`,
    `Use: ${metric.by.join(', ')}.`,
  );
}

async function valueOf(
  {session, catalogue}: ActionPlace,
  of: Parameters<typeof baselineValue>[2],
): Promise<number> {
  const value = await baselineValue(session, catalogue, of);
  if (value !== null) return value;
  throw new UserError(
    `There is nothing to compare with from ${of.baselineFrom} to ${of.baselineTo}.`,
    'Choose a baseline with more incidents, or send its value.',
  );
}

function isOtherBaseline(before: Action, after: Action): boolean {
  const key = ({metric, where, candidateNo, baselineFrom, baselineTo}: Action) =>
    JSON.stringify([metric, where, candidateNo, baselineFrom, baselineTo]);
  return key(before) !== key(after);
}

function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}

function defined<T extends object>(fields: T): Partial<ActionFields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<ActionFields>;
}
