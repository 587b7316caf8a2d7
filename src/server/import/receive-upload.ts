import {createWriteStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import type {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import busboy from 'busboy';
import type {Request} from 'express';
import {UserError} from '../../base/user-error.ts';
import {fileError} from '../../import/file-error.ts';
import {fileSize} from './wording.ts';
import type {Upload, Uploads} from './uploads.ts';

/** Beside the file there is only what frames it. */
const frameBytes = 10_000;
const longestName = 200;
/** A connection that sends nothing for so long has been left. */
const patienceMs = 60_000;

/**
 * Streams the one file of a form to disk. Whatever goes wrong, the connection lost included, nothing of it stays.
 * @throws UserError 413 above the limit, 415 for another form, 400 for no or an empty file
 */
export async function receiveUpload(
  request: Request,
  uploads: Uploads,
  {limitBytes}: {limitBytes: number},
): Promise<Upload> {
  if (!request.is('multipart/form-data'))
    throw new UserError('The file came in no form that is read here.', 'Use the form.', 415);
  if (Number(request.headers['content-length'] ?? 0) > limitBytes + frameBytes)
    throw tooLarge(limitBytes);
  const begun = await uploads.begin();
  try {
    request.socket.setTimeout(patienceMs, () => request.destroy());
    const name = await storeFile(request, begun.file, limitBytes);
    const {size} = await stat(begun.file);
    if (size === 0) throw emptyFile(name);
    return await begun.finish(name, size);
  } catch (error) {
    await begun.discard();
    throw isBrokenForm(error)
      ? new UserError('The file did not arrive whole.', 'Send it again.', 400)
      : fileError('the upload', error);
  } finally {
    request.socket.setTimeout(0);
  }
}

/** @returns the name the browser gave it */
async function storeFile(request: Request, path: string, limitBytes: number): Promise<string> {
  const limits = {files: 1, fields: 0, parts: 2, fileSize: limitBytes + 1, headerPairs: 20};
  const form = busboy({headers: request.headers, limits, defParamCharset: 'utf8'});
  let stored: Promise<string> | null = null;
  form.on('file', (_field, stream, {filename}) => {
    stored = storeStream(stream, path, limitBytes).then(() => shownName(filename));
    // Its failure is met below; the form itself must end, or it would wait for ever.
    stored.catch((error: unknown) => form.destroy(error as Error));
  });
  await pipeline(request, form);
  const name = await stored;
  if (name === null || name === '') throw noFile();
  return name;
}

async function storeStream(
  stream: Readable & {truncated?: boolean},
  path: string,
  limitBytes: number,
): Promise<void> {
  stream.once('limit', () => stream.destroy(tooLarge(limitBytes)));
  await pipeline(stream, createWriteStream(path, {flags: 'wx'}));
}

/** What the person calls the file: without folders, control characters or excess. */
function shownName(name: string | undefined): string {
  const base = (name ?? '').split(/[\\/]/).at(-1) ?? '';
  const plain = base.replace(/\p{C}/gu, '').trim();
  return plain.length <= longestName ? plain : `…${plain.slice(1 - longestName)}`;
}

function isBrokenForm(error: unknown): boolean {
  if (error instanceof UserError) return false;
  const {code, message} = error as NodeJS.ErrnoException;
  return (
    ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR'].includes(code ?? '') ||
    /Unexpected end of form|Malformed|Boundary not found|aborted/i.test(message)
  );
}

function tooLarge(limitBytes: number): UserError {
  return new UserError(
    `The file is larger than ${fileSize(limitBytes)}, the most that this page takes.`,
    'Compress it with gzip or zip, export it in parts, raise upload_limit in meantime.yaml, or use meantime import on the server.',
    413,
  );
}

function emptyFile(name: string): UserError {
  return new UserError(`${name} is empty.`, 'Export it again, or choose another file.');
}

function noFile(): UserError {
  return new UserError('No file was chosen.', 'Choose the export to import.');
}
