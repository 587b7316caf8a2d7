import {expect, test} from 'vitest';
import {smallServer} from './small-server.ts';

const {server} = smallServer();

const html = {accept: 'text/html'};
const isPending = (text: string) => text.includes('data-pending');

test('a page whose findings nobody asked for comes without them, and is not taken for the whole', async () => {
  const path = '/weekly?period=2016-W10&priority=P3';
  const first = await server.get(path, html);
  expect(first.status).toBe(200);
  expect(isPending(first.text)).toBe(true);
  expect(first.text).toContain('/weekly?period=2016-W10&amp;priority=P3">Look again</a>');
  expect(first.headers).toMatchObject({'cache-control': 'no-store'});
  expect(first.headers).not.toHaveProperty('etag');

  const whole = await server.get(path, {...html, prefer: 'wait'});
  expect(isPending(whole.text)).toBe(false);
  const again = await server.get(path, html);
  expect(again.text).toBe(whole.text);
  expect(again.headers).toHaveProperty('etag');
});

test('who would rather wait gets the whole page at once', async () => {
  const path = '/weekly?period=2016-W10&priority=P4';
  const {text} = await server.get(path, {...html, prefer: 'wait'});
  expect(isPending(text)).toBe(false);
  expect(text).toContain('id="findings"');
});
