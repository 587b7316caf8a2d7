import {monthly} from '../../dashboards/monthly.ts';
import {weekly} from '../../dashboards/weekly.ts';
import type {Page} from '../pages/page.ts';
import type {PageSource} from '../pages/page-context.ts';
import {resolvePage} from '../pages/resolve.ts';
import type {Pack, PackKind} from './pack.ts';
import {withoutLinks} from './without-links.ts';
import {language} from '../wording/language.ts';

const pages: Record<PackKind, Page> = {weekly, monthly};

/**
 * The page of a period as it stands in one build, without a version yet, in the language that holds.
 * @param period `2016-W12` or `2016-03`; null for the last complete one by the data's own clock
 * @throws UserError when the period isn't there
 */
export async function freezePack(
  source: PageSource,
  kind: PackKind,
  {period, now}: {period: string | null; now: () => Date},
): Promise<Omit<Pack, 'version' | 'restated'>> {
  const [page, build] = await Promise.all([
    resolvePage(pages[kind], {period, where: []}, source),
    readBuild(source),
  ]);
  if (!page.period) throw new Error(`the ${kind} page has no period`);
  return {
    kind,
    period: page.period.id,
    publishedAt: now().toISOString(),
    build: build.build,
    inputsHash: build.inputs_hash,
    codeVersion: build.code_version,
    language: language(),
    page: withoutLinks(page),
  };
}

interface BuildRow {
  build: number;
  inputs_hash: string;
  code_version: string;
}

async function readBuild({session}: PageSource): Promise<BuildRow> {
  const [row] = await session.query<BuildRow>(
    'select build, inputs_hash, code_version from settings.build_info',
  );
  if (!row) throw new Error('settings.build_info is empty');
  return row;
}
