import {Router, type Request, type Response} from 'express';
import {improvement} from '../../../dashboards/improvement.ts';
import {actionHref} from '../../pages/link.ts';
import {actionNumber} from '../../register/action-number.ts';
import {actionName} from '../../register/action.ts';
import {readAction} from '../../register/actions.ts';
import {readActionForm, readNewActionForm} from '../action-form.ts';
import {changeByHand, commentByHand, registerAction, type ActionPlace} from '../change-actions.ts';
import {readQuery} from '../query.ts';
import {formBody} from '../request-body.ts';
import type {RouteContext} from '../route-context.ts';
import {sameOriginOnly} from '../same-origin.ts';

/**
 * The forms of the improvement pages, as browsers send them without script; each leads back to a page. They
 * stand before the guard that lets only reading through, with their own protection.
 */
export function actionFormRoutes(context: RouteContext): Router {
  const router = Router();
  router.post(improvement.path, sameOriginOnly, formBody, (request, response) =>
    propose(context, request, response),
  );
  router.post(`${improvement.path}/:action`, sameOriginOnly, formBody, (request, response) =>
    change(context, request, response),
  );
  return router;
}

async function propose(context: RouteContext, request: Request, response: Response) {
  readQuery(request.originalUrl, {single: []});
  const action = await withPlace(context, (place) =>
    registerAction(readNewActionForm(request.body, place.catalogue), place),
  );
  response.redirect(303, `${actionHref(actionName(action.actionNo))}#decision`);
}

async function change(context: RouteContext, request: Request, response: Response) {
  readQuery(request.originalUrl, {single: []});
  const name = actionName(actionNumber(String(request.params['action'])));
  const anchor = await withPlace(context, async (place) => {
    const action = await readAction(place.workspace, actionNumber(name));
    const form = readActionForm(request.body, action, place.catalogue);
    if (form.task === 'comment') {
      await commentByHand(name, form.request, place);
      return 'comments';
    }
    await changeByHand(name, form.request, place);
    return 'decision';
  });
  response.redirect(303, `${actionHref(name)}#${anchor}`);
}

/** Runs work on the published build, with what is measured in it. */
export async function withPlace<T>(
  {published, metrics, workspace, now}: RouteContext,
  work: (place: ActionPlace) => Promise<T>,
): Promise<T> {
  return published.use(async ({database}) =>
    work({
      session: database,
      catalogue: await metrics.of({database}),
      workspace,
      now: () => now(),
    }),
  );
}
