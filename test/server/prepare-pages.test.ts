import {afterAll, beforeAll, expect, test, vi} from 'vitest';
import {silentLog} from '../../src/base/log.ts';
import type {CommandContext} from '../../src/cli/command.ts';
import {serveUntilInterrupted} from '../../src/cli/serve.ts';
import {preparePages} from '../../src/server/prepare-pages.ts';
import {registerParts} from '../../src/server/register-parts.ts';
import {followPublished, type Published} from '../../src/server/published.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {run, type Running} from './running.ts';
import {
  asOf,
  buildSmall,
  landOneMore,
  publishSmall,
  temporaryWorkspace,
} from './small-workspace.ts';

const {workspace, remove} = temporaryWorkspace();
let server: Running;
let asked = 0;

beforeAll(async () => {
  await publishSmall(workspace);
  server = await run(workspace, {
    published: countingQuestions(followPublished(workspace, silentLog)),
  });
});
afterAll(async () => {
  await server.stop();
  remove();
});

/** Counts what is asked of the builds. */
function countingQuestions(published: Published): Published {
  const counting = new WeakMap<Database, Database>();
  const counted = (database: Database) => {
    const known =
      counting.get(database) ??
      new Proxy(database, {
        get(target, name, receiver) {
          if (name === 'query' || name === 'result') asked += 1;
          return Reflect.get(target, name, receiver) as unknown;
        },
      });
    counting.set(database, known);
    return known;
  };
  return {
    ...published,
    use: (work) => published.use(({build, database}) => work({build, database: counted(database)})),
  };
}

test('the pages people open first are asked for one after the other, and one that fails stops none', async () => {
  const paths: string[] = [];
  const failing = (url: string) => {
    paths.push(new URL(url).pathname);
    return Promise.reject(new Error('busy'));
  };
  await preparePages('http://127.0.0.1:1', failing as typeof fetch);
  expect(paths.slice(0, 3)).toEqual(['/weekly', '/operations', '/monthly']);
  expect(paths).toHaveLength(9);
});

test('meantime serve asks itself for them', async () => {
  const fetched = vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(() => Promise.resolve(new Response('')));
  const end = new AbortController();
  const context = {
    ...{workspace, json: true, print: () => undefined, now: () => new Date(asOf), env: {}},
    interrupted: end.signal,
  } as unknown as CommandContext;
  const served = serveUntilInterrupted(context, {port: 0, host: '127.0.0.1'});
  await expect.poll(() => fetched.mock.calls.length).toBe(9);
  end.abort();
  await served;
  expect(fetched.mock.calls[0]?.[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/weekly$/);
  fetched.mockRestore();
});

test('a page is drawn once, and sent as it was drawn until there is a new build', async () => {
  const week = async () => {
    const before = asked;
    const {text} = await server.get('/weekly', {accept: 'text/html', prefer: 'wait'});
    return {text, asked: asked - before};
  };
  const register = vi.spyOn(registerParts, 'get');
  const first = await week();
  expect(first.asked).toBeGreaterThan(20);
  expect(register).toHaveBeenCalledTimes(1);
  expect(await week()).toEqual({text: first.text, asked: 0});
  // To open the register takes longer than all the rest.
  expect(register).toHaveBeenCalledTimes(1);
  register.mockRestore();
  await landOneMore(workspace, 'INC9001');
  await buildSmall(workspace);
  expect(first.text).toContain('build 1');
  const next = await week();
  expect(next.text).toContain('build 2');
  expect(next.asked).toBeGreaterThan(20);
});
