import {createHash} from 'node:crypto';
import type {Request, Response} from 'express';

/**
 * Marks an answer by what it was made from. A build never changes, so build and address say everything;
 * `stamp` stands for this server's code and configuration.
 * @returns true when the asker has it already and 304 has been sent: compute nothing
 */
export function isUnchanged(
  request: Request,
  response: Response,
  {build, stamp}: {build: string; stamp: string},
): boolean {
  const parts = [stamp, build, request.originalUrl, request.headers.accept ?? ''];
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
  response.setHeader('ETag', `W/"${hash}"`);
  response.setHeader('Cache-Control', 'private, no-cache');
  response.vary('Accept');
  if (!request.fresh) return false;
  response.status(304).end();
  return true;
}
