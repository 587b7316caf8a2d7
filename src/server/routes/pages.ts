import {Router, type Request, type Response} from 'express';
import {catalogue} from '../../../dashboards/catalogue.ts';
import {incident} from '../../../dashboards/incident.ts';
import {incidents} from '../../../dashboards/incidents.ts';
import {monthly} from '../../../dashboards/monthly.ts';
import {quality} from '../../../dashboards/quality.ts';
import {weekly} from '../../../dashboards/weekly.ts';
import {renderPage} from '../../pages/html/render-page.tsx';
import type {PageRequest} from '../../pages/page-context.ts';
import type {Page} from '../../pages/page.ts';
import {resolvePage} from '../../pages/resolve.ts';
import type {RouteContext} from '../route-context.ts';
import {filtersOf} from '../filters.ts';
import {incidentListParameters, incidentListRequest} from '../incident-list-request.ts';
import {readQuery} from '../query.ts';
import {isUnchanged} from '../unchanged.ts';

/** The pages people read. The address is the whole state of a page. */
export function pageRoutes(context: RouteContext): Router {
  const router = Router();
  router.get('/', (_request, response) => response.redirect(302, weekly.path));
  for (const page of [weekly, monthly, catalogue, quality]) {
    router.get(page.path, (request, response) =>
      answer(context, request, response, {page, asked: plainRequest(page, request)}),
    );
  }
  router.get(incidents.path, (request, response) =>
    answer(context, request, response, {page: incidents, asked: listRequest(request)}),
  );
  router.get(`${incident.path}/:key`, (request, response) =>
    answer(context, request, response, {page: incident, asked: incidentRequest(request)}),
  );
  return router;
}

interface Asked {
  page: Page;
  asked: PageRequest;
}

async function answer(
  {published, catalogue: metrics, chrome, stamp}: RouteContext,
  request: Request,
  response: Response,
  {page, asked}: Asked,
): Promise<void> {
  await published.use(async ({build, database}) => {
    if (isUnchanged(request, response, {build: String(build), stamp})) return;
    const resolved = await resolvePage(page, asked, {session: database, catalogue: metrics});
    response.type('html').send(renderPage(resolved, chrome));
  });
}

function plainRequest(page: Page, request: Request): PageRequest {
  const single = page.grain === null ? [] : ['period'];
  const query = readQuery(request.originalUrl, {single, repeated: page.filters});
  return {period: query.one('period'), where: filtersOf(query, page.filters)};
}

function listRequest(request: Request): PageRequest {
  const query = readQuery(request.originalUrl, incidentListParameters);
  return incidentListRequest(query);
}

function incidentRequest(request: Request): PageRequest {
  readQuery(request.originalUrl, {single: []});
  return {period: null, where: [], incident: String(request.params['key'])};
}
