import type {Block} from '../pages/resolved-page.ts';

/** What a pack is made of. The other kinds of a page ask something, or are about one record. */
const packKinds = [
  'headline',
  'kpis',
  'figure',
  'table',
  'list',
  'findings',
  'definition',
  'columns',
] as const;

export type PackBlock = Extract<Block, {kind: (typeof packKinds)[number]}>;

/** A block of a pack's page: a definition that names another kind is our mistake. */
export function packBlock(block: Block): PackBlock {
  if (isPackBlock(block)) return block;
  throw new Error(`a ${block.kind} block has no place in a pack`);
}

function isPackBlock(block: Block): block is PackBlock {
  return packKinds.some((kind) => kind === block.kind);
}

export type FlatBlock = Exclude<PackBlock, {kind: 'columns'}>;

/** The blocks of a page without the columns they stand in. */
export function flatBlocks(blocks: readonly Block[]): FlatBlock[] {
  return blocks
    .map(packBlock)
    .flatMap((block) => (block.kind === 'columns' ? flatBlocks(block.blocks) : [block]));
}
