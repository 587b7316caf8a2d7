import express, {type Request, type RequestHandler} from 'express';
import {UserError} from '../base/user-error.ts';

const mostBytes = 10_000;
const bodyWithinMs = 60_000;

/** Reads a form as browsers send it without script. */
export const formBody = bodyOf(
  'application/x-www-form-urlencoded',
  express.urlencoded({extended: false, limit: mostBytes, parameterLimit: 300}),
);

/** The same for a form with a list for every column and value of a file. */
export const longFormBody = bodyOf(
  'application/x-www-form-urlencoded',
  express.urlencoded({extended: false, limit: 500_000, parameterLimit: 10_000}),
  500_000,
);

/** Reads one JSON document. */
export const jsonBody = bodyOf('application/json', express.json({limit: mostBytes}));

/** Bodies are small here; whatever is wrong with one is said like everything else. */
function bodyOf(type: string, parse: RequestHandler, most = mostBytes): RequestHandler {
  return (request, response, next) => {
    if (!request.is(type))
      return next(
        new UserError('The request is in no form that is read here.', `Send ${type}.`, 415),
      );
    endIfSlow(request);
    parse(request, response, (error?: unknown) =>
      next(error === undefined ? undefined : refusal(error, most)),
    );
  };
}

/** A server that takes uploads waits long for a request's end; these come at once or not at all. */
function endIfSlow(request: Request): void {
  const limit = setTimeout(() => request.destroy(), bodyWithinMs);
  request.once('close', () => clearTimeout(limit));
  request.once('end', () => clearTimeout(limit));
}

function refusal(error: unknown, most: number): unknown {
  const status = (error as {status?: unknown} | null)?.status;
  if (status === 413)
    return new UserError(
      `The request is longer than ${most.toLocaleString('en-GB')} bytes.`,
      'Shorten what it says.',
      413,
    );
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new UserError('The request can’t be read.', 'Check how it is written.', status);
  return error;
}
