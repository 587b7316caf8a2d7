import {Router, type Request, type Response} from 'express';
import type {z} from 'zod';
import {candidateNumber} from '../../problems/candidate.ts';
import {candidateName} from '../../register/candidate-decisions.ts';
import type {Session} from '../../warehouse/database.ts';
import {
  candidateDecisionSchema,
  candidateMergeSchema,
  candidateRemedies,
  candidateSplitSchema,
  candidateUnmergeSchema,
} from '../candidate-request.ts';
import {decideCandidate, mergeByHand, splitByHand, unmergeByHand} from '../decide-candidate.ts';
import {checkedBody} from '../link-request.ts';
import {readQuery} from '../query.ts';
import {jsonBody} from '../request-body.ts';
import type {RouteContext} from '../route-context.ts';
import {sameOriginOnly} from '../same-origin.ts';

/**
 * What people decide about problem candidates, for programs. It stands before the guard that lets only
 * reading through, with its own protection.
 */
export function problemDecisionRoutes(context: RouteContext): Router {
  const router = Router();
  const on = <Body>(
    path: string,
    schema: z.ZodType<Body>,
    work: (body: Body, place: Place, name: string) => Promise<object>,
  ) =>
    router.post(path, sameOriginOnly, jsonBody, (request, response) =>
      answer(context, {request, response}, schema, work),
    );
  on('/api/problems/merge', candidateMergeSchema, async (body, place) =>
    named(await mergeByHand(body, place)),
  );
  on('/api/problems/unmerge', candidateUnmergeSchema, async (body, place) =>
    named(await unmergeByHand(body, place)),
  );
  on('/api/problems/:name/split', candidateSplitSchema, async (body, place, name) => {
    const {newCandidateNo} = await splitByHand(name, body, place);
    return {candidate: tidied(name), newCandidate: candidateName(newCandidateNo)};
  });
  on('/api/problems/:name/decision', candidateDecisionSchema, async (body, place, name) => ({
    candidate: tidied(name),
    decision: await decideCandidate(name, body, place),
  }));
  return router;
}

type Place = Pick<RouteContext, 'workspace' | 'now'> & {session: Session};

async function answer<Body>(
  {published, workspace, now}: RouteContext,
  {request, response}: {request: Request; response: Response},
  schema: z.ZodType<Body>,
  work: (body: Body, place: Place, name: string) => Promise<object>,
): Promise<void> {
  readQuery(request.originalUrl, {single: []});
  const body = checkedBody(schema, request.body, candidateRemedies);
  const name = String(request.params['name'] ?? '');
  const done = await published.use(({database}) =>
    work(body, {session: database, workspace, now: () => now()}, name),
  );
  response.setHeader('Cache-Control', 'no-store');
  response.json(done);
}

function named({from, into}: {from: number; into: number}) {
  return {from: candidateName(from), into: candidateName(into)};
}

function tidied(name: string): string {
  return candidateName(candidateNumber(name));
}
