import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterAll, expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {UserError} from '../../src/base/user-error.ts';
import {serve} from '../../src/server/serve.ts';
import {get, run} from './running.ts';
import {asOf, temporaryWorkspace} from './small-workspace.ts';

const {workspace, remove} = temporaryWorkspace();
afterAll(remove);

const options = {
  port: 0,
  host: '127.0.0.1',
  logLevel: 'silent',
  now: () => new Date(asOf),
  scriptFile: packagePath('src/client/client.ts'),
} as const;

test('port 0 takes a free port and says which', async () => {
  const server = await serve(workspace, options);
  expect(server.address).toBe(`http://127.0.0.1:${server.port}`);
  expect((await get(server.address, '/healthz')).status).toBe(200);
  await server.stop();
  await expect(get(server.address, '/healthz')).rejects.toThrow(/ECONNREFUSED/);
});

test('a port that is taken is told with the way out', async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const {port} = other.address() as AddressInfo;
  const failure = await serve(workspace, {...options, port}).catch((error: unknown) => error);
  other.close();
  expect(failure).toBeInstanceOf(UserError);
  expect(failure).toMatchObject({message: `Port ${port} is taken.`});
});

test('a script that has not been built is told with the way out', async () => {
  const failure = await serve(workspace, {...options, scriptFile: '/nowhere/client.js'}).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({remedy: 'Run: npm run build'});
});

test('stopping lets a request that is under way finish', async () => {
  const {promise: isAsked, resolve: asked} = latch();
  const server = await run(workspace, {
    published: {
      use: async () => {
        asked();
        await new Promise((done) => setTimeout(done, 60));
        throw new UserError('Late, but whole.', '', 503);
      },
      close: () => Promise.resolve(),
    },
  });
  const answer = server.get('/api/imports');
  await isAsked;
  const stopped = server.stop();
  expect((await answer).text).toContain('Late, but whole.');
  await stopped;
});

function latch(): {promise: Promise<void>; resolve: () => void} {
  let resolve = () => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return {promise, resolve};
}
