import type {Request, Response} from 'express';
import type {Logger} from 'pino';
import type {ResolvedPage} from '../pages/resolved-page.ts';
import {t} from '../wording/t.ts';
import type {Recent} from './keep-recent.ts';

export interface Drawing {
  /** Stands for the address and all that the page is made from. */
  key: string;
  /** Whole pages as they were drawn. */
  drawn: Recent<string>;
  /** The page with all its findings; to look for them may take seconds. */
  whole(): Promise<ResolvedPage>;
  /** The page with the findings that are known, or a word that they are being looked for. */
  soon(): Promise<ResolvedPage>;
  /** The page without its blocks, where these take longer than a reader should see nothing. */
  shell: (() => Promise<ResolvedPage>) | null;
  render(page: ResolvedPage): string;
  log: Logger;
}

/**
 * Sends a page at once, without its findings where nobody looked for them yet, unless the asker would rather
 * wait (`Prefer: wait`, RFC 7240). They are looked for when it is sent: the browser asks again for the whole.
 */
export async function sendPage(
  request: Request,
  response: Response,
  drawing: Drawing,
): Promise<void> {
  const {key, drawn, whole, soon, render, log} = drawing;
  const drawWhole = () => drawn.of(key, async () => render(await whole()));
  if (wouldWait(request) || drawn.made(key) !== undefined) {
    response.type('html').send(await drawWhole());
    return;
  }
  const isBegun = await sendTop(response, drawing);
  const page = await soon().catch((error: unknown) => failBelow(response, drawing, error));
  if (!page) return;
  const html = render(page);
  const isWhole = !isPending(page);
  if (isWhole) await drawn.of(key, () => Promise.resolve(html));
  else if (!isBegun) keepNothing(response);
  if (isBegun) response.end(html.slice(topOf(html).length));
  else response.type('html').send(html);
  // Awaited though nobody listens: the build stays open as long as its request does.
  if (!isWhole)
    await drawWhole().catch((error: unknown) => log.error(error, `the findings of ${page.path}`));
}

const endOfTop = '<main id="content">';

/**
 * Sends what stands above a page's content: a reader sees where they are while the figures are looked up. What
 * the address gets wrong is known by then.
 */
async function sendTop(response: Response, {shell, render}: Drawing): Promise<boolean> {
  if (!shell) return false;
  const top = topOf(render(await shell()));
  keepNothing(response);
  response.type('html').write(top);
  return true;
}

/** What fails below what was sent already can't have a page of its own. */
function failBelow(response: Response, {log}: Drawing, error: unknown): null {
  if (!response.headersSent) throw error;
  log.error(error, 'a page failed below its top');
  const words = t`This page could not be drawn. The log of the server says why.`;
  response.end(`<p class="lede">${words}</p></main></body></html>`);
  return null;
}

function topOf(html: string): string {
  return html.slice(0, html.indexOf(endOfTop) + endOfTop.length);
}

function wouldWait(request: Request): boolean {
  return /\bwait\b/.test(request.get('prefer') ?? '');
}

function isPending({blocks}: ResolvedPage): boolean {
  return blocks.some((block) => block.kind === 'findings' && block.isPending);
}

/** A page that may come without its findings must not be taken for the whole one. */
function keepNothing(response: Response): void {
  response.removeHeader('ETag');
  response.setHeader('Cache-Control', 'no-store');
}
