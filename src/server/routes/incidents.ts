import {Router, type Request, type Response} from 'express';
import {UserError} from '../../base/user-error.ts';
import {incidentList, listQuery, type IncidentListRequest} from '../../metrics/incident-list.ts';
import {readIncident} from '../../metrics/incident.ts';
import type {Metric} from '../../metrics/metric.ts';
import type {Session} from '../../warehouse/database.ts';
import type {RouteContext} from '../route-context.ts';
import {formatOf, sendListing, type Format, type Listing} from '../format.ts';
import {incidentColumns} from '../incident-columns.ts';
import {countOf} from '../numbers.ts';
import {readQuery, type Query} from '../query.ts';
import {selectionOf} from '../selection-request.ts';
import {isUnchanged} from '../unchanged.ts';

const mostDownloaded = 200_000;
const defaultPageSize = 50;

/** `/api/incidents`: those a figure was counted from; `/api/incidents/:key`: all that is known of one. */
export function incidentRoutes(context: RouteContext): Router {
  const router = Router();
  router.get('/api/incidents', (request, response) => list(context, request, response));
  router.get('/api/incidents/:key', (request, response) => one(context, request, response));
  return router;
}

async function list(
  {catalogue, published, stamp}: RouteContext,
  request: Request,
  response: Response,
): Promise<void> {
  const metric = catalogue.get(metricName(request.originalUrl));
  const query = readQuery(request.originalUrl, {
    single: ['metric', 'period', 'from', 'to', 'sort', 'text', 'page', 'page_size', 'format'],
    repeated: ['where', ...metric.by],
  });
  const format = formatOf(request, query);
  const asked = listRequest(metric, query);
  await published.use(async ({build, database}) => {
    if (isUnchanged(request, response, {build: String(build), stamp})) return;
    sendListing(response, format, await listing(database, asked, {format, build}));
  });
}

/** Which filters there are depends on the metric, so it is read before the rest. */
function metricName(url: string): string {
  const search = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  return search.get('metric') || 'opened';
}

function listRequest(metric: Metric, query: Query): IncidentListRequest {
  return {
    metric,
    selection: selectionOf(metric, query),
    sort: query.one('sort'),
    text: query.one('text'),
    page: countOf(query, 'page', {standard: 1, most: 1_000_000}),
    pageSize: countOf(query, 'page_size', {standard: defaultPageSize, most: 1000}),
  };
}

/** JSON comes a page at a time, a download whole. */
async function listing(
  session: Session,
  asked: IncidentListRequest,
  {format, build}: {format: Format; build: number},
): Promise<Listing> {
  const name = `incidents-${asked.metric.id}`;
  const {total, page, pageSize, pageCount, rows} = await incidentList(session, asked);
  if (format === 'json') {
    const json = {
      build,
      metric: asked.metric.id,
      total,
      page,
      pageSize,
      pageCount,
      incidents: rows,
    };
    return {name, columns: incidentColumns, rows, json};
  }
  if (total > mostDownloaded) throw tooMany(total);
  const {sql, params} = await listQuery(session, asked);
  const all = await session.query(`${sql} order by dated_at desc nulls last, record_key`, params);
  return {name, columns: incidentColumns, rows: all, json: {}};
}

function tooMany(total: number): UserError {
  return new UserError(
    `${total.toLocaleString('en-GB')} incidents are too many for one download.`,
    'Narrow it by period, from and to, or a filter.',
    413,
  );
}

async function one(
  {catalogue, published, stamp}: RouteContext,
  request: Request,
  response: Response,
): Promise<void> {
  readQuery(request.originalUrl, {single: []});
  const key = String(request.params['key']);
  await published.use(async ({build, database}) => {
    if (isUnchanged(request, response, {build: String(build), stamp})) return;
    response.json({build, ...(await readIncident(database, catalogue, key))});
  });
}
