import {createServer, type RequestListener, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {UserError} from '../base/user-error.ts';

export interface ListenOptions {
  /** 0 takes any free port. */
  port: number;
  host: string;
}

/** A server that is answering. */
export interface Listening {
  /** `http://127.0.0.1:4600` */
  address: string;
  port: number;
  /** Takes no new requests, lets those under way finish (at most `patience` milliseconds), and ends. */
  stop(options?: {patience?: number}): Promise<void>;
}

/**
 * Starts answering.
 * @throws UserError when the port is taken, not allowed, or the host isn't this machine's
 */
export async function listen(app: RequestListener, options: ListenOptions): Promise<Listening> {
  const server = createServer(app);
  // Slow or silent connections end by themselves; a large upload over a slow line takes its time.
  server.requestTimeout = 3 * 3_600_000;
  server.headersTimeout = 20_000;
  await started(server, options);
  const {port} = server.address() as AddressInfo;
  return {
    port,
    address: `http://${shownHost(options.host)}:${port}`,
    stop: ({patience = 5000} = {}) => stopped(server, patience),
  };
}

function started(server: Server, {port, host}: ListenOptions): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => failed(listenError(error, port, host)));
    server.listen({port, host}, done);
  });
}

function stopped(server: Server, patience: number): Promise<void> {
  return new Promise((done) => {
    const limit = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearTimeout(limit);
      done();
    });
    server.closeIdleConnections();
  });
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new UserError(
        `Port ${port} is taken.`,
        'Choose another with --port, or --port 0 for any free one.',
      );
    case 'EACCES':
      return new UserError(
        `Port ${port} may not be used by you.`,
        'Choose one above 1023 with --port.',
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new UserError(
        `"${host}" is not an address of this machine.`,
        'Use --host 127.0.0.1 for this machine only, or 0.0.0.0 for everyone on the network.',
      );
    default:
      return error;
  }
}

function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
