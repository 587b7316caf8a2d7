import {Router} from 'express';
import type {RouteContext} from '../route-context.ts';
import {openApi} from '../openapi.ts';
import {readQuery} from '../query.ts';

/** `/api/openapi.json`: what there is to ask, for programs and for their authors. */
export function openApiRoutes({catalogue, version}: RouteContext): Router {
  const description = openApi({version, metrics: catalogue.metrics});
  const router = Router();
  router.get('/api/openapi.json', (request, response) => {
    readQuery(request.originalUrl, {single: []});
    response.setHeader('Cache-Control', 'private, no-cache').json(description);
  });
  return router;
}
