import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {renderPage} from '../pages/html/render-page.tsx';
import {readPageStyles} from '../pages/page-styles.ts';
import type {ListBlock} from '../pages/list-block.ts';
import type {ResolvedPage} from '../pages/resolved-page.ts';
import type {Pack} from './pack.ts';
import {filterText} from './pack-facts.ts';
import {t} from '../wording/t.ts';

/** A pack as one HTML file that needs nothing else: styles and fonts are inside, no script is. */
export async function packHtml(pack: Pack): Promise<string> {
  const html = renderPage(withFilters(withRestatements(pack), pack), {
    navigation: [],
    script: null,
    icon: null,
    action: null,
    stylesheet: stylesheetMark,
    version: [
      t`${pack.codeVersion} · version ${pack.version} · inputs ${pack.inputsHash.slice(0, 12)}`,
      ...(pack.filters.length > 0 ? [filterText(pack)] : []),
    ].join(' · '),
  });
  const style = await embeddedStyle();
  return withoutServer(html).replace(
    `<link rel="stylesheet" href="${stylesheetMark}"/>`,
    () => `<style>${style}</style>`,
  );
}

const stylesheetMark = 'inline';

/** No rows for a script that isn't there, no links into a server that may not be either. */
function withoutServer(html: string): string {
  return html
    .replace(/<script type="application\/json"[^>]*>.*?<\/script>/gs, '')
    .replace(/ href="\/[^"]*"/g, '');
}

/** What a pack is of stands with the question it answers. */
function withFilters(page: ResolvedPage, pack: Pack): ResolvedPage {
  if (pack.filters.length === 0) return page;
  return {...page, question: t`${page.question} Only ${filterText(pack)}.`};
}

function withRestatements({page, restated, restatedBecause, version}: Pack): ResolvedPage {
  if (restated.length === 0) return page;
  const note: ListBlock = {
    kind: 'list',
    id: 'restated',
    title: t`Restated since version ${version - 1}`,
    tone: 'notes',
    items: [
      ...restated.map(({label, before, after}) => ({
        lead: label,
        text: [{text: ` ${before} → ${after}`}],
      })),
      {lead: t`Why:`, text: [{text: ` ${restatedBecause}`}]},
    ],
  };
  return {...page, blocks: [note, ...page.blocks]};
}

async function embeddedStyle(): Promise<string> {
  const css = await readPageStyles();
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
