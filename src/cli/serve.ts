import type {Command} from 'commander';
import {InvalidArgumentError} from 'commander';
import {serve} from '../server/serve.ts';
import type {CommandContext, Register} from './command.ts';

const defaultPort = 4600;

export const registerServe: Register = (program, contextOf) => {
  portOption(
    program
      .command('serve')
      .description('Serve the dashboards and the API until Ctrl-C')
      .option('--host <address>', 'address to listen on; 0.0.0.0 lets the network in', '127.0.0.1')
      .option('--verbose', 'log every request'),
  ).action(async (options: ServeOptions, command: Command) => {
    await serveUntilInterrupted(contextOf(command), options);
  });
};

interface ServeOptions {
  port: number;
  host: string;
  verbose?: boolean;
}

export function portOption(command: Command): Command {
  const text = 'port to listen on; 0 takes any free one';
  return command.option('--port <number>', text, portOf, defaultPort);
}

/** Answers until Ctrl-C, then lets requests under way finish. */
export async function serveUntilInterrupted(
  {workspace, json, print, now, env, style, interrupted}: CommandContext,
  {verbose, ...options}: ServeOptions,
): Promise<void> {
  const logLevel = verbose ? 'info' : 'warn';
  const server = await serve(workspace, {...options, logLevel, now, env, preparesPages: true});
  const {address, port} = server;
  print(
    json
      ? JSON.stringify({address, port})
      : `Meantime is at ${style.strong(address)} ${style.faint('(Ctrl-C stops it)')}`,
  );
  await aborted(interrupted);
  await server.stop();
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('Use a number from 0 to 65535.');
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((done) => signal.addEventListener('abort', () => done(), {once: true}));
}
