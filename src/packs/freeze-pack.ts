import {UserError} from '../base/user-error.ts';
import type {Catalogue} from '../metrics/catalogue.ts';
import {readFrame} from '../metrics/frame.ts';
import {firstDayOf} from '../metrics/history-start.ts';
import {outsideData} from '../pages/outside-data.ts';
import type {BlockSpec} from '../pages/page.ts';
import type {PageSource} from '../pages/page-context.ts';
import {resolvePage} from '../pages/resolve.ts';
import type {ResolvedPeriod} from '../pages/resolved-page.ts';
import type {FrozenPack, Pack} from './pack.ts';
import type {PackDefinition} from './pack-definition.ts';
import {requireValues} from './require-values.ts';
import {withoutLinks} from './without-links.ts';
import {language} from '../wording/language.ts';
import {t} from '../wording/t.ts';
import {wordedCatalogue} from '../pages/worded-catalogue.ts';

/**
 * The page of a period as it stands in one build, without a version yet, in the language that holds.
 * @param period `2016-W12` or `2016-03`; null for the last complete one by the data's own clock
 * @throws UserError when the period isn't there, or a filter's field isn't
 */
export async function freezePack(
  source: PageSource,
  {name, page: definition, where}: PackDefinition,
  {period, now}: {period: string | null; now: () => Date},
): Promise<FrozenPack> {
  await requireValues(source, {name, page: definition, where});
  // Refused before any figure is looked up.
  const {period: meant} = await resolvePage({...definition, blocks: []}, {period, where}, source);
  if (!meant) throw new Error(`the ${name} pack has no period`);
  await requireData(source, meant);
  const [page, build, imports] = await Promise.all([
    resolvePage(definition, {period, where}, source),
    readBuild(source),
    readImportedFiles(source),
  ]);
  const catalogue = wordedCatalogue(source.catalogue);
  return {
    kind: name,
    period: meant.id,
    publishedAt: now().toISOString(),
    build: build.build,
    inputsHash: build.inputs_hash,
    codeVersion: build.code_version,
    language: language(),
    imports,
    filters: where.map(({dimension, values}) => ({
      label: catalogue.dimension(dimension)?.label ?? dimension,
      values: values.map((value) => (value === '' ? t`not filled` : value)),
    })),
    definitions: definitionsOf(definition.blocks, catalogue),
    page: withoutLinks(page),
  };
}

/** A pack is kept for good: none of a period that the data do not reach. */
async function requireData({session}: PageSource, period: ResolvedPeriod): Promise<void> {
  const [firstOn, {asOfOn}] = await Promise.all([firstDayOf(session), readFrame(session)]);
  const outside = outsideData(period, {firstOn, asOfOn});
  if (outside === null) return;
  throw new UserError(
    outside,
    `Choose a ${period.grain} of the data, or none for the last complete one.`,
  );
}

/** Of every metric that a block names, in the order of the page, each once. */
function definitionsOf(blocks: readonly BlockSpec[], catalogue: Catalogue): Pack['definitions'] {
  const ids = new Set(blocks.flatMap(metricIds));
  return catalogue.metrics
    .filter(({id}) => ids.has(id))
    .map(({id, label, definition}) => ({id, label, definition}));
}

function metricIds(block: BlockSpec): string[] {
  if (block.block === 'columns') return block.blocks.flatMap(metricIds);
  return [
    ...('rows' in block ? block.rows.map(({metric}) => metric) : []),
    ...('metrics' in block ? block.metrics : []),
    ...('metric' in block ? [block.metric] : []),
    ...(block.block === 'flow' ? ['opened', 'reopened', 'resolved', 'cancelled', 'backlog'] : []),
  ];
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

async function readImportedFiles({session}: PageSource): Promise<Pack['imports']> {
  return session.query<Pack['imports'][number]>(
    'select import_id as id, file_name as file from marts.fct_import order by import_id',
  );
}
