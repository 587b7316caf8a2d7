import type {Block} from '../../pages/resolved-page.ts';
import {nativeCharts} from '../data/native-chart.ts';
import type {FlatBlock} from '../pack-block.ts';
import {arrange} from '../shape/arrange.ts';
import {hasNothingToShow} from '../shape/has-nothing-to-show.ts';
import {fitsHalfSlide} from './half-slide.ts';

/** What one slide shows: up to four blocks, or titles that say all there is. */
export type SlidePart =
  {kind: 'blocks'; blocks: readonly FlatBlock[]} | {kind: 'brief'; titles: readonly string[]};

/** An account for whoever checks it, not for a room. It is in the workbook. */
const notShown = ['footing'];

/** The slides of a page: a question each. Lines of which the page makes pairs stand four on a slide. */
export function slideParts(blocks: readonly Block[]): SlidePart[] {
  const parts: SlidePart[] = [];
  for (const part of arrange(blocks.filter(isShown), {isNarrow: fitsHalfSlide, mayJoin, isBrief})) {
    if (part.kind === 'brief') {
      parts.push(part);
      continue;
    }
    const shown = part.kind === 'one' ? [part.block] : part.blocks;
    const last = parts.at(-1);
    if (last?.kind === 'blocks' && arePair(last.blocks) && arePair(shown))
      parts.splice(-1, 1, {kind: 'blocks', blocks: [...last.blocks, ...shown]});
    else parts.push({kind: 'blocks', blocks: shown});
  }
  return parts;
}

/** The headline has the first slide, definitions are in the notes and the workbook. */
function isShown(block: Block): boolean {
  if (block.kind === 'headline' || block.kind === 'definition') return false;
  // That nothing is left out is no news to a room.
  if (block.kind === 'table' && block.id === 'left-out' && block.table.rows.length === 0)
    return false;
  return !('id' in block) || (!notShown.includes(block.id) && block.id !== 'definitions');
}

/** A chart that slides have no kind for is told by its title; its numbers are in the workbook. */
function isBrief(block: FlatBlock): boolean {
  return (
    hasNothingToShow(block) || (block.kind === 'figure' && nativeCharts[block.data.chart] === null)
  );
}

/** Neighbours that are about the same: breakdowns, and what is left out with the notes. */
function mayJoin(first: FlatBlock, second: FlatBlock): boolean {
  if (first.kind !== 'table') return false;
  return second.kind === 'list' || (isBreakdown(first) && isBreakdown(second));
}

/** Names, then numbers only. */
function isBreakdown(block: FlatBlock): boolean {
  return (
    block.kind === 'table' && block.table.columns.slice(1).every(({align}) => align === 'right')
  );
}

function arePair(blocks: readonly FlatBlock[]): boolean {
  return (
    blocks.length === 2 &&
    blocks.every((block) => block.kind === 'figure' && block.data.chart === 'trend')
  );
}
