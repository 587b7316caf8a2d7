import {Router, type Request, type Response} from 'express';
import {readActionRegister} from '../../pages/action-register.ts';
import {actionRow} from '../../register/action-files.ts';
import {actionNumber} from '../../register/action-number.ts';
import {actionName, actionStatuses, type Action} from '../../register/action.ts';
import {noSuchAction} from '../../register/actions.ts';
import {actionColumns} from '../action-columns.ts';
import {formatOf, sendListing} from '../format.ts';
import {oneOf} from '../problem-request.ts';
import {readQuery} from '../query.ts';
import type {RouteContext} from '../route-context.ts';
import {isUnchanged} from '../unchanged.ts';

/** The improvement register, for programs. */
export function actionRoutes(context: RouteContext): Router {
  const router = Router();
  router.get('/api/actions', (request, response) => list(context, request, response));
  router.get('/api/actions/:name', (request, response) => one(context, request, response));
  return router;
}

async function list(
  {workspace, published, stamp}: RouteContext,
  request: Request,
  response: Response,
) {
  const query = readQuery(request.originalUrl, {single: ['owner', 'format'], repeated: ['status']});
  const format = formatOf(request, query);
  const owner = query.one('owner');
  const statuses = query.many('status').map((each) => oneOf(actionStatuses, each, 'status'));
  const {actions, verifications} = await readActionRegister(workspace);
  const verdicts = new Map(verifications.map(({actionNo, verdict}) => [actionNo, verdict]));
  const wanted = actions.filter(
    (action) =>
      (owner === null || action.owner === owner) &&
      (statuses.length === 0 || statuses.includes(action.status)),
  );
  const told = wanted.map((action) => ({
    ...{name: actionName(action.actionNo), ...action},
    verdict: verdicts.get(action.actionNo) ?? null,
  }));
  await published.use(async ({build}) => {
    if (isUnchanged(request, response, {build: JSON.stringify([build, told]), stamp})) return;
    sendListing(response, format, {
      ...{name: 'actions', columns: actionColumns, rows: wanted.map(actionRow)},
      json: {build, actions: told},
    });
  });
}

async function one({workspace}: RouteContext, request: Request, response: Response) {
  readQuery(request.originalUrl, {single: []});
  const actionNo = actionNumber(String(request.params['name']));
  const {actions, verifications, comments, trail} = await readActionRegister(workspace, {actionNo});
  const action = actions.find((each) => each.actionNo === actionNo);
  if (!action) throw noSuchAction(actionNo);
  const own = verifications.filter((each) => each.actionNo === actionNo);
  response.setHeader('ETag', actionTag(action, trail.length + own.length));
  response.setHeader('Cache-Control', 'private, no-cache');
  if (request.fresh) return void response.status(304).end();
  response.json({
    ...{name: actionName(actionNo), action, verifications: own, comments},
    history: trail.map(({subject: _, ...entry}) => entry),
  });
}

/** The version, which `If-Match` sends back, and how much was told since. */
function actionTag({version}: Action, told: number): string {
  return `"${version}.${told}"`;
}
