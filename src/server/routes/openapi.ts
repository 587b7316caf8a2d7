import {Router} from 'express';
import type {RouteContext} from '../route-context.ts';
import {openApi} from '../openapi.ts';
import {readQuery} from '../query.ts';

/** `/api/openapi.json`: what there is to ask, for programs and for their authors. */
export function openApiRoutes({metrics, version}: RouteContext): Router {
  const router = Router();
  router.get('/api/openapi.json', async (request, response) => {
    readQuery(request.originalUrl, {single: []});
    const description = openApi({version, catalogue: await metrics.newest()});
    response.setHeader('Cache-Control', 'private, no-cache').json(description);
  });
  return router;
}
