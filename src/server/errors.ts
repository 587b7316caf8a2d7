import {randomUUID} from 'node:crypto';
import type {ErrorRequestHandler, Request, RequestHandler} from 'express';
import type {Logger} from 'pino';
import {UserError} from '../base/user-error.ts';

/** What a failed request tells whoever sent it. */
export interface Failure {
  status: number;
  error: string;
  remedy: string;
}

/** For every address nobody answered. */
export const noSuchPage: RequestHandler = (request, _response, next) => {
  next(
    new UserError(
      `There is nothing at ${request.path.slice(0, 100)}.`,
      request.path.startsWith('/api/')
        ? 'See /api/openapi.json for what there is.'
        : 'Start from the weekly review.',
      404,
    ),
  );
};

/**
 * The last handler. A UserError is answered with its status, its text and its remedy; anything else is our
 * bug: the log gets the stack, the answer only an id to find it by.
 * @param page draws the failure for people; programs get `{error, remedy}`
 */
export function errorHandler(log: Logger, page: (failure: Failure) => string): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const failure = failureOf(error, request, log);
    response.status(failure.status).setHeader('Cache-Control', 'no-store');
    response.removeHeader('ETag');
    if (failure.status === 503) response.setHeader('Retry-After', '5');
    if (wantsPage(request)) response.type('html').send(page(failure));
    else response.json({error: failure.error, remedy: failure.remedy});
  };
}

function failureOf(error: unknown, request: Request, log: Logger): Failure {
  if (error instanceof UserError) {
    return {status: error.status, error: error.message, remedy: error.remedy};
  }
  if (isBadAddress(error)) {
    return {status: 400, error: 'The address can’t be read.', remedy: 'Check its % signs.'};
  }
  const status = refusedStatus(error);
  if (status !== null)
    return {status, error: 'The request can’t be answered so.', remedy: 'Ask for the whole file.'};
  const id = randomUUID();
  log.error({id, url: request.originalUrl, err: error}, 'request failed');
  return {
    status: 500,
    error: `Something went wrong here; it is not your doing (${id}).`,
    remedy: 'Try again; if it stays, report this id with the lines the server’s log has for it.',
  };
}

/** What Express answers to a range or a condition that can't be met: 416, 412. */
function refusedStatus(error: unknown): number | null {
  const status = (error as {status?: unknown} | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

/** Express's own complaint about `%zz` in a path. */
function isBadAddress(error: unknown): boolean {
  return error instanceof URIError;
}

function wantsPage(request: Request): boolean {
  return (
    !/^\/(api|healthz|readyz)\b/.test(request.path) && request.accepts(['html', 'json']) === 'html'
  );
}
