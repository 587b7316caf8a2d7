import {Router, type Request, type Response} from 'express';
import {problem} from '../../../dashboards/problem.ts';
import {candidateHref} from '../../pages/link.ts';
import {candidateNumber} from '../../problems/candidate.ts';
import {candidateName} from '../../register/candidate-decisions.ts';
import type {Session} from '../../warehouse/database.ts';
import {readCandidateForm, type CandidateForm} from '../candidate-form.ts';
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
  const anchor = form.task === 'split' ? 'wordings' : 'decision';
  const shown = await published.use(({database}) =>
    done(name, form, {session: database, workspace, now: () => now()}),
  );
  response.redirect(303, `${candidateHref(shown)}#${anchor}`);
}

type Place = Pick<RouteContext, 'workspace' | 'now'> & {session: Session};

/** @returns the candidate whose page tells it: what was merged may have none any more */
async function done(name: string, form: CandidateForm, place: Place): Promise<string> {
  switch (form.task) {
    case 'merge':
      await mergeByHand(form.request, place);
      return name;
    case 'unmerge':
      return candidateName((await unmergeByHand(form.request, place)).into);
    case 'split':
      await splitByHand(name, form.request, place);
      return name;
    case 'decide':
      await decideCandidate(name, form.request, place);
      return name;
  }
}
