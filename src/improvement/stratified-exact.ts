/** How many of how many had it, before and after, within one priority. */
export interface TwoByTwo {
  before: {hits: number; n: number};
  after: {hits: number; n: number};
}

export interface ExactTails {
  /** The chance of so many hits after, or fewer, were the shares within each table the same. */
  fewer: number;
  more: number;
}

/**
 * The exact conditional test of a common odds ratio of 1 in several 2×2 tables: given each table's margins
 * the hits after are hypergeometric, and their sum is the convolution of these. Gart, "Point and interval
 * estimation of the common odds ratio in the combination of 2×2 tables with fixed marginals", Biometrika 57
 * (1970), 471–475; with one table it is Fisher's exact test.
 */
export function exactTails(tables: readonly TwoByTwo[]): ExactTails {
  let sum: Distribution = {from: 0, chances: [1]};
  let seen = 0;
  for (const {before, after} of tables) {
    sum = convolved(sum, hypergeometric(before.hits + after.hits, before.n, after.n));
    seen += after.hits;
  }
  const at = seen - sum.from;
  const part = (from: number, to: number) =>
    sum.chances.slice(Math.max(0, from), Math.max(0, to)).reduce((total, each) => total + each, 0);
  const all = part(0, sum.chances.length);
  return {fewer: part(0, at + 1) / all, more: part(at, sum.chances.length) / all};
}

interface Distribution {
  /** The number that the first chance is of. */
  from: number;
  chances: number[];
}

/** What is rarer than this beside the likeliest adds nothing to a tail that is compared with 0.5 %. */
const negligible = 1e-18;

/** Hits after when `hits` fall on `before + after` incidents by chance. */
function hypergeometric(hits: number, before: number, after: number): Distribution {
  const low = Math.max(0, hits - before);
  const high = Math.min(hits, after);
  const mode = Math.min(
    high,
    Math.max(low, Math.floor(((hits + 1) * (after + 1)) / (before + after + 2))),
  );
  // From the likeliest outwards by the ratio of neighbours, until nothing is left.
  const up: number[] = [];
  for (let k = mode, chance = 1; k < high; k++) {
    chance *= ((hits - k) * (after - k)) / ((k + 1) * (before - hits + k + 1));
    if (chance < negligible) break;
    up.push(chance);
  }
  const down: number[] = [];
  for (let k = mode, chance = 1; k > low; k--) {
    chance *= (k * (before - hits + k)) / ((hits - k + 1) * (after - k + 1));
    if (chance < negligible) break;
    down.push(chance);
  }
  return {from: mode - down.length, chances: [...down.reverse(), 1, ...up]};
}

function convolved(a: Distribution, b: Distribution): Distribution {
  const chances = new Array<number>(a.chances.length + b.chances.length - 1).fill(0);
  for (const [i, x] of a.chances.entries())
    for (const [j, y] of b.chances.entries()) chances[i + j] = (chances[i + j] ?? 0) + x * y;
  return trimmed({from: a.from + b.from, chances});
}

/** Without the ends that are negligible, and scaled to 1 at most. */
function trimmed({from, chances}: Distribution): Distribution {
  const most = Math.max(...chances);
  const first = chances.findIndex((each) => each >= most * negligible);
  const last = chances.findLastIndex((each) => each >= most * negligible);
  return {
    from: from + first,
    chances: chances.slice(first, last + 1).map((each) => each / most),
  };
}
