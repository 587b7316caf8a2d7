import type {Block} from '../../pages/resolved-page.ts';
import {flatBlocks, packBlock, type FlatBlock} from '../pack-block.ts';
import {hasNothingToShow} from './has-nothing-to-show.ts';

/** What stands together: one block, two side by side, or what has nothing to show, in a line each. */
export type Part =
  | {kind: 'one'; block: FlatBlock}
  | {kind: 'two'; blocks: readonly [FlatBlock, FlatBlock]}
  | {kind: 'brief'; titles: readonly string[]};

export interface Arrangement {
  /** Whether a block is readable at half the width. */
  isNarrow(block: FlatBlock): boolean;
  /** Whether two narrow neighbours are about the same; by default all may stand side by side. */
  mayJoin?(first: FlatBlock, second: FlatBlock): boolean;
  /** Whether a block's title says enough. */
  isBrief?(block: FlatBlock): boolean;
}

/**
 * The blocks of a page in its order, for sheets and slides: a pair of the page stays one, neighbours
 * that are both narrow become one where they may, and what has nothing to show is gathered before the decisions.
 */
export function arrange(
  blocks: readonly Block[],
  {isNarrow, mayJoin = () => true, isBrief = hasNothingToShow}: Arrangement,
): Part[] {
  const titles = flatBlocks(blocks).flatMap((block) =>
    isBrief(block) && 'title' in block ? [block.title] : [],
  );
  const parts = paired(
    blocks.flatMap((block) => shownOf(block, {isNarrow, isBrief})),
    (first, second) => isNarrow(first) && isNarrow(second) && mayJoin(first, second),
  );
  if (titles.length === 0) return parts;
  const at = parts.findIndex(isForMeeting);
  const brief: Part = {kind: 'brief', titles};
  return at < 0 ? [...parts, brief] : [...parts.slice(0, at), brief, ...parts.slice(at)];
}

/** Decisions and what follows them end every pack. */
function isForMeeting(part: Part): boolean {
  return part.kind === 'one' && part.block.kind === 'list';
}

function shownOf(
  of: Block,
  {isNarrow, isBrief}: Required<Pick<Arrangement, 'isNarrow' | 'isBrief'>>,
): Part[] {
  const shown = flatBlocks([packBlock(of)]).filter((block) => !isBrief(block));
  const [first, second, ...more] = shown;
  if (first && second && more.length === 0 && shown.every(isNarrow))
    return [{kind: 'two', blocks: [first, second]}];
  return shown.map((block) => ({kind: 'one', block}));
}

function paired(
  parts: readonly Part[],
  isPair: (first: FlatBlock, second: FlatBlock) => boolean,
): Part[] {
  const made: Part[] = [];
  for (const part of parts) {
    const last = made.at(-1);
    if (last?.kind === 'one' && part.kind === 'one' && isPair(last.block, part.block))
      made.splice(-1, 1, {kind: 'two', blocks: [last.block, part.block]});
    else made.push(part);
  }
  return made;
}
