import {Router, type Request, type Response} from 'express';
import {readRejectedRows} from '../../metrics/imports.ts';
import {reconciliation} from '../../metrics/reconciliation.ts';
import {checkDownload, mostDownloaded} from '../download-limit.ts';
import type {RouteContext} from '../route-context.ts';
import {formatOf, sendListing} from '../format.ts';
import {countOf} from '../numbers.ts';
import {readQuery} from '../query.ts';
import {rejectedColumns, stageColumns} from '../reconciliation-columns.ts';
import {isUnchanged} from '../unchanged.ts';

const defaultPageSize = 100;

/** Whether the figures add up, `/api/reconciliation`, and the rows that were refused, `/api/rejected`. */
export function reconciliationRoutes(context: RouteContext): Router {
  const router = Router();
  router.get('/api/reconciliation', (request, response) => reconcile(context, request, response));
  router.get('/api/rejected', (request, response) => rejected(context, request, response));
  return router;
}

async function reconcile(
  {published, metrics, stamp}: RouteContext,
  request: Request,
  response: Response,
): Promise<void> {
  const format = formatOf(request, readQuery(request.originalUrl, {single: ['format']}));
  await published.use(async ({build, database}) => {
    if (isUnchanged(request, response, {build: String(build), stamp})) return;
    const found = await reconciliation(database, await metrics.of({database}));
    const json = {build, ...found};
    sendListing(response, format, {
      name: 'stages',
      columns: stageColumns,
      rows: found.stages,
      json,
    });
  });
}

async function rejected(
  {published, stamp}: RouteContext,
  request: Request,
  response: Response,
): Promise<void> {
  const query = readQuery(request.originalUrl, {
    single: ['import', 'source', 'page', 'page_size', 'format'],
  });
  const format = formatOf(request, query);
  const page = countOf(query, 'page', {standard: 1, most: 1_000_000});
  const asked = countOf(query, 'page_size', {standard: defaultPageSize, most: 1000});
  const pageSize = format === 'json' ? asked : mostDownloaded;
  const importId =
    query.one('import') === null
      ? null
      : countOf(query, 'import', {standard: 1, most: 2 ** 31 - 1});
  await published.use(async ({build, database}) => {
    if (isUnchanged(request, response, {build: String(build), stamp})) return;
    const {rows, total} = await readRejectedRows(database, {
      limit: pageSize,
      offset: format === 'json' ? (page - 1) * pageSize : 0,
      importId,
      source: query.one('source'),
    });
    if (format !== 'json') checkDownload(total, 'rows', narrowRejected);
    const json = {build, total, page, pageSize, rejected: rows};
    sendListing(response, format, {name: 'rejected', columns: rejectedColumns, rows, json});
  });
}

const narrowRejected =
  'Narrow it by import or source, or write them to a file: meantime rejected --out FILE';
