import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {packagePath} from '../base/package-root.ts';
import {renderPage} from '../pages/html/render-page.tsx';
import type {Pack} from './pack.ts';

/** A pack as one HTML file that needs nothing else: styles and fonts are inside, no script is. */
export async function packHtml(pack: Pack): Promise<string> {
  const html = renderPage(pack.page, {
    navigation: [],
    script: null,
    icon: null,
    action: null,
    stylesheet: stylesheetMark,
    version: `${pack.codeVersion} · version ${pack.version} · inputs ${pack.inputsHash.slice(0, 12)}`,
  });
  const style = await embeddedStyle();
  return withRestatements(withoutRows(html), pack).replace(
    `<link rel="stylesheet" href="${stylesheetMark}"/>`,
    () => `<style>${style}</style>`,
  );
}

const stylesheetMark = 'inline';

/** Rows for a script that isn't there. */
function withoutRows(html: string): string {
  return html.replace(/<script type="application\/json"[^>]*>.*?<\/script>/gs, '');
}

function withRestatements(html: string, {restated}: Pack): string {
  if (restated.length === 0) return html;
  const items = restated
    .map(({label, before, after}) => `${label} ${before} → ${after}`)
    .join(' · ');
  const note = `<p class="lede"><b>Restated</b> since the version before, because records came in or changed: ${items}.</p>`;
  return html.replace('<main id="content">', () => `<main id="content">${note}`);
}

async function embeddedStyle(): Promise<string> {
  const css = await readFile(packagePath('src', 'pages', 'style.css'), 'utf8');
  const names = new Set([...css.matchAll(fontAddress)].map((match) => match[1] ?? ''));
  const fonts = new Map<string, string>();
  for (const name of names) fonts.set(name, await fontData(name));
  return css.replace(fontAddress, (_, name: string) => `url(${fonts.get(name) ?? ''})`);
}

const fontAddress = /url\(['"]?\/assets\/fonts\/([a-z0-9-]+\.woff2)['"]?\)/g;

async function fontData(name: string): Promise<string> {
  const family = name.startsWith('inter') ? 'inter' : 'source-serif-4';
  const require = createRequire(import.meta.url);
  const file = require.resolve(`@fontsource-variable/${family}/files/${name}`);
  return `data:font/woff2;base64,${(await readFile(file)).toString('base64')}`;
}
