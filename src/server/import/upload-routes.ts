import {readdir} from 'node:fs/promises';
import type {Request, Response} from 'express';
import type {UserError} from '../../base/user-error.ts';
import type {Config} from '../../config/config.ts';
import {readConfig} from '../../config/read-config.ts';
import type {Inspection} from '../../import/inspect.ts';
import {TableChoiceError} from '../../import/readable-tables.ts';
import {loadConnectors} from '../../import/load-connectors.ts';
import {serverChrome} from '../../pages/html/chrome.ts';
import {readQuery} from '../query.ts';
import type {RouteContext} from '../route-context.ts';
import {freshnessOf, html, importPath} from './import-frame.ts';
import {mappingForm} from './mapping-form.ts';
import {isBlocked, openQuestions} from './open-questions.ts';
import type {Review} from './review-uploads.ts';
import {ReviewPage} from './review-page.tsx';
import {UnreadPage} from './unread-page.tsx';
import type {Upload} from './uploads.ts';

/** What an import would make of an upload; one that can't be read at all doesn't stay. */
export async function reviewPage(
  context: RouteContext,
  request: Request,
  response: Response,
): Promise<void> {
  readQuery(request.originalUrl, {single: []});
  const {imports, workspace, chrome, assets} = context;
  const upload = await imports.uploads.find(String(request.params['id']));
  const review = await imports.reviews.of(upload);
  if ('failure' in review) return sendFailure(context, upload, review.failure, response);
  const {inspections} = review;
  const config = await readConfig(workspace);
  const zone = statedZone(config, upload, inspections);
  const page = ReviewPage({
    chrome: {...serverChrome, ...chrome},
    scripts: assets.importScripts,
    freshness: await freshnessOf(context),
    upload,
    inspections,
    questions: questionsOf(upload, inspections, zone),
    zone,
    config,
    connectors: await loadConnectors(workspace.pipelinesDirectory),
    isBusy: imports.queue.running() !== null,
    corrected: await correctedIn(upload),
  });
  response.setHeader('Cache-Control', 'no-store');
  response.type('html').send(html(page));
}

/** Applies what the form says, and imports when nothing is left open. */
export async function reviewForm(
  context: RouteContext,
  request: Request,
  response: Response,
): Promise<void> {
  readQuery(request.originalUrl, {single: []});
  const {imports, workspace} = context;
  const {uploads, reviews, queue} = imports;
  const before = await uploads.find(String(request.params['id']));
  const shown = shownBy(await reviews.of(before));
  const form = mappingForm(request.body, shown);
  const upload = await reviews.correct(before, shown, form);
  const inspections = await inspected(context, upload).catch(async (error: unknown) => {
    // An answer that can't be: the one before it stays.
    await uploads.answer(before, before.answers);
    throw error;
  });
  const zone = statedZone(await readConfig(workspace), upload, inspections);
  const questions = questionsOf(upload, inspections, zone);
  const here = `${importPath}/${upload.id}`;
  if (form.then === 'look' || isBlocked(questions)) return response.redirect(303, here);
  const task = {
    workspace: workspace.directory,
    file: {path: upload.file, name: upload.name},
    answers: {...upload.answers, connector: connectorOf(inspections)},
    rowCount: inspections.reduce((sum, {rowCount}) => sum + rowCount, 0),
    origin: 'page' as const,
    uploadId: upload.id,
  };
  const job = queue.start(task, {
    before: () => reviews.saveConnectors(upload, inspections),
    async after({state}) {
      // One that failed stays, to be corrected.
      if (state === 'done') await discard(context, upload.id);
    },
  });
  response.redirect(303, `${importPath}/jobs/${job.id}`);
}

export async function discardUpload(
  context: RouteContext,
  request: Request,
  response: Response,
): Promise<void> {
  const {id} = await context.imports.uploads.find(String(request.params['id']));
  await discard(context, id);
  response.redirect(303, importPath);
}

async function discard({imports}: RouteContext, id: string): Promise<void> {
  imports.reviews.forget(id);
  await imports.uploads.remove(id);
}

/** What the form was about: a choice of tables has nothing else to correct. */
function shownBy(review: Review): Inspection[] {
  if ('inspections' in review) return review.inspections;
  if (review.failure instanceof TableChoiceError) return [];
  throw review.failure;
}

/** A file that can't be read is not kept, unless there is something to choose. */
async function sendFailure(
  context: RouteContext,
  upload: Upload,
  failure: UserError,
  response: Response,
): Promise<void> {
  const {chrome, assets} = context;
  const parts = failure instanceof TableChoiceError ? failure.parts : [];
  // What failed here, not in the file, may succeed the next time.
  if (parts.length === 0 && failure.status < 500) await discard(context, upload.id);
  const page = UnreadPage({
    chrome: {...serverChrome, ...chrome},
    scripts: assets.importScripts,
    freshness: await freshnessOf(context),
    upload,
    failure,
    parts,
  });
  response.status(parts.length === 0 ? failure.status : 200).setHeader('Cache-Control', 'no-store');
  response.type('html').send(html(page));
}

/** @throws UserError when the file can't be read */
async function inspected({imports}: RouteContext, upload: Upload): Promise<Inspection[]> {
  const review = await imports.reviews.of(upload);
  if ('inspections' in review) return review.inspections;
  throw review.failure;
}

function questionsOf({answers}: Upload, inspections: readonly Inspection[], zone: string | null) {
  const isOrderStated = answers.dateOrder !== null;
  return openQuestions(inspections, {isZoneStated: zone !== null, isOrderStated});
}

/** Of the file's local times: said by the person, by its source, or by the workspace. */
function statedZone(
  {sources, zone, isZoneDefault}: Config,
  {answers}: Upload,
  inspections: readonly Inspection[],
): string | null {
  const connector = inspections[0]?.chosen.connector;
  const source = answers.source
    ? sources.find(({name}) => name === answers.source)
    : sources.find((each) => each.connector === connector);
  return answers.zone ?? source?.zone ?? (isZoneDefault ? null : zone);
}

/** The one that reads all its tables; null where they are of several. */
function connectorOf(inspections: readonly Inspection[]): string | null {
  const ids = new Set(inspections.map(({chosen}) => chosen.connector));
  const [only] = ids;
  return ids.size === 1 && only !== undefined ? only : null;
}

async function correctedIn({draftsDirectory}: Upload): Promise<string[]> {
  const names = await readdir(draftsDirectory).catch(() => []);
  return names.flatMap((name) => /^([a-z][a-z0-9_-]*)\.\d+\.yaml$/.exec(name)?.[1] ?? []);
}
