import {Router, type Request, type Response} from 'express';
import {action, newAction} from '../../../dashboards/action.ts';
import {catalogue} from '../../../dashboards/catalogue.ts';
import {improvement} from '../../../dashboards/improvement.ts';
import {incident} from '../../../dashboards/incident.ts';
import {incidents} from '../../../dashboards/incidents.ts';
import {metricPage} from '../../../dashboards/metric.ts';
import {monthly} from '../../../dashboards/monthly.ts';
import {operations} from '../../../dashboards/operations.ts';
import {problem} from '../../../dashboards/problem.ts';
import {problems} from '../../../dashboards/problems.ts';
import {quality} from '../../../dashboards/quality.ts';
import {sla} from '../../../dashboards/sla.ts';
import {weekly} from '../../../dashboards/weekly.ts';
import {renderPage} from '../../pages/html/render-page.tsx';
import type {FindingScope} from '../../findings/read-findings.ts';
import {buildHistory, type BuildHistory} from '../../metrics/build-history.ts';
import type {Catalogue} from '../../metrics/catalogue.ts';
import type {Workspace} from '../../config/workspace.ts';
import {readActionRegister} from '../../pages/action-register.ts';
import {pageDimensions} from '../../pages/page-dimensions.ts';
import type {PageRequest, PageSource} from '../../pages/page-context.ts';
import type {Page} from '../../pages/page.ts';
import {resolvePage} from '../../pages/resolve.ts';
import {actionNumber} from '../../register/action-number.ts';
import {readDecisions} from '../../register/candidate-decisions.ts';
import {readCandidateEdits} from '../../register/candidate-edits.ts';
import {readSavedViews} from '../../register/saved-views.ts';
import {readStruckLinks} from '../../register/struck-links.ts';
import type {RouteContext} from '../route-context.ts';
import {filtersOf} from '../filters.ts';
import {incidentListParameters, incidentListRequest} from '../incident-list-request.ts';
import {listPacks} from '../../packs/list-packs.ts';
import {keepRecent, type Recent} from '../keep-recent.ts';
import {choicesOf, readQuery} from '../query.ts';
import {isUnchanged} from '../unchanged.ts';

/** The pages people read. The address is the whole state of a page. */
export function pageRoutes(context: RouteContext): Router {
  const router = Router();
  const history = buildHistory(context.workspace);
  const drawn = keepRecent<string>(mostDrawn);
  router.get('/', (_request, response) => response.redirect(302, weekly.path));
  const all = [operations, weekly, monthly, problems, improvement, sla, catalogue, quality];
  for (const page of all) {
    router.get(page.path, (request, response) =>
      answer(context, request, response, {page, asked: plainRequest, history, drawn}),
    );
  }
  router.get(`${catalogue.path}/:metric`, (request, response) => {
    const page = metricPage(String(request.params['metric']));
    return answer(context, request, response, {page, asked: plainRequest, history, drawn});
  });
  router.get(incidents.path, (request, response) =>
    answer(context, request, response, {page: incidents, asked: listRequest, history, drawn}),
  );
  router.get(`${incident.path}/:key`, (request, response) =>
    answer(context, request, response, {page: incident, asked: incidentRequest, history, drawn}),
  );
  router.get(`${problem.path}/:candidate`, (request, response) =>
    answer(context, request, response, {page: problem, asked: candidateRequest, history, drawn}),
  );
  router.get(newAction.path, (request, response) =>
    answer(context, request, response, {page: newAction, asked: proposalRequest, history, drawn}),
  );
  router.get(`${action.path}/:action`, (request, response) =>
    answer(context, request, response, {page: action, asked: actionRequest, history, drawn}),
  );
  return router;
}

interface Asked {
  page: Page;
  /** Which parameters there are depends on the build's metrics and dimensions. */
  asked(request: Request, of: {page: Page; metrics: Catalogue}): PageRequest;
  /** What earlier builds said, for pages that tell it. */
  history: BuildHistory;
  /** Pages as they were drawn, by address and all they are made from. */
  drawn: Recent<string>;
}

/** Of a few hundred kilobytes each: what a meeting opens again and again. */
const mostDrawn = 50;

async function answer(
  {published, metrics: catalogues, findings: kept, chrome, stamp, workspace}: RouteContext,
  request: Request,
  response: Response,
  {page, asked, history, drawn}: Asked,
): Promise<void> {
  const decided = await decidedOn(page, workspace, request);
  await published.use(async ({build, database}) => {
    const metrics = await catalogues.of({database});
    const wanted = asked(request, {page, metrics});
    const basis = JSON.stringify([build, decided]);
    if (isUnchanged(request, response, {build: basis, stamp})) return;
    const html = await drawn.of(JSON.stringify([request.originalUrl, basis]), async () => {
      const current = {build, session: database, catalogue: metrics};
      const restatements = () => history.restatements(current);
      const findings = (scope: FindingScope) => kept.of({database, catalogue: metrics}, scope);
      const source = {session: database, catalogue: metrics, ...decided, findings, restatements};
      return renderPage(await resolvePage(page, wanted, source), chrome);
    });
    response.type('html').send(html);
  });
}

/** What people decided, which changes between builds, for the pages that show it. */
async function decidedOn(
  page: Page,
  workspace: Workspace,
  request: Request,
): Promise<
  Pick<PageSource, 'struckLinks' | 'decisions' | 'candidateEdits' | 'savedViews' | 'register'>
> {
  if (page === action || page === newAction || page === improvement)
    return improvementOn(page, workspace, request);
  if (page === incident) return {struckLinks: await readStruckLinks(workspace)};
  if (page === incidents) return {savedViews: await readSavedViews(workspace)};
  if (page === problem) {
    const candidateEdits = await readCandidateEdits(workspace);
    return {decisions: await readDecisions(workspace), candidateEdits};
  }
  if (page === problems) return {decisions: await readDecisions(workspace)};
  if (page !== weekly && page !== monthly) return {};
  return {
    decisions: await readDecisions(workspace),
    register: await readActionRegister(workspace),
  };
}

/** Reviews of the last weeks and months are those that decisions are taken in. */
const mostPacks = 8;

async function improvementOn(
  page: Page,
  workspace: Workspace,
  request: Request,
): Promise<Pick<PageSource, 'decisions' | 'register'>> {
  if (page === improvement) return {register: await readActionRegister(workspace)};
  const packs = (await listPacks(workspace)).slice(0, mostPacks);
  const actionNo = page === action ? actionNumber(String(request.params['action'])) : undefined;
  return {
    decisions: await readDecisions(workspace),
    register: await readActionRegister(workspace, {
      actionNo,
      packs: packs.map(({kind, period, version}) => ({kind, period, version})),
    }),
  };
}

const plainRequest: Asked['asked'] = (request, {page, metrics}) => {
  const {choices = []} = page;
  const single = [...(page.grain === null ? [] : ['period']), ...choices];
  const dimensions = pageDimensions(page, metrics);
  const repeated = dimensions.map(({id}) => id);
  const query = readQuery(request.originalUrl, {single, repeated});
  return {
    period: query.one('period'),
    where: filtersOf(query, dimensions),
    choices: choicesOf(query, choices),
  };
};

const listRequest: Asked['asked'] = (request, {metrics}) => {
  const query = readQuery(request.originalUrl, incidentListParameters(metrics));
  return incidentListRequest(query, metrics);
};

function candidateRequest(request: Request): PageRequest {
  readQuery(request.originalUrl, {single: []});
  return {period: null, where: [], candidate: String(request.params['candidate'])};
}

function actionRequest(request: Request): PageRequest {
  readQuery(request.originalUrl, {single: []});
  return {period: null, where: [], action: String(request.params['action'])};
}

const proposalRequest: Asked['asked'] = (request, {metrics}) => {
  const query = readQuery(request.originalUrl, {
    single: ['finding', 'candidate', 'metric', 'period'],
    repeated: metrics.dimensions.map(({id}) => id),
  });
  const proposal = {
    ...{finding: query.one('finding'), candidate: query.one('candidate')},
    ...{metric: query.one('metric'), period: query.one('period')},
    where: filtersOf(query, metrics.dimensions),
  };
  return {period: null, where: [], proposal};
};

function incidentRequest(request: Request): PageRequest {
  readQuery(request.originalUrl, {single: []});
  return {period: null, where: [], incident: String(request.params['key'])};
}
