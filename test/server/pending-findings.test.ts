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

test('what stands above the content comes before the figures are looked up', async () => {
  const path = '/weekly?period=2016-W09&priority=P3';
  const response = await fetch(server.address + path, {headers: html});
  const chunks: string[] = [];
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) chunks.push(decoder.decode(chunk, {stream: true}));
  expect(chunks[0]).toMatch(/aria-current="page">Weekly<.*<main id="content">$/s);
  const whole = await server.get(path, {...html, prefer: 'wait'});
  const above = (text: string) => text.slice(0, text.indexOf('<main'));
  expect(above(chunks.join(''))).toBe(above(whole.text));
  expect(chunks.join('').match(/<main/g)).toHaveLength(1);
});

test('an address that is wrong is refused before anything is sent', async () => {
  const refused = await server.get('/weekly?period=2016-03', html);
  expect(refused.status).toBe(400);
  expect(refused.text).toContain('</html>');
});
