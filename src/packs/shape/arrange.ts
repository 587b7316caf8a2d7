import type {Block} from '../../pages/resolved-page.ts';
import {flatBlocks, packBlock, type FlatBlock} from '../pack-block.ts';
import {hasNothingToShow} from './has-nothing-to-show.ts';

/** What stands together: one block, two side by side, or what has nothing to show, in a line each. */
export type Part =
  | {kind: 'one'; block: FlatBlock}
  | {kind: 'two'; blocks: readonly [FlatBlock, FlatBlock]}
  | {kind: 'brief'; titles: readonly string[]};

/**
 * The blocks of a page in its order, for sheets and slides: a pair of the page stays one, neighbours
 * that are both narrow become one, and what has nothing to show is gathered before the decisions.
 */
export function arrange(blocks: readonly Block[], isNarrow: (block: FlatBlock) => boolean): Part[] {
  const titles = flatBlocks(blocks).flatMap((block) =>
    hasNothingToShow(block) && 'title' in block ? [block.title] : [],
  );
  const parts = paired(
    blocks.flatMap((block) => shownOf(block, isNarrow)),
    isNarrow,
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

function shownOf(of: Block, isNarrow: (block: FlatBlock) => boolean): Part[] {
  const shown = flatBlocks([packBlock(of)]).filter((block) => !hasNothingToShow(block));
  const [first, second, ...more] = shown;
  if (first && second && more.length === 0 && shown.every(isNarrow))
    return [{kind: 'two', blocks: [first, second]}];
  return shown.map((block) => ({kind: 'one', block}));
}

function paired(parts: readonly Part[], isNarrow: (block: FlatBlock) => boolean): Part[] {
  const made: Part[] = [];
  for (const part of parts) {
    const last = made.at(-1);
    const isPair = last?.kind === 'one' && part.kind === 'one';
    if (isPair && isNarrow(last.block) && isNarrow(part.block))
      made.splice(-1, 1, {kind: 'two', blocks: [last.block, part.block]});
    else made.push(part);
  }
  return made;
}
