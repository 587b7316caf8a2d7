import {afterEach, expect, test} from 'vitest';
import {buildPath} from '../../src/warehouse/build-files.ts';
import {writeFileSync} from 'node:fs';
import {run, type Running} from './running.ts';
import {
  buildSmall,
  landOneMore,
  landSmall,
  publishSmall,
  temporaryWorkspace,
} from './small-workspace.ts';

const stops: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function started({isBuilt}: {isBuilt: boolean}) {
  const {workspace, remove} = temporaryWorkspace();
  await (isBuilt ? publishSmall : landSmall)(workspace);
  const server = await run(workspace);
  stops.push(() => server.stop(), remove);
  return {workspace, server};
}

async function opened(server: Running): Promise<{build: number; n: number}> {
  const {status, text} = await server.get('/api/metrics/opened');
  expect(status, text).toBe(200);
  const {build, figures} = JSON.parse(text) as {build: number; figures: {n: number}[]};
  return {build, n: figures[0]?.n ?? NaN};
}

test('a new build is served from the next request on, and none is dropped meanwhile', async () => {
  const {workspace, server} = await started({isBuilt: true});
  const seen: {build: number; n: number}[] = [];
  let isBuilding = true;
  async function keepAsking() {
    while (isBuilding) {
      seen.push(await opened(server));
      // Below the rate limit, which counts by the minute.
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  const asking = [keepAsking(), keepAsking(), keepAsking()];
  await landOneMore(workspace, 'INC9001');
  await buildSmall(workspace);
  await landOneMore(workspace, 'INC9002');
  await buildSmall(workspace);
  isBuilding = false;
  await Promise.all(asking);
  expect(await opened(server)).toEqual({build: 3, n: 402});
  expect(seen.length).toBeGreaterThan(10);
  expect(seen.some(({build}) => build === 2)).toBe(true);
  // Every answer is of one build: its figures and its number belong together.
  for (const {build, n} of seen) expect(n).toBe(399 + build);
}, 180_000);

test('an unchanged address has another tag in another build', async () => {
  const {workspace, server} = await started({isBuilt: true});
  const first = await server.get('/sla');
  await landOneMore(workspace, 'INC9001');
  await buildSmall(workspace);
  expect(first.headers['etag']).toBeDefined();
  const again = await server.get('/sla', {'if-none-match': first.headers['etag'] ?? ''});
  expect(again.status).toBe(200);
  expect(again.headers['etag']).not.toBe(first.headers['etag']);
});

test('before the first build pages say what to do, and the process counts as alive but not ready', async () => {
  const {workspace, server} = await started({isBuilt: false});
  const page = await server.get('/sla', {accept: 'text/html'});
  expect([page.status, page.headers['retry-after']]).toEqual([503, '5']);
  expect(page.text).toContain(
    '<a href="/import">the Import page</a>, or with: meantime import FILE',
  );
  expect((await server.get('/healthz')).status).toBe(200);
  expect((await server.get('/readyz')).status).toBe(503);
  await buildSmall(workspace);
  expect((await server.get('/sla')).status).toBe(200);
  expect(JSON.parse((await server.get('/readyz')).text)).toEqual({status: 'ready', build: 1});
});

test('a published file that can’t be read leaves the build before it in service', async () => {
  const {workspace, server} = await started({isBuilt: true});
  await opened(server);
  writeFileSync(buildPath(workspace, 7, ''), 'no database');
  writeFileSync(workspace.currentFile, '7.duckdb\n');
  expect(await opened(server)).toEqual({build: 1, n: 400});
});
