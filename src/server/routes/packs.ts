import {relative} from 'node:path';
import {Router, type Request, type Response} from 'express';
import {renderPage} from '../../pages/html/render-page.tsx';
import type {RouteContext} from '../route-context.ts';
import {listPacks, packVersions} from '../../packs/list-packs.ts';
import {checkedPack, noSuchPack, packPath, packPolicy} from '../packs.ts';
import {packsPage} from '../packs-page.ts';
import {readQuery} from '../query.ts';

/** Published packs: a list, and each one's files under names that are checked, never taken as paths. */
export function packRoutes(context: RouteContext): Router {
  const router = Router();
  router.get('/packs', (request, response) => list(context, request, response));
  router.get('/packs/:kind/:period', (request, response) => newest(context, request, response));
  router.get('/packs/:kind/:period/:version', (request, response) => {
    const {kind, period} = checkedPack(part(request, 'kind'), part(request, 'period'));
    const file = {kind, period, version: part(request, 'version'), file: 'index.html'};
    packPath(context.workspace, file);
    response.redirect(302, `/packs/${kind}/${period}/${file.version}/index.html`);
  });
  router.get('/packs/:kind/:period/:version/:file', (request, response) =>
    send(context, request, response),
  );
  return router;
}

async function list(context: RouteContext, request: Request, response: Response): Promise<void> {
  readQuery(request.originalUrl, {single: []});
  const packs = await listPacks(context.workspace);
  const page = await context.published.use(async ({database}) =>
    packsPage(packs, {session: database, catalogue: await context.metrics.of({database})}),
  );
  response.setHeader('Cache-Control', 'private, no-cache');
  response.type('html').send(renderPage(page, context.chrome));
}

async function newest(context: RouteContext, request: Request, response: Response): Promise<void> {
  const {kind, period} = checkedPack(part(request, 'kind'), part(request, 'period'));
  const [pack] = await packVersions(context.workspace, kind, period);
  const file = pack?.files[0];
  if (!pack || !file) throw noSuchPack();
  response.redirect(302, `/packs/${kind}/${period}/v${pack.version}/${file.name}`);
}

async function send(context: RouteContext, request: Request, response: Response): Promise<void> {
  const file = part(request, 'file');
  const path = packPath(context.workspace, {
    kind: part(request, 'kind'),
    period: part(request, 'period'),
    version: part(request, 'version'),
    file,
  });
  if (file === 'index.html') response.setHeader('Content-Security-Policy', await policyOf(path));
  await new Promise<void>((done, failed) => {
    // A published version never changes.
    const options = {root: context.workspace.packsDirectory, maxAge: '365d', immutable: true};
    response.sendFile(relative(options.root, path), options, (error) =>
      error ? failed(isMissing(error) ? noSuchPack() : error) : done(),
    );
  });
}

async function policyOf(path: string): Promise<string> {
  return packPolicy(path).catch((error: unknown) => {
    throw isMissing(error) ? noSuchPack() : error;
  });
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

function part(request: Request, name: string): string {
  return String(request.params[name]);
}
