import {renderToString} from 'preact-render-to-string';
import type {ResolvedPage} from '../resolved-page.ts';
import type {Chrome} from './chrome.ts';
import {serverChrome} from './chrome.ts';
import {PageBlock} from './page-block.tsx';
import {PageHeader} from './page-header.tsx';
import {PeriodBar} from './period-bar.tsx';

/**
 * A resolved page as one HTML document, complete without script: no inline style or script,
 * every figure drawn, every table there. The browser script redraws `[data-figure]` at the real width.
 * @param chrome navigation and asset addresses; the server's own by default
 */
export function renderPage(page: ResolvedPage, chrome: Partial<Chrome> = {}): string {
  const around = {...serverChrome, ...chrome};
  return `<!doctype html>${renderToString(<Document page={page} chrome={around} />)}`;
}

function Document({page, chrome}: {page: ResolvedPage; chrome: Chrome}) {
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{documentTitle(page)}</title>
        {chrome.icon && <link rel="icon" href={chrome.icon} />}
        <link rel="stylesheet" href={chrome.stylesheet} />
        {chrome.script && <script type="module" src={chrome.script}></script>}
      </head>
      <body data-page={page.id}>
        <a class="skip" href="#content">
          Skip to the content
        </a>
        <PageHeader page={page} chrome={chrome} />
        <main id="content">
          <PeriodBar page={page} chrome={chrome} />
          {!hasHeadline(page) && <PlainHeading page={page} />}
          {page.blocks.map((block) => (
            <PageBlock block={block} />
          ))}
        </main>
        <PageFooter page={page} chrome={chrome} />
      </body>
    </html>
  );
}

function documentTitle({title, period}: ResolvedPage): string {
  return period ? `${title}, ${period.label} – Meantime` : `${title} – Meantime`;
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

function PageFooter({page, chrome}: {page: ResolvedPage; chrome: Chrome}) {
  const {zone, isZoneDefault, label, build} = page.freshness;
  return (
    <footer class="page-foot">
      <p>
        {label} · build {build} · times in {zone}
        {isZoneDefault && ' (not set)'}
        {chrome.version && ` · Meantime ${chrome.version}`}
      </p>
    </footer>
  );
}
