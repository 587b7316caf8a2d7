import type {ComponentChildren} from 'preact';
import type {Freshness} from '../page-state.ts';
import type {Chrome} from './chrome.ts';
import {PageHeader} from './page-header.tsx';
import {t} from '../../wording/t.ts';
import {locale} from '../../wording/locale.ts';
import {timesText} from '../times-text.ts';

export interface DocumentProps {
  /** Id of the page in the navigation. */
  id: string;
  title: string;
  chrome: Chrome;
  /** Null while nothing has been built. */
  freshness: Freshness | null;
  /** Scripts beside the pages' own. */
  scripts?: readonly string[];
  /** Loads the page again after so many seconds where no script does it. */
  refreshSeconds?: number | null;
  /** The script fetches the page again as new data comes. */
  followsData?: boolean;
  children: ComponentChildren;
}

/** The frame of every page: head, navigation, how fresh the data is. */
export function Document(props: DocumentProps) {
  const {id, title, chrome, freshness, scripts = [], refreshSeconds, followsData, children} = props;
  return (
    <html lang={locale()}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} – Meantime`}</title>
        {refreshSeconds && (
          <noscript>
            <meta http-equiv="refresh" content={String(refreshSeconds)} />
          </noscript>
        )}
        {chrome.icon && <link rel="icon" href={chrome.icon} />}
        <link rel="stylesheet" href={chrome.stylesheet} />
        {[...(chrome.script ? [chrome.script] : []), ...scripts].map((script) => (
          <script type="module" src={script}></script>
        ))}
      </head>
      <body data-page={id} data-follows={followsData ? '' : undefined}>
        <a class="skip" href="#content">
          {t`Skip to the content`}
        </a>
        <PageHeader id={id} freshness={freshness} chrome={chrome} />
        <main id="content">{children}</main>
        {freshness && <PageFooter freshness={freshness} chrome={chrome} />}
      </body>
    </html>
  );
}

function PageFooter({freshness, chrome}: {freshness: Freshness; chrome: Chrome}) {
  const {label, build} = freshness;
  return (
    <footer class="page-foot">
      <p>
        {[label, t`build ${build}`, timesText(freshness)].join(' · ')}
        {chrome.version && ` · Meantime ${chrome.version}`}
      </p>
    </footer>
  );
}
