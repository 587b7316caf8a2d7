import {expect, test} from 'vitest';
import {preparePages} from '../../src/server/prepare-pages.ts';
import {buildSmall, landOneMore} from './small-workspace.ts';
import {smallServer} from './small-server.ts';

const {workspace, server} = smallServer();

test('the pages people open first are asked for one after the other, and one that fails stops none', async () => {
  const asked: string[] = [];
  const failing = (url: string) => {
    asked.push(new URL(url).pathname);
    return Promise.reject(new Error('busy'));
  };
  await preparePages('http://127.0.0.1:1', failing as typeof fetch);
  expect(asked.slice(0, 3)).toEqual(['/weekly', '/operations', '/monthly']);
  expect(asked).toHaveLength(9);
});

test('a page is sent as it was drawn until there is a new build', async () => {
  const week = async () =>
    (await server.get('/weekly', {accept: 'text/html', prefer: 'wait'})).text;
  const first = await week();
  expect(await week()).toBe(first);
  await landOneMore(workspace, 'INC9001');
  await buildSmall(workspace);
  expect(first).toContain('build 1');
  expect(await week()).toContain('build 2');
});
