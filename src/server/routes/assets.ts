import {Router} from 'express';
import type {Assets} from '../assets.ts';

/** Style sheet, script and fonts: the name holds the content's hash, so they may be kept for ever. */
export function assetRoutes(assets: Assets): Router {
  const router = Router();
  router.get('/assets/:name', (request, response, next) => {
    const asset = assets.find(request.path);
    if (!asset) return next();
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    response.setHeader('Content-Type', asset.type);
    response.setHeader('Vary', 'Accept-Encoding');
    const body = request.acceptsEncodings('gzip') ? asset.gzip : null;
    if (body) response.setHeader('Content-Encoding', 'gzip');
    response.end(body ?? asset.body);
  });
  return router;
}
