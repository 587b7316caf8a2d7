import {Router, type Request, type Response} from 'express';
import {problem} from '../../../dashboards/problem.ts';
import {candidateHref} from '../../pages/link.ts';
import {candidateNumber} from '../../problems/candidate.ts';
import {candidateName} from '../../register/candidate-decisions.ts';
import {readCandidateForm} from '../candidate-form.ts';
import {decideCandidate, mergeByHand, splitByHand, unmergeByHand} from '../decide-candidate.ts';
import {readQuery} from '../query.ts';
import {formBody} from '../request-body.ts';
import type {RouteContext} from '../route-context.ts';
import {sameOriginOnly} from '../same-origin.ts';

/**
 * The forms on a candidate's page, as browsers send them without script; each leads back to the page. They
 * stand before the guard that lets only reading through, with their own protection.
 */
export function problemFormRoutes(context: RouteContext): Router {
  const router = Router();
  router.post(`${problem.path}/:candidate`, sameOriginOnly, formBody, (request, response) =>
    decideByForm(context, request, response),
  );
  return router;
}

async function decideByForm(
  {published, workspace, now}: RouteContext,
  request: Request,
  response: Response,
): Promise<void> {
  readQuery(request.originalUrl, {single: []});
  const name = candidateName(candidateNumber(String(request.params['candidate'])));
  const form = readCandidateForm(name, request.body);
  await published.use(async ({database}) => {
    const place = {session: database, workspace, now: () => now()};
    switch (form.task) {
      case 'merge':
        await mergeByHand(form.request, place);
        break;
      case 'unmerge':
        await unmergeByHand(form.request, place);
        break;
      case 'split':
        await splitByHand(name, form.request, place);
        break;
      case 'decide':
        await decideCandidate(name, form.request, place);
    }
  });
  const anchor = form.task === 'split' ? 'wordings' : 'decision';
  response.redirect(303, `${candidateHref(name)}#${anchor}`);
}
