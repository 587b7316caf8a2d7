import {Router, type Request, type Response} from 'express';
import {readFrame} from '../../metrics/frame.ts';
import {candidateIncidents} from '../../problems/candidate-incidents.ts';
import {candidateNumber} from '../../problems/candidate.ts';
import {ledgerRow} from '../../problems/ledger-rows.ts';
import {readCandidate, readKnownProblems} from '../../problems/read-candidate.ts';
import {readCandidates} from '../../problems/read-candidates.ts';
import {recordForms} from '../../problems/record-exports.ts';
import {
  candidateName,
  readDecisions,
  type CandidateDecision,
} from '../../register/candidate-decisions.ts';
import type {Session} from '../../warehouse/database.ts';
import {
  candidateIncidentColumns,
  knownProblemColumns,
  ledgerColumns,
} from '../candidate-columns.ts';
import {checkDownload, mostDownloaded} from '../download-limit.ts';
import {formatOf, sendListing} from '../format.ts';
import {countOf} from '../numbers.ts';
import {candidateSelection, oneOf, selectionParameters} from '../problem-request.ts';
import {readQuery, type AllowedParameters, type Query} from '../query.ts';
import {recordFile} from '../record-file.ts';
import type {RouteContext} from '../route-context.ts';
import {isUnchanged} from '../unchanged.ts';

interface Asked {
  session: Session;
  build: number;
  decisions: CandidateDecision[];
  query: Query;
  request: Request;
  response: Response;
}

/** `/api/problems…`: problem candidates, their incidents, and problem records made of them. */
export function problemRoutes(context: RouteContext): Router {
  const router = Router();
  const answers: [path: string, allowed: AllowedParameters, answer: (asked: Asked) => unknown][] = [
    ['/api/problems', withFormat(selectionParameters), list],
    ['/api/known-problems', withFormat({single: []}), known],
    ['/api/problems/:name', {single: []}, one],
    ['/api/problems/:name/incidents', withFormat({single: ['page', 'page_size']}), incidents],
    ['/api/problems/:name/record', {single: ['as', 'project', 'issue_type']}, record],
  ];
  for (const [path, allowed, answer] of answers)
    router.get(path, (request, response) => respond(context, {request, response}, allowed, answer));
  return router;
}

function withFormat({single, repeated}: AllowedParameters): AllowedParameters {
  return {single: [...single, 'format'], repeated: repeated ?? []};
}

/** A decision changes answers as a build does. */
async function respond(
  {published, workspace, stamp}: RouteContext,
  {request, response}: Pick<Asked, 'request' | 'response'>,
  allowed: AllowedParameters,
  answer: (asked: Asked) => unknown,
): Promise<void> {
  const query = readQuery(request.originalUrl, allowed);
  const decisions = await readDecisions(workspace);
  await published.use(async ({build, database}) => {
    const basis = JSON.stringify([build, decisions]);
    if (isUnchanged(request, response, {build: basis, stamp})) return;
    await answer({session: database, build, decisions, query, request, response});
  });
}

async function list(asked: Asked): Promise<void> {
  const {session, build, decisions, query, request, response} = asked;
  const format = formatOf(request, query);
  const found = await readCandidates(session, decisions, candidateSelection(query));
  sendListing(response, format, {
    name: 'problem-candidates',
    columns: ledgerColumns,
    rows: found.candidates.map(ledgerRow),
    json: {build, ...found},
  });
}

async function known({session, build, query, request, response}: Asked): Promise<void> {
  const problems = await readKnownProblems(session);
  const name = 'known-problems';
  sendListing(response, formatOf(request, query), {
    ...{name, columns: knownProblemColumns, rows: problems},
    json: {build, problems},
  });
}

async function one({session, build, decisions, request, response}: Asked): Promise<void> {
  response.json({build, ...(await readCandidate(session, numberOf(request), decisions))});
}

async function incidents(asked: Asked): Promise<void> {
  const {session, build, decisions, query, request, response} = asked;
  const format = formatOf(request, query);
  const candidateNo = numberOf(request);
  const {candidate} = await readCandidate(session, candidateNo, decisions);
  if (format !== 'json') checkDownload(candidate.incidentCount, 'incidents', 'Ask for JSON pages.');
  const page = countOf(query, 'page', {standard: 1, most: 1_000_000});
  const pageSize = countOf(query, 'page_size', {standard: 50, most: 1000});
  const wanted = format === 'json' ? {page, pageSize} : {page: 1, pageSize: mostDownloaded};
  const found = await candidateIncidents(session, candidateNo, wanted);
  sendListing(response, format, {
    name: `${candidate.name}-incidents`,
    columns: candidateIncidentColumns,
    rows: found.incidents.map((row) => ({...row, evidence: row.evidence.join(', ')})),
    json: {build, candidate: candidate.name, ...found, page, pageSize},
  });
}

async function record({session, decisions, query, request, response}: Asked): Promise<void> {
  const form = oneOf(recordForms, query.one('as') ?? 'text', 'form');
  const candidateNo = numberOf(request);
  const detail = await readCandidate(session, candidateNo, decisions);
  const {asOf} = await readFrame(session);
  const issueType = query.one('issue_type');
  const {type, extension, text} = recordFile([detail], {
    ...{form, asOf, project: query.one('project')},
    ...(issueType === null ? {} : {issueType}),
  });
  const name = `${candidateName(candidateNo)}.${extension}`;
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  response.type(type).send(text);
}

function numberOf(request: Request): number {
  return candidateNumber(String(request.params['name']));
}
