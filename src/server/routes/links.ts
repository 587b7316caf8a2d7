import {Router, type Request, type Response} from 'express';
import {incident} from '../../../dashboards/incident.ts';
import {UserError} from '../../base/user-error.ts';
import {findRecord} from '../../metrics/incident.ts';
import {incidentHref} from '../../pages/link.ts';
import {decideLink, type LinkRequest} from '../decide-link.ts';
import {checkedBody, formSchema, restoreSchema, strikeSchema} from '../link-request.ts';
import {readQuery} from '../query.ts';
import {formBody, jsonBody} from '../request-body.ts';
import type {RouteContext} from '../route-context.ts';
import {sameOriginOnly} from '../same-origin.ts';

const formPath = `${incident.path}/:key/links`;

/**
 * What a person decides about a link between incidents: the form on an incident's page, and the same for
 * programs. It stands before the guard that lets only reading through, with its own protection.
 */
export function linkRoutes(context: RouteContext): Router {
  const router = Router();
  router.post(formPath, sameOriginOnly, formBody, (request, response) =>
    decideByForm(context, request, response),
  );
  // Whoever loads the address of an answered form again wants the page it was on.
  router.get(formPath, (request, response) =>
    response.redirect(302, incidentHref(String(request.params['key']))),
  );
  for (const task of ['strike', 'restore'] as const)
    router.post(`/api/links/${task}`, sameOriginOnly, jsonBody, (request, response) =>
      decideByProgram(context, task, request, response),
    );
  return router;
}

async function decideByForm(
  context: RouteContext,
  request: Request,
  response: Response,
): Promise<void> {
  readQuery(request.originalUrl, {single: []});
  const asked = checkedBody(formSchema, request.body);
  const key = String(request.params['key']);
  await context.published.use(async ({database}) => {
    const {record_key} = await findRecord(database, key);
    if (record_key !== asked.record && record_key !== asked.cameBack) throw notOfThis(key);
    await decideLink(asked, {...context, session: database});
    response.redirect(303, `${incidentHref(record_key)}#links`);
  });
}

async function decideByProgram(
  context: RouteContext,
  task: LinkRequest['task'],
  request: Request,
  response: Response,
): Promise<void> {
  readQuery(request.originalUrl, {single: []});
  const asked = checkedBody(task === 'strike' ? strikeSchema : restoreSchema, request.body);
  const {record, cameBack} = asked;
  const struck = await context.published.use(({database}) =>
    decideLink({task, ...asked}, {...context, session: database}),
  );
  response.setHeader('Cache-Control', 'no-store');
  response.json({record, cameBack, struck: struck && decisionOf(struck)});
}

function decisionOf({by, at, reason}: {by: string; at: Date; reason: string}) {
  return {by, at, reason};
}

function notOfThis(key: string): UserError {
  return new UserError(
    `The link is none of ${key}’s.`,
    'Use the form on the page of one of its two incidents.',
    404,
  );
}
