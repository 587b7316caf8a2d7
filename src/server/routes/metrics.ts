import {Router, type Request, type Response} from 'express';
import {readFrame} from '../../metrics/frame.ts';
import {measure} from '../../metrics/measure.ts';
import type {Metric, Selection} from '../../metrics/metric.ts';
import type {Database} from '../../warehouse/database.ts';
import {mostDownloaded} from '../download-limit.ts';
import type {RouteContext} from '../route-context.ts';
import {figureTable} from '../figure-table.ts';
import {formatOf, sendListing, type Listing} from '../format.ts';
import {readQuery} from '../query.ts';
import type {DescribedMetric} from '../schemas.ts';
import {selectionOf, selectionParameters} from '../selection-request.ts';
import {isUnchanged} from '../unchanged.ts';

/** `/api/metrics`: what there is; `/api/metrics/:id`: any metric by period, dimension and filter. */
export function metricRoutes(context: RouteContext): Router {
  const router = Router();
  router.get('/api/metrics', (request, response) => list(context, request, response));
  router.get('/api/metrics/:id', (request, response) => figures(context, request, response));
  return router;
}

/** A metric without its query: SQL stays on this side. */
function describedMetric({
  sql: _sql,
  file: _file,
  attributes: _attributes,
  takesAttributes: _takes,
  ...metric
}: Metric): DescribedMetric {
  return metric;
}

async function list(context: RouteContext, request: Request, response: Response) {
  const query = readQuery(request.originalUrl, {single: ['format']});
  const catalogue = await context.metrics.newest();
  const metrics = catalogue.metrics.map(describedMetric);
  const names = ['id', 'label', 'definition', 'unit', 'better', 'at', 'by', 'needs'];
  const rows = metrics.map((metric) => ({
    ...metric,
    by: metric.by.join(', '),
    needs: metric.needs.join(', '),
  }));
  sendListing(response, formatOf(request, query), {
    name: 'metrics',
    columns: names.map((name) => ({name, type: 'text'})),
    rows,
    json: {metrics},
  });
}

async function figures(
  {metrics, published, stamp}: RouteContext,
  request: Request,
  response: Response,
): Promise<void> {
  await published.use(async ({build, database}) => {
    const metric = (await metrics.of({database})).get(String(request.params['id']));
    const query = readQuery(request.originalUrl, {
      single: [...selectionParameters.single, 'format'],
      repeated: [...selectionParameters.repeated, ...metric.by],
    });
    const format = formatOf(request, query);
    const selection = selectionOf(metric, query);
    if (isUnchanged(request, response, {build: String(build), stamp})) return;
    sendListing(response, format, await measured(database, build, {metric, selection}));
  });
}

async function measured(
  database: Database,
  build: number,
  {metric, selection}: {metric: Metric; selection: Selection},
): Promise<Listing> {
  const [frame, measuredFigures] = await Promise.all([
    readFrame(database),
    measure(database, metric, selection, {most: mostDownloaded}),
  ]);
  return {
    name: [metric.id, selection.grain, ...selection.by].join('-'),
    ...figureTable(measuredFigures, selection.by),
    json: {
      build,
      asOf: frame.asOf.toISOString(),
      metric: describedMetric(metric),
      figures: measuredFigures,
    },
  };
}
