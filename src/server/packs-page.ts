import {formatPeriod} from '../charts/format-period.ts';
import type {Page} from '../pages/page.ts';
import type {PageSource} from '../pages/page-context.ts';
import {resolvePage} from '../pages/resolve.ts';
import type {Block, Cell, ResolvedPage, TableBlock} from '../pages/resolved-page.ts';
import {packFiles, packFileNames, type PackFile} from '../packs/pack-files.ts';
import type {ListedPack} from '../packs/list-packs.ts';

const page: Page = {
  id: 'packs',
  path: '/packs',
  title: 'Packs',
  question:
    'What was published? A published pack never changes; what is restated gets a new version.',
  grain: null,
  periods: 0,
  filters: [],
  blocks: [],
};

/** The list of published packs, each file one click away. */
export async function packsPage(
  packs: readonly ListedPack[],
  source: PageSource,
): Promise<ResolvedPage> {
  const resolved = await resolvePage(page, {period: null, where: []}, source);
  return {...resolved, blocks: [packs.length > 0 ? packTable(packs) : noPacks]};
}

function packTable(packs: readonly ListedPack[]): TableBlock {
  return {
    kind: 'table',
    id: 'packs',
    title: 'Published packs',
    subtitle: 'Newest first; a later version says which key figures it restates',
    table: {
      columns: [
        {label: 'Period', align: 'left'},
        {label: 'Pack', align: 'left'},
        {label: 'Version', align: 'right'},
        ...Object.values(packFiles).map((label) => ({label, align: 'left' as const})),
      ],
      rows: packs.map((pack) => [
        {text: periodLabel(pack.period), href: `/packs/${pack.kind}/${pack.period}`},
        {text: pack.title},
        {text: String(pack.version), value: pack.version},
        ...packFileNames.map((file) => fileCell(pack, file)),
      ]),
    },
    note: [],
    downloads: [],
  };
}

function fileCell(pack: ListedPack, file: PackFile): Cell {
  if (!pack.files.some(({name}) => name === file)) return {text: '–'};
  const href = `/packs/${pack.kind}/${pack.period}/v${pack.version}/${file}`;
  return {text: packFiles[file], href};
}

/** Weeks need their year where years follow each other. */
function periodLabel(period: string): string {
  const isWeek = period.includes('W');
  return isWeek ? `${formatPeriod(period)}, ${period.slice(0, 4)}` : formatPeriod(period);
}

const noPacks: Block = {
  kind: 'list',
  id: 'none',
  title: 'No pack has been published yet',
  tone: 'notes',
  items: [
    {
      lead: 'Write one:',
      text: [{text: 'meantime pack weekly, or meantime pack monthly, in the workspace.'}],
    },
  ],
};
