import {renderToString} from 'preact-render-to-string';
import type {ResolvedPage} from '../resolved-page.ts';
import type {Chrome} from './chrome.ts';
import {serverChrome} from './chrome.ts';
import {Document} from './document.tsx';
import {PageBlock} from './page-block.tsx';
import {PeriodBar} from './period-bar.tsx';

/**
 * A resolved page as one HTML document, complete without script: no inline style or script,
 * every figure drawn, every table there. The browser script redraws `[data-figure]` at the real width.
 * @param chrome navigation and asset addresses; the server's own by default
 */
export function renderPage(page: ResolvedPage, chrome: Partial<Chrome> = {}): string {
  const around = {...serverChrome, ...chrome};
  const {id, freshness, followsData = false} = page;
  return `<!doctype html>${renderToString(
    <Document
      id={id}
      title={documentTitle(page)}
      chrome={around}
      freshness={freshness}
      followsData={followsData}
    >
      <PeriodBar page={page} chrome={around} />
      {!hasHeadline(page) && <PlainHeading page={page} />}
      {page.blocks.map((block) => (
        <PageBlock block={block} />
      ))}
    </Document>,
  )}`;
}

function documentTitle({title, period}: ResolvedPage): string {
  return period ? `${title}, ${period.label}` : title;
}

function hasHeadline(page: ResolvedPage): boolean {
  return page.blocks.some(({kind}) => kind === 'headline');
}

function PlainHeading({page}: {page: ResolvedPage}) {
  return (
    <div class="opening">
      <h1>{page.title}</h1>
      <p class="lede">{page.question}</p>
    </div>
  );
}
