import {Router, type Request, type Response} from 'express';
import {
  incidentList,
  listQuery,
  orderOf,
  type IncidentListRequest,
} from '../../metrics/incident-list.ts';
import {readIncident} from '../../metrics/incident.ts';
import {readStruckLinks, withStrikes} from '../../register/struck-links.ts';
import {checkedReason, leftOutDimensions} from '../../metrics/left-out-list.ts';
import type {Metric} from '../../metrics/metric.ts';
import {readCandidateSet} from '../../metrics/candidate-set.ts';
import {readQueueSet} from '../../metrics/queue-set.ts';
import {readSlaSet} from '../../metrics/sla-set.ts';
import type {Session} from '../../warehouse/database.ts';
import {checkDownload, narrowByPeriod} from '../download-limit.ts';
import type {RouteContext} from '../route-context.ts';
import {formatOf, sendListing, type Format, type Listing} from '../format.ts';
import {incidentColumns} from '../incident-columns.ts';
import {setChoices} from '../incident-list-request.ts';
import {countOf} from '../numbers.ts';
import {choicesOf, readQuery, type Query} from '../query.ts';
import {selectionOf} from '../selection-request.ts';
import {isUnchanged} from '../unchanged.ts';

const defaultPageSize = 50;

/** `/api/incidents`: those a figure was counted from; `/api/incidents/:key`: all that is known of one. */
export function incidentRoutes(context: RouteContext): Router {
  const router = Router();
  router.get('/api/incidents', (request, response) => list(context, request, response));
  router.get('/api/incidents/:key', (request, response) => one(context, request, response));
  return router;
}

async function list(
  {metrics, published, stamp}: RouteContext,
  request: Request,
  response: Response,
): Promise<void> {
  const parameters = new URLSearchParams(request.originalUrl.split('?')[1]);
  const usual = parameters.get('sla') ? 'sla_resolution' : 'opened';
  await published.use(async ({build, database}) => {
    const metric = (await metrics.of({database})).get(parameters.get('metric') || usual);
    const filters = parameters.get('excluded') ? leftOutDimensions : metric.by;
    const repeated = ['where', ...filters];
    const query = readQuery(request.originalUrl, {single: singles, repeated});
    const format = formatOf(request, query);
    const asked = listRequest(metric, query);
    if (isUnchanged(request, response, {build: String(build), stamp})) return;
    sendListing(response, format, await listing(database, asked, {format, build}));
  });
}

// Which filters there are depends on the metric, so it is read before the rest.
const singles = [
  ...['metric', 'excluded', 'period', 'from', 'to'],
  ...['sort', 'text', 'page', 'page_size', 'format'],
  ...setChoices,
];

function listRequest(metric: Metric, query: Query): IncidentListRequest {
  const excluded = query.one('excluded');
  const of = query.one('metric') === null ? null : metric;
  const choices = choicesOf(query, setChoices);
  const sla = readSlaSet(choices);
  return {
    metric,
    selection: selectionOf(excluded ? {...metric, by: leftOutDimensions} : metric, query),
    leftOut: excluded ? {reason: checkedReason(excluded, of), of} : null,
    sla,
    candidate: readCandidateSet(choices),
    queue: readQueueSet(choices),
    sort: query.one('sort') ?? (sla?.set === 'at-risk' ? 'dated_at' : null),
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
  const {metric, leftOut} = asked;
  const name = `incidents-${leftOut ? `without-${leftOut.of?.id ?? 'stage'}` : metric.id}`;
  const {total, page, pageSize, pageCount, rows} = await incidentList(session, asked);
  if (format === 'json') {
    const json = {
      build,
      metric: leftOut ? (leftOut.of?.id ?? null) : metric.id,
      excluded: leftOut?.reason ?? null,
      total,
      page,
      pageSize,
      pageCount,
      incidents: rows,
    };
    return {name, columns: incidentColumns, rows, json};
  }
  checkDownload(total, 'incidents', narrowByPeriod);
  const {sql, params} = await listQuery(session, asked);
  const all = await session.query(`${sql} order by ${orderOf(asked.sort)}`, params);
  return {name, columns: incidentColumns, rows: all, json: {}};
}

async function one(
  {metrics, published, stamp, workspace}: RouteContext,
  request: Request,
  response: Response,
): Promise<void> {
  readQuery(request.originalUrl, {single: []});
  const key = String(request.params['key']);
  const struckLinks = await readStruckLinks(workspace);
  await published.use(async ({build, database}) => {
    const basis = JSON.stringify([build, struckLinks]);
    if (isUnchanged(request, response, {build: basis, stamp})) return;
    const catalogue = await metrics.of({database});
    const incident = await readIncident(database, catalogue, key);
    response.json({build, ...incident, links: withStrikes(incident.links, struckLinks)});
  });
}
