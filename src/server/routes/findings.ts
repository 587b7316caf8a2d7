import {Router, type Request, type Response} from 'express';
import type {FindingScope} from '../../findings/read-findings.ts';
import {oneOf} from '../problem-request.ts';
import {findingColumns, findingRow} from '../finding-columns.ts';
import {formatOf, sendListing} from '../format.ts';
import {readQuery} from '../query.ts';
import type {RouteContext} from '../route-context.ts';
import {selectionOf} from '../selection-request.ts';
import {isUnchanged} from '../unchanged.ts';

const grains = ['week', 'month'] as const;

/** `/api/findings`: what is worth a sentence in a week or month, ranked. */
export function findingRoutes(context: RouteContext): Router {
  const router = Router();
  router.get('/api/findings', (request, response) => answer(context, request, response));
  return router;
}

async function answer(
  {published, metrics, findings, stamp}: RouteContext,
  request: Request,
  response: Response,
): Promise<void> {
  await published.use(async ({build, database}) => {
    const catalogue = await metrics.of({database});
    const metric = catalogue.get('opened');
    const query = readQuery(request.originalUrl, {
      single: ['grain', 'period', 'format'],
      repeated: ['where', ...metric.by],
    });
    const format = formatOf(request, query);
    const scope: FindingScope = {
      grain: oneOf(grains, query.one('grain') ?? 'week', 'grain'),
      period: query.one('period'),
      where: selectionOf(metric, query).where,
    };
    if (isUnchanged(request, response, {build: String(build), stamp})) return;
    const found = await findings.of({database, catalogue}, scope);
    const {grain, period} = scope;
    sendListing(response, format, {
      ...{name: 'findings', columns: findingColumns, rows: found.map(findingRow)},
      json: {build, grain, period: found[0]?.period ?? period, findings: found},
    });
  });
}
