import type {ComponentChildren} from 'preact';
import {renderToString} from 'preact-render-to-string';
import {serverChrome, type Chrome} from '../pages/html/chrome.ts';
import type {Failure} from './errors.ts';

/** A failure as a page that looks like the others: what went wrong, the way out, and where else to go. */
export function failurePage(failure: Failure, chrome: Partial<Chrome>): string {
  const around = {...serverChrome, ...chrome};
  return `<!doctype html>${renderToString(<FailureDocument failure={failure} chrome={around} />)}`;
}

function FailureDocument({failure, chrome}: {failure: Failure; chrome: Chrome}) {
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${failure.error} – Meantime`}</title>
        {chrome.icon && <link rel="icon" href={chrome.icon} />}
        <link rel="stylesheet" href={chrome.stylesheet} />
      </head>
      <body data-page="failure">
        <header class="top">
          <a class="brand" href="/">
            Meantime
          </a>
          <nav aria-label="Pages">
            {chrome.navigation.map(({label, href}) => (
              <a href={href}>{label}</a>
            ))}
          </nav>
        </header>
        <main id="content">
          <div class="opening">
            <h1 class="headline">{failure.error}</h1>
            <p class="lede">{linked(failure.remedy)}</p>
          </div>
        </main>
      </body>
    </html>
  );
}

const places: Readonly<Record<string, string>> = {
  'the Import page': '/import',
  'the weekly review': '/weekly',
};

/** The way out is one click away where it is a page. */
function linked(remedy: string): ComponentChildren {
  const place = Object.keys(places).find((each) => remedy.includes(each));
  if (place === undefined) return remedy;
  const [before = '', after = ''] = remedy.split(place, 2);
  return (
    <>
      {before}
      <a href={places[place]}>{place}</a>
      {after}
    </>
  );
}
