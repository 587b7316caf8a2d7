import {Router} from 'express';
import type {RouteContext} from '../route-context.ts';

/**
 * For whatever watches the process: `/healthz` says that it runs, `/readyz` that it has figures to serve.
 * They say nothing about the data, so they are answered under any host name.
 */
export function healthRoutes({published}: RouteContext): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.setHeader('Cache-Control', 'no-store').json({status: 'ok'});
  });
  router.get('/readyz', async (_request, response) => {
    const build = await published.use(async (open) => {
      await open.database.query('select 1');
      return open.build;
    });
    response.setHeader('Cache-Control', 'no-store').json({status: 'ready', build});
  });
  return router;
}
