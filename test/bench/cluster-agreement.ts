/** So many things that belong to a class and were put into a cluster; null is noise. */
export interface Placed {
  class: string | null;
  cluster: string | null;
  count: number;
}

/** How well clusters agree with classes: 1 is perfectly, 0 (of the adjusted Rand index) as by chance. */
export interface Agreement {
  /** Clusters hold one class each, 0–1. */
  homogeneity: number;
  /** Classes are in one cluster each, 0–1. */
  completeness: number;
  /** The harmonic mean of both. */
  vMeasure: number;
  adjustedRand: number;
}

/** Noise may be taken for one more class and cluster, or for things of which each stands alone. */
export type NoiseAs = 'one class' | 'singletons';

/** V-measure (Rosenberg and Hirschberg 2007) and adjusted Rand index (Hubert and Arabie 1985). */
export function clusterAgreement(placed: readonly Placed[], noiseAs: NoiseAs): Agreement {
  const cells = [...placedAs(placed, noiseAs)];
  const classes = sums(cells, (cell) => cell.class);
  const clusters = sums(cells, (cell) => cell.cluster);
  const total = cells.reduce((sum, {count}) => sum + count, 0);
  let classWithin = 0;
  let clusterWithin = 0;
  for (const cell of cells) {
    const share = cell.count / total;
    classWithin -= share * Math.log(cell.count / (clusters.get(cell.cluster) ?? 1));
    clusterWithin -= share * Math.log(cell.count / (classes.get(cell.class) ?? 1));
  }
  const homogeneity = explained(classWithin, entropy(classes, total));
  const completeness = explained(clusterWithin, entropy(clusters, total));
  const both = homogeneity + completeness;
  return {
    homogeneity,
    completeness,
    vMeasure: both === 0 ? 0 : (2 * homogeneity * completeness) / both,
    adjustedRand: adjustedRand(cells, {classes, clusters, total}),
  };
}

interface Cell {
  class: string;
  cluster: string;
  count: number;
}

/** The cells of the contingency table, each once. */
function placedAs(placed: readonly Placed[], noiseAs: NoiseAs): Iterable<Cell> {
  const cells = new Map<string, Cell>();
  let alone = 0;
  const add = (cell: Cell) => {
    const key = JSON.stringify([cell.class, cell.cluster]);
    const same = cells.get(key);
    if (same) same.count += cell.count;
    else cells.set(key, cell);
  };
  for (const {class: named, cluster, count} of placed) {
    const isApart = noiseAs === 'singletons' && (named === null || cluster === null);
    const parts = isApart ? count : 1;
    for (let part = 0; part < parts; part++) {
      const noise = noiseAs === 'singletons' ? `alone ${alone++}` : 'noise';
      add({
        class: named === null ? noise : `of ${named}`,
        cluster: cluster === null ? noise : `of ${cluster}`,
        count: count / parts,
      });
    }
  }
  return cells.values();
}

function sums(cells: readonly Cell[], nameOf: (cell: Cell) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const name = nameOf(cell);
    counts.set(name, (counts.get(name) ?? 0) + cell.count);
  }
  return counts;
}

function entropy(counts: Map<string, number>, total: number): number {
  let sum = 0;
  for (const count of counts.values()) sum -= (count / total) * Math.log(count / total);
  return sum;
}

/** What one side tells of the other's entropy; of one that has none it tells all. */
function explained(left: number, whole: number): number {
  return whole === 0 ? 1 : 1 - left / whole;
}

function adjustedRand(
  cells: readonly Cell[],
  {classes, clusters, total}: Record<'classes' | 'clusters', Map<string, number>> & {total: number},
): number {
  const together = pairs(cells.map(({count}) => count));
  const inClasses = pairs(classes.values());
  const inClusters = pairs(clusters.values());
  // Of a single thing there are no pairs.
  const byChance = total < 2 ? 0 : (inClasses * inClusters) / pairs([total]);
  const most = (inClasses + inClusters) / 2;
  return most === byChance ? 1 : (together - byChance) / (most - byChance);
}

function pairs(counts: Iterable<number>): number {
  let sum = 0;
  for (const count of counts) sum += (count * (count - 1)) / 2;
  return sum;
}
