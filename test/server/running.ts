import {request} from 'node:http';
import {pino} from 'pino';
import {packagePath} from '../../src/base/package-root.ts';
import {silentLog} from '../../src/base/log.ts';
import type {Workspace} from '../../src/config/workspace.ts';
import {loadCatalogue} from '../../src/metrics/catalogue.ts';
import {createApp} from '../../src/server/app.ts';
import type {AppContext} from '../../src/server/route-context.ts';
import {loadAssets} from '../../src/server/assets.ts';
import {importsOf} from '../../src/server/import/imports.ts';
import {listen} from '../../src/server/listen.ts';
import {readStyles} from '../../src/server/serve.ts';
import {followPublished} from '../../src/server/published.ts';
import {openDatabase} from '../../src/warehouse/database.ts';
import {asOf} from './small-workspace.ts';

export interface Running {
  address: string;
  /** What the server logged, one JSON document a line. */
  log: string[];
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  stop(): Promise<void>;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  text: string;
  bytes: Buffer;
}

/** A server on any free port over a workspace, as `serve` makes it, with a log that can be read. */
export async function run(
  workspace: Workspace,
  overrides: Partial<AppContext> = {},
): Promise<Running> {
  const log: string[] = [];
  const parser = await openDatabase(':memory:');
  const catalogue = await loadCatalogue(parser);
  parser.close();
  const published = followPublished(workspace, silentLog);
  const logger = pino({level: 'error'}, {write: (line: string) => void log.push(line)});
  const now = () => new Date(asOf);
  const imports = importsOf(workspace, {log: logger, now});
  const app = createApp({
    imports,
    published,
    catalogue,
    workspace,
    assets: await loadAssets({
      styles: await readStyles(),
      icon: '<svg/>',
      scriptFile: packagePath('src/client/client.ts'),
    }),
    log: logger,
    version: 'test',
    host: '127.0.0.1',
    now,
    env: {},
    ...overrides,
  });
  const {address, stop} = await listen(app, {port: 0, host: '127.0.0.1'});
  return {
    address,
    log,
    get: (path, headers) => get(address, path, {headers}),
    async stop() {
      await stop({patience: 1000});
      await imports.stop();
      await published.close();
    },
  };
}

/** A request with the path exactly as written: `fetch` would tidy up what these tests are about. */
export function get(
  address: string,
  path: string,
  {headers = {}, method = 'GET'}: {headers?: Record<string, string>; method?: string} = {},
): Promise<Answer> {
  const {hostname, port} = new URL(address);
  return new Promise((done, failed) => {
    const sent = request({
      agent: false,
      hostname,
      port,
      path,
      method,
      headers: {accept: '*/*', ...headers},
    });
    sent.on('error', failed);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const answered = response.headers as Record<string, string>;
        done({status: response.statusCode ?? 0, headers: answered, text: bytes.toString(), bytes});
      });
    });
    sent.end();
  });
}
