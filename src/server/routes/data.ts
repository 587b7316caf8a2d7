import {Router, type Request, type Response} from 'express';
import {UserError} from '../../base/user-error.ts';
import {footedBy, footing, type FootingRow} from '../../metrics/footing.ts';
import {readImports} from '../../metrics/imports.ts';
import type {Selection} from '../../metrics/metric.ts';
import type {RouteContext} from '../route-context.ts';
import {formatOf, sendListing} from '../format.ts';
import {importColumns} from '../import-columns.ts';
import {readQuery} from '../query.ts';
import {selectionOf, selectionParameters} from '../selection-request.ts';
import type {TableColumn} from '../table.ts';
import {isUnchanged} from '../unchanged.ts';

/** What the figures rest on: `/api/imports`, and whether the backlog adds up, `/api/footing`. */
export function dataRoutes(context: RouteContext): Router {
  const router = Router();
  router.get('/api/imports', (request, response) => imports(context, request, response));
  router.get('/api/footing', (request, response) => foot(context, request, response));
  return router;
}

async function imports(
  {published, stamp}: RouteContext,
  request: Request,
  response: Response,
): Promise<void> {
  const query = readQuery(request.originalUrl, {single: ['format']});
  const format = formatOf(request, query);
  await published.use(async ({build, database}) => {
    if (isUnchanged(request, response, {build: String(build), stamp})) return;
    const rows = await readImports(database);
    const json = {build, imports: rows};
    sendListing(response, format, {name: 'imports', columns: importColumns, rows, json});
  });
}

async function foot(
  {metrics, published, stamp}: RouteContext,
  request: Request,
  response: Response,
): Promise<void> {
  await published.use(async ({build, database}) => {
    const footed = footedBy((await metrics.of({database})).attributes);
    const query = readQuery(request.originalUrl, {
      single: [...selectionParameters.single, 'format'],
      repeated: [...selectionParameters.repeated, ...footed.by],
    });
    const format = formatOf(request, query);
    const asked = selectionOf(footed, query);
    const selection: Selection = query.one('grain') === null ? {...asked, grain: 'week'} : asked;
    if (selection.grain === 'day') throw tooFine;
    if (isUnchanged(request, response, {build: String(build), stamp})) return;
    const rows = await footing(database, selection);
    const listing = {name: `footing-${selection.grain}`, ...footingTable(rows, selection.by)};
    sendListing(response, format, {...listing, json: {build, footing: rows}});
  });
}

const tooFine = new UserError(
  'The footing has no days.',
  'Use week, month, quarter, year or total.',
);

function footingTable(rows: readonly FootingRow[], by: readonly string[]) {
  const columns: TableColumn[] = [
    {name: 'period', type: 'text'},
    {name: 'from', type: 'day'},
    {name: 'to', type: 'day'},
    {name: 'is_complete', type: 'boolean'},
    ...by.map((name): TableColumn => ({name, type: 'text'})),
    ...footingCounts.map(([name]): TableColumn => ({name, type: 'integer'})),
  ];
  return {columns, rows: rows.map(flatRow)};
}

const footingCounts = [
  ['open_at_start', 'openAtStart'],
  ['opened', 'opened'],
  ['reopened', 'reopened'],
  ['resolved', 'resolved'],
  ['resolved_then_reopened', 'resolvedThenReopened'],
  ['cancelled', 'cancelled'],
  ['open_at_end', 'openAtEnd'],
  ['residual', 'residual'],
] as const;

function flatRow(row: FootingRow): object {
  const counts = footingCounts.map(([name, key]) => [name, row[key]]);
  return {
    ...row.dimensions,
    period: row.period,
    from: row.from,
    to: row.to,
    is_complete: row.isComplete,
    ...Object.fromEntries(counts),
  };
}
