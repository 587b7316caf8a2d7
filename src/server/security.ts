import type {RequestHandler} from 'express';
import {rateLimit} from 'express-rate-limit';
import helmet from 'helmet';
import {UserError} from '../base/user-error.ts';

const requestsPerMinute = 1200;

/**
 * Headers of every answer. Scripts, styles, fonts and pictures come from this server and nowhere else,
 * and nothing inline runs, so text out of an export can never become code.
 */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // A figure that is copied becomes a picture in the browser first.
        imgSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Plain HTTP on this machine: asking browsers for HTTPS would lock people out of localhost.
    strictTransportSecurity: false,
    referrerPolicy: {policy: 'same-origin'},
    xFrameOptions: {action: 'deny'},
  });
}

/** Only reading: whatever changes something comes with its own protection. */
export const onlyReading: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  response.setHeader('Allow', 'GET, HEAD');
  next(new UserError(`${request.method} is not possible here.`, 'Use GET.', 405));
};

/**
 * A page elsewhere can point its own name at 127.0.0.1 and read what is served there (DNS rebinding),
 * but the browser then sends that name as the host. So a server for this machine answers to its names only.
 * @param host what the server listens on; null leaves the check out
 */
export function ownHostOnly(host: string | null): RequestHandler {
  if (host === null || !isLoopback(host)) return (_request, _response, next) => next();
  return (request, _response, next) => {
    if (isLoopback(hostName(request.headers.host ?? ''))) return next();
    next(
      new UserError(
        'This server answers on this machine only, as localhost.',
        'Open http://localhost with the port it printed, or start it with --host to let others in.',
        403,
      ),
    );
  };
}

/** `localhost`, `127.0.0.0/8` or `::1`. */
function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare);
}

function hostName(header: string): string {
  return header.replace(/:\d+$/, '');
}

/** Far above what a room of people does, far below what a runaway script does. */
export function requestLimit(): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: requestsPerMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler(_request, _response, next) {
      next(
        new UserError(
          `More than ${requestsPerMinute} requests in a minute.`,
          'Wait a minute, or ask for more in one request.',
          429,
        ),
      );
    },
  });
}
