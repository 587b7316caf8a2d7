import express, {type RequestHandler} from 'express';
import {UserError} from '../base/user-error.ts';

const mostBytes = 10_000;

/** Reads a form as browsers send it without script. */
export const formBody = bodyOf(
  'application/x-www-form-urlencoded',
  express.urlencoded({extended: false, limit: mostBytes, parameterLimit: 300}),
);

/** Reads one JSON document. */
export const jsonBody = bodyOf('application/json', express.json({limit: mostBytes}));

/** Bodies are small here; whatever is wrong with one is said like everything else. */
function bodyOf(type: string, parse: RequestHandler): RequestHandler {
  return (request, response, next) => {
    if (!request.is(type))
      return next(
        new UserError('The request is in no form that is read here.', `Send ${type}.`, 415),
      );
    parse(request, response, (error?: unknown) =>
      next(error === undefined ? undefined : refusal(error)),
    );
  };
}

function refusal(error: unknown): unknown {
  const status = (error as {status?: unknown} | null)?.status;
  if (status === 413)
    return new UserError(
      `The request is longer than ${mostBytes.toLocaleString('en-GB')} bytes.`,
      'Shorten the reason.',
      413,
    );
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new UserError('The request can’t be read.', 'Check how it is written.', status);
  return error;
}
