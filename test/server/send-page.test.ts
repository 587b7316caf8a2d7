import type {Request, Response} from 'express';
import {pino} from 'pino';
import {expect, test} from 'vitest';
import type {ResolvedPage} from '../../src/pages/resolved-page.ts';
import {keepRecent} from '../../src/server/keep-recent.ts';
import {sendPage, type Drawing} from '../../src/server/send-page.ts';

const page = {path: '/weekly', blocks: []} as unknown as ResolvedPage;
const request = {get: () => undefined} as unknown as Request;

/** What a response was sent, and in which pieces. */
function recordingResponse() {
  const sent: string[] = [];
  const response = {
    headersSent: false,
    ...{removeHeader: () => undefined, setHeader: () => undefined, type: () => response},
    write(text: string) {
      response.headersSent = true;
      sent.push(text);
    },
    end: (text: string) => sent.push(text),
  };
  return {sent, response: response as unknown as Response};
}

function drawing(soon: Drawing['soon'], log = pino({level: 'silent'})): Drawing {
  const ask = () => Promise.resolve(page);
  return {
    ...{key: 'a', drawn: keepRecent<string>(1), log, soon, shell: ask, whole: ask},
    render: () => '<header></header><main id="content">figures</main>',
  };
}

test('a page comes in two pieces: what stands above its content, and the rest', async () => {
  const {sent, response} = recordingResponse();
  await sendPage(
    request,
    response,
    drawing(() => Promise.resolve(page)),
  );
  expect(sent).toEqual(['<header></header><main id="content">', 'figures</main>']);
});

test('what fails below the top is told there and in the log', async () => {
  const {sent, response} = recordingResponse();
  const lines: string[] = [];
  const log = pino({}, {write: (line: string) => lines.push(line)});
  await sendPage(
    request,
    response,
    drawing(() => Promise.reject(new Error('no such table')), log),
  );
  expect(sent[1]).toContain('This page could not be drawn.');
  expect(sent[1]).toMatch(/<\/main><\/body><\/html>$/);
  expect(lines.join('')).toContain('no such table');
});
