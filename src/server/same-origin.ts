import type {IncomingHttpHeaders} from 'node:http';
import type {RequestHandler} from 'express';
import {UserError} from '../base/user-error.ts';

/**
 * Lets a request through that one of our own pages sent. Browsers say where a request comes from and no page
 * can make them say otherwise, so a page elsewhere can't change anything here in its reader's name.
 */
export const sameOriginOnly: RequestHandler = (request, _response, next) => {
  if (isSameOrigin(request.headers)) return next();
  next(
    new UserError(
      'This was not sent from a page of this server.',
      'Use the form on its page; a program sends an Origin header with this server’s own address.',
      403,
    ),
  );
};

/**
 * `Sec-Fetch-Site` where the browser sends it (over HTTPS and on this machine), which holds behind a
 * proxy too; else the host in `Origin` must be the one that was asked. Neither is no proof.
 */
function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const {origin, host} = headers;
  if (origin === undefined || host === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === host.toLowerCase();
}
