import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';

export interface HookServer {
  address: string;
  /** What was posted, by path. */
  posts: {path: string; body: unknown}[];
  /** Statuses of the next answers; 200 after them. */
  statuses: number[];
  stop(): Promise<void>;
}

/** Stands for Teams and Slack on this machine. */
export async function hookServer(): Promise<HookServer> {
  const posts: HookServer['posts'] = [];
  const statuses: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as unknown;
      posts.push({path: request.url ?? '', body});
      response.statusCode = statuses.shift() ?? 200;
      if (response.statusCode === 302) response.setHeader('location', 'http://127.0.0.1:9/');
      response.end(response.statusCode === 200 ? 'ok' : 'no');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    ...{posts, statuses},
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}
