import {Router, type Request, type Response} from 'express';
import {UserError} from '../../base/user-error.ts';
import {keptRejectedRows, rejectedCsv} from '../../import/rejected-export.ts';
import {serverChrome, type Chrome} from '../../pages/html/chrome.ts';
import {buildHistory} from '../../metrics/build-history.ts';
import {readConfig} from '../../config/read-config.ts';
import {freshnessOf, html, importPath, pastImports, shownZone} from '../import/import-frame.ts';
import {importEffects} from '../import/import-effects.ts';
import type {ImportJob} from '../import/import-queue.ts';
import {JobPage} from '../import/job-page.tsx';
import {receiveUpload} from '../import/receive-upload.ts';
import {doneShare, stageText} from '../import/stage-text.ts';
import {StartPage} from '../import/start-page.tsx';
import {discardUpload, reviewForm, reviewPage} from '../import/upload-routes.ts';
import {readQuery} from '../query.ts';
import {longFormBody} from '../request-body.ts';
import type {RouteContext} from '../route-context.ts';
import {sameOriginOnly} from '../same-origin.ts';

/**
 * Bringing data in: send a file, look at what would be read, correct it, import it. It stands before the guard that
 * lets only reading through, with its own protection.
 */
export function importRoutes(context: RouteContext): Router {
  const router = Router();
  const history = buildHistory(context.workspace);
  router.get(importPath, (request, response) => start(context, request, response));
  router.post(`${importPath}/uploads`, sameOriginOnly, (request, response) =>
    receive(context, request, response),
  );
  // Whoever loads the address of an answered form again wants the page it was on.
  router.get(`${importPath}/uploads`, (_request, response) => response.redirect(302, importPath));
  router.get(`${importPath}/rejected/:file`, (request, response) =>
    rejected(context, request, response),
  );
  router.get(`${importPath}/jobs/:id`, async (request, response) => {
    readQuery(request.originalUrl, {single: []});
    const job = context.imports.queue.find(String(request.params['id']));
    const ids = job.result?.imports.map(({importId}) => importId) ?? [];
    const isBuilt = job.result !== null && job.result.build !== null;
    const effects = isBuilt ? await importEffects(context, history, ids) : [];
    const page = {
      ...(await frameOf(context)),
      job,
      effects,
      uploadHref: await uploadHref(context, job),
    };
    send(response, html(JobPage(page)));
  });
  router.get(`${importPath}/jobs/:id/progress`, (request, response) => {
    readQuery(request.originalUrl, {single: []});
    const job = context.imports.queue.find(String(request.params['id']));
    const {state} = job;
    response.setHeader('Cache-Control', 'no-store');
    response.json({state, text: stageText(job), share: doneShare(job)});
  });
  router.get(`${importPath}/:id`, (request, response) => reviewPage(context, request, response));
  router.post(`${importPath}/:id`, sameOriginOnly, longFormBody, (request, response) =>
    reviewForm(context, request, response),
  );
  router.post(`${importPath}/:id/discard`, sameOriginOnly, (request, response) =>
    discardUpload(context, request, response),
  );
  return router;
}

async function start(context: RouteContext, request: Request, response: Response): Promise<void> {
  readQuery(request.originalUrl, {single: []});
  const {imports, workspace} = context;
  const {uploadLimitBytes} = await readConfig(workspace);
  const running = imports.queue.running();
  const page = {
    ...(await frameOf(context)),
    limitBytes: uploadLimitBytes,
    running,
    waiting: await imports.uploads.list(),
    inbox: imports.inbox.files(),
    past: await pastImports(context),
    zone: await shownZone(context),
  };
  send(response, html(StartPage(page)));
}

/** A program is told where to go on; a form is led there. */
async function receive(context: RouteContext, request: Request, response: Response): Promise<void> {
  const {imports, workspace} = context;
  const {uploadLimitBytes} = await readConfig(workspace);
  try {
    const upload = await receiveUpload(request, imports.uploads, {limitBytes: uploadLimitBytes});
    const location = `${importPath}/${upload.id}`;
    if (request.accepts(['html', 'json']) === 'html') response.redirect(303, location);
    else response.status(201).json({location});
  } catch (error) {
    endUnread(request, response);
    throw error;
  }
}

/** What is still coming of a refused upload is let run dry for a moment, so that the answer is read. */
function endUnread(request: Request, response: Response): void {
  if (request.complete) return;
  response.setHeader('Connection', 'close');
  request.unpipe();
  request.resume();
  response.once('finish', () => {
    const limit = setTimeout(() => request.socket.destroy(), 2000);
    request.once('close', () => clearTimeout(limit));
  });
}

async function rejected(
  {workspace}: RouteContext,
  request: Request,
  response: Response,
): Promise<void> {
  readQuery(request.originalUrl, {single: []});
  const number = /^(\d{1,9})\.csv$/.exec(String(request.params['file']))?.[1];
  if (number === undefined) throw noRejected();
  const rows = await keptRejectedRows(workspace, {import: Number(number)});
  if (rows.length === 0) throw noRejected();
  response.setHeader('Cache-Control', 'private, no-cache');
  response.attachment(`rejected-${number}.csv`).type('text/csv');
  response.send(await rejectedCsv(workspace, rows));
}

function noRejected(): UserError {
  return new UserError(
    'No row of this import was rejected.',
    'See the list of imports for those that have some.',
    404,
  );
}

async function uploadHref({imports}: RouteContext, job: ImportJob): Promise<string | null> {
  if (job.state !== 'failed' || job.uploadId === null) return null;
  const upload = await imports.uploads.find(job.uploadId).catch(() => null);
  return upload && `${importPath}/${upload.id}`;
}

async function frameOf(context: RouteContext) {
  const chrome: Chrome = {...serverChrome, ...context.chrome};
  return {chrome, scripts: context.assets.importScripts, freshness: await freshnessOf(context)};
}

function send(response: Response, text: string): void {
  response.setHeader('Cache-Control', 'no-store');
  response.type('html').send(text);
}
