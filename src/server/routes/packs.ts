import {relative} from 'node:path';
import {Router, type Request, type Response} from 'express';
import {renderPage} from '../../pages/html/render-page.tsx';
import type {PageSource} from '../../pages/page-context.ts';
import type {ResolvedPage} from '../../pages/resolved-page.ts';
import {packVersions, type ListedPack} from '../../packs/list-packs.ts';
import {packHref} from '../pack-cells.ts';
import {doPackForm} from '../pack-form.ts';
import {packPage} from '../pack-page.ts';
import {checkedPack, mailPolicy, noSuchPack, packPath, packPolicy} from '../packs.ts';
import {packsPage} from '../packs-page.ts';
import {readQuery} from '../query.ts';
import {keepRecent} from '../keep-recent.ts';
import {readArchive, type ToldOfPacks} from '../read-archive.ts';
import {formBody} from '../request-body.ts';
import type {RouteContext} from '../route-context.ts';
import {sameOriginOnly} from '../same-origin.ts';

/** Published packs: a list, and each one's files under names that are checked, never taken as paths. */
export function packRoutes(context: RouteContext): Router {
  const router = Router();
  const told = keepRecent<ToldOfPacks>(1);
  const archive = () => readArchive(context.workspace, {now: context.now(), told});
  router.get('/packs', async (request, response) => {
    readQuery(request.originalUrl, {single: []});
    const read = await archive();
    await answer(context, response, (source) => packsPage(read, source));
  });
  router.get('/packs/:kind/:period', async (request, response) => {
    readQuery(request.originalUrl, {single: []});
    const versions = await versionsAsked(context, request);
    const read = await archive();
    await answer(context, response, (source) => packPage(versions, read, source));
  });
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

/** The forms on a pack's page; they stand before the guard that lets only reading through. */
export function packFormRoutes(context: RouteContext): Router {
  const router = Router();
  router.post('/packs/:kind/:period', sameOriginOnly, formBody, (request, response) =>
    decide(context, request, response),
  );
  return router;
}

async function decide(context: RouteContext, request: Request, response: Response): Promise<void> {
  readQuery(request.originalUrl, {single: []});
  const versions = await versionsAsked(context, request);
  const anchor = await doPackForm(request.body, versions, context);
  response.redirect(303, `${packHref(versions[0])}#${anchor}`);
}

/** @throws UserError 404 for a pack that has none */
async function versionsAsked(
  {workspace}: RouteContext,
  request: Request,
): Promise<[ListedPack, ...ListedPack[]]> {
  const {kind, period} = checkedPack(part(request, 'kind'), part(request, 'period'));
  const [newest, ...earlier] = await packVersions(workspace, kind, period);
  if (!newest) throw noSuchPack();
  return [newest, ...earlier];
}

async function answer(
  {published, metrics, chrome}: RouteContext,
  response: Response,
  resolve: (source: PageSource) => Promise<ResolvedPage>,
): Promise<void> {
  const page = await published.use(async ({database}) =>
    resolve({session: database, catalogue: await metrics.of({database})}),
  );
  response.setHeader('Cache-Control', 'private, no-cache');
  response.type('html').send(renderPage(page, chrome));
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
  if (file === 'mail.html') response.setHeader('Content-Security-Policy', mailPolicy);
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
