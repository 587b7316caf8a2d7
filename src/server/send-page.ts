import type {Request, Response} from 'express';
import type {Logger} from 'pino';
import type {ResolvedPage} from '../pages/resolved-page.ts';
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
  {key, drawn, whole, soon, render, log}: Drawing,
): Promise<void> {
  const drawWhole = () => drawn.of(key, async () => render(await whole()));
  const send = (html: string) => response.type('html').send(html);
  if (wouldWait(request) || drawn.made(key) !== undefined) {
    send(await drawWhole());
    return;
  }
  const page = await soon();
  const html = render(page);
  if (!isPending(page)) {
    send(await drawn.of(key, () => Promise.resolve(html)));
    return;
  }
  keepNothing(response);
  send(html);
  // Awaited though nobody listens: the build stays open as long as its request does.
  await drawWhole().catch((error: unknown) => log.error(error, `the findings of ${page.path}`));
}

function wouldWait(request: Request): boolean {
  return /\bwait\b/.test(request.get('prefer') ?? '');
}

function isPending({blocks}: ResolvedPage): boolean {
  return blocks.some((block) => block.kind === 'findings' && block.isPending);
}

/** A page without its findings must not be taken for the whole one. */
function keepNothing(response: Response): void {
  response.removeHeader('ETag');
  response.setHeader('Cache-Control', 'no-store');
}
