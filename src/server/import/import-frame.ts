import {renderToString} from 'preact-render-to-string';
import type {VNode} from 'preact';
import {readFrame} from '../../metrics/frame.ts';
import type {Page} from '../../pages/page.ts';
import {resolvePage} from '../../pages/resolve.ts';
import type {ResolvedPage} from '../../pages/resolved-page.ts';
import type {Freshness} from '../../pages/page-state.ts';
import {UserError} from '../../base/user-error.ts';
import type {RouteContext} from '../route-context.ts';

export const importPath = '/import';

/** Addresses of what only these pages load. */
export interface ImportScripts {
  page: string;
  /** The reader of CSV previews; loaded when a CSV file was chosen. */
  preview: string;
}

const page: Page = {
  id: 'import',
  path: importPath,
  title: 'Import',
  question: 'What has been imported, and what became of its rows?',
  grain: null,
  periods: 0,
  filters: [],
  blocks: [
    {
      block: 'imports',
      id: 'imports',
      question: 'What was imported, and is every row accounted for?',
      top: 25,
    },
  ],
};

/** How fresh the data is, and every import so far; null while nothing has been built. */
export async function pastImports({
  published,
  metrics,
}: RouteContext): Promise<ResolvedPage | null> {
  return whenBuilt(() =>
    published.use(async ({database}) => {
      const source = {session: database, catalogue: await metrics.of({database})};
      return resolvePage(page, {period: null, where: []}, source);
    }),
  );
}

/** Only how fresh the data is. */
export async function freshnessOf(context: RouteContext): Promise<Freshness | null> {
  return whenBuilt(() =>
    context.published.use(async ({database}) => {
      const source = {session: database, catalogue: await context.metrics.of({database})};
      const empty = {...page, blocks: []};
      return (await resolvePage(empty, {period: null, where: []}, source)).freshness;
    }),
  );
}

/** The zone in which times are shown: that of the published figures. */
export async function shownZone(context: RouteContext): Promise<string> {
  const zone = await whenBuilt(() =>
    context.published.use(async ({database}) => (await readFrame(database)).zone),
  );
  return zone ?? 'UTC';
}

/** The first import of a workspace comes before there is anything to read. */
async function whenBuilt<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UserError && error.status === 503) return null;
    throw error;
  }
}

export function html(document: VNode): string {
  return `<!doctype html>${renderToString(document)}`;
}
