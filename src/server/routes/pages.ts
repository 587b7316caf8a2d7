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
import {pageDimensions} from '../../pages/page-dimensions.ts';
import type {PageRequest, PageSource} from '../../pages/page-context.ts';
import type {Page} from '../../pages/page.ts';
import {resolvePage} from '../../pages/resolve.ts';
import type {PackReference} from '../../register/action.ts';
import {registerStamp} from '../../register/register-stamp.ts';
import type {RouteContext} from '../route-context.ts';
import {filtersOf} from '../filters.ts';
import {incidentListParameters, incidentListRequest} from '../incident-list-request.ts';
import {listPacks} from '../../packs/list-packs.ts';
import {registerParts} from '../register-parts.ts';
import {carryFilters} from '../carry-filters.ts';
import {keepRecent, type Recent} from '../keep-recent.ts';
import {choicesOf, readQuery} from '../query.ts';
import {sendPage} from '../send-page.ts';
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
  {published, metrics: catalogues, findings: kept, chrome, stamp, workspace, log}: RouteContext,
  request: Request,
  response: Response,
  {page, asked, history, drawn}: Asked,
): Promise<void> {
  const packs = namesPacks(page) ? await newestPacks(workspace) : [];
  const decided = registerParts.has(page) ? await registerStamp(workspace) : '';
  await published.use(async ({build, database}) => {
    const metrics = await catalogues.of({database});
    const wanted = asked(request, {page, metrics});
    const basis = JSON.stringify([build, decided, packs]);
    if (isUnchanged(request, response, {build: basis, stamp})) return;
    const current = {build, session: database, catalogue: metrics};
    // The register is a file to be opened: a page that is kept as it was drawn does without.
    const source = once(async (): Promise<PageSource> => ({
      ...{session: database, catalogue: metrics},
      ...(await registerParts.get(page)?.(workspace, {request: wanted, packs})),
      restatements: () => history.restatements(current),
      findings: (scope: FindingScope) => kept.of({database, catalogue: metrics}, scope),
    }));
    const navigation = carryFilters(chrome.navigation, wanted.where, metrics);
    await sendPage(request, response, {
      ...{drawn, log, key: JSON.stringify([request.originalUrl, basis])},
      whole: async () => resolvePage(page, wanted, await source()),
      soon: async () =>
        resolvePage(page, wanted, {
          ...(await source()),
          findingsIfKnown: (scope) => kept.ifKnown({database, catalogue: metrics}, scope),
        }),
      shell: isReview(page)
        ? async () => resolvePage({...page, blocks: []}, wanted, await source())
        : null,
      render: (resolved) => renderPage(resolved, {...chrome, navigation}),
    });
  });
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}

/** The pages of a week or month, which take longest to draw. */
function isReview(page: Page): boolean {
  return page === weekly || page === monthly;
}

/** Pages with a form that says in which review something was decided. */
function namesPacks(page: Page): boolean {
  return page === action || page === newAction;
}

/** Reviews of the last weeks and months are those that decisions are taken in. */
const mostPacks = 8;

async function newestPacks(workspace: Workspace): Promise<PackReference[]> {
  const packs = (await listPacks(workspace)).slice(0, mostPacks);
  return packs.map(({kind, period, version}) => ({kind, period, version}));
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
