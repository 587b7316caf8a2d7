import {Router, type Request, type Response} from 'express';
import {UserError} from '../../base/user-error.ts';
import {actionNumber} from '../../register/action-number.ts';
import {actionName} from '../../register/action.ts';
import {StaleEdit} from '../../register/stale-edit.ts';
import {
  actionChangeSchema,
  actionCommentSchema,
  actionCreateSchema,
  actionRemedies,
} from '../action-request.ts';
import {changeByHand, commentByHand, registerAction} from '../change-actions.ts';
import {checkedBody} from '../link-request.ts';
import {readQuery} from '../query.ts';
import {jsonBody} from '../request-body.ts';
import type {RouteContext} from '../route-context.ts';
import {sameOriginOnly} from '../same-origin.ts';
import {withPlace} from './action-forms.ts';

/**
 * What programs change of the register. It stands before the guard that lets only reading through, with its
 * own protection.
 */
export function actionChangeRoutes(context: RouteContext): Router {
  const router = Router();
  router.post('/api/actions', sameOriginOnly, jsonBody, (request, response) =>
    create(context, request, response),
  );
  router.patch('/api/actions/:name', sameOriginOnly, jsonBody, (request, response) =>
    change(context, request, response),
  );
  router.post('/api/actions/:name/comments', sameOriginOnly, jsonBody, (request, response) =>
    comment(context, request, response),
  );
  return router;
}

async function create(context: RouteContext, request: Request, response: Response) {
  readQuery(request.originalUrl, {single: []});
  const body = checkedBody(actionCreateSchema, request.body, actionRemedies);
  const action = await withPlace(context, (place) => registerAction(body, place));
  const name = actionName(action.actionNo);
  response.status(201).setHeader('Location', `/api/actions/${name}`);
  answer(response, {name, action});
}

async function change(context: RouteContext, request: Request, response: Response) {
  readQuery(request.originalUrl, {single: []});
  const name = nameOf(request);
  const body = checkedBody(actionChangeSchema, request.body, actionRemedies);
  const matched = versionIn(request.headers['if-match']);
  const version = body.version ?? matched;
  if (version === null)
    throw new UserError(
      'The request doesn’t say which version of the action was seen.',
      'Send version, or If-Match with the ETag of GET /api/actions/…',
      428,
    );
  try {
    const action = await withPlace(context, (place) =>
      changeByHand(name, {...body, version}, place),
    );
    answer(response, {name, action});
  } catch (error) {
    if (!(error instanceof StaleEdit)) throw error;
    const {message, remedy, seen, current} = error;
    response.status(body.version === undefined ? 412 : 409);
    answer(response, {error: message, remedy, seen, current});
  }
}

async function comment(context: RouteContext, request: Request, response: Response) {
  readQuery(request.originalUrl, {single: []});
  const body = checkedBody(actionCommentSchema, request.body, actionRemedies);
  const name = nameOf(request);
  const said = await commentByHand(name, body, {...context, now: () => context.now()});
  answer(response, {name, comment: said});
}

/** Changed answers are nobody's to keep. */
function answer(response: Response, body: object): void {
  response.setHeader('Cache-Control', 'no-store');
  response.json(body);
}

function nameOf(request: Request): string {
  return actionName(actionNumber(String(request.params['name'])));
}

function versionIn(tag: string | undefined): number | null {
  const digits = /^\s*"([1-9]\d{0,8})(?:\.\d+)?"\s*$/.exec(tag ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}
