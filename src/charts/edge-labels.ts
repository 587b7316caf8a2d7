/** A label that stands beside what it names, with the height it needs. */
export interface EdgeLabel {
  /** Pixel it would like to be centred on. */
  y: number;
  height: number;
  /** Moved last: the value of the last point outranks its target and its usual range. */
  rank: number;
}

/**
 * Moves labels of one column apart: the least moves, in order of their wishes, inside the frame.
 * Adapted from the pool-adjacent-violators idea: overlapping neighbours become one block, which is
 * centred on its members' wishes, weighted by rank.
 */
export function keepApart<L extends EdgeLabel>(
  labels: readonly L[],
  top: number,
  bottom: number,
): (L & {at: number})[] {
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  const blocks: Block<L>[] = [];
  for (const label of sorted) {
    blocks.push(settle([label], top, bottom));
    for (;;) {
      const last = blocks.at(-1);
      const before = blocks.at(-2);
      if (!last || !before || before.start + before.height <= last.start + 1e-9) break;
      blocks.splice(-2, 2, settle([...before.labels, ...last.labels], top, bottom));
    }
  }
  return blocks.flatMap(positions);
}

interface Block<L> {
  labels: L[];
  start: number;
  height: number;
}

function settle<L extends EdgeLabel>(labels: L[], top: number, bottom: number): Block<L> {
  const height = labels.reduce((sum, label) => sum + label.height, 0);
  let offset = 0;
  let wished = 0;
  let weights = 0;
  for (const label of labels) {
    const weight = label.rank;
    wished += weight * (label.y - label.height / 2 - offset);
    weights += weight;
    offset += label.height;
  }
  const start = Math.max(top, Math.min(bottom - height, wished / weights));
  return {labels, start, height};
}

function positions<L extends EdgeLabel>(block: Block<L>): (L & {at: number})[] {
  let offset = block.start;
  return block.labels.map((label) => {
    const at = offset + label.height / 2;
    offset += label.height;
    return {...label, at};
  });
}
