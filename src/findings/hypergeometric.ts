/** So many drawn of a lot, some of which are marked. */
export interface Draw {
  all: number;
  marked: number;
  drawn: number;
}

/**
 * How many marked ones a draw holds by chance: the distribution over all ways to draw, which is what
 * shuffling would estimate. Fisher, "The logic of inductive inference", Journal of the Royal Statistical
 * Society 98 (1935), 39–82.
 * @returns the chance of each count from `least` on; the counts before and after it are impossible
 */
export function hypergeometric({all, marked, drawn}: Draw): {least: number; chances: number[]} {
  const least = Math.max(0, drawn - (all - marked));
  const most = Math.min(marked, drawn);
  // Each from the one before; the sum puts the scale right, logarithms keep it within what numbers hold.
  const logs = [0];
  for (let k = least; k < most; k++) {
    const step = ((marked - k) * (drawn - k)) / ((k + 1) * (all - marked - drawn + k + 1));
    logs.push((logs.at(-1) ?? 0) + Math.log(step));
  }
  const top = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - top));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return {least, chances: weights.map((weight) => weight / sum)};
}

/** The chance of so many marked ones or more, and between which counts 95 % of draws lie. */
export function drawTest(draw: Draw, count: number) {
  const {least, chances} = hypergeometric(draw);
  let [below, low, high] = [0, least, least + chances.length - 1];
  let probability = 0;
  let hasLow = false;
  for (const [place, chance] of chances.entries()) {
    const k = least + place;
    if (k >= count) probability += chance;
    below += chance;
    if (!hasLow && below > 0.025) [low, hasLow] = [k, true];
    if (below >= 0.975) {
      high = Math.min(high, k);
    }
  }
  return {probability: Math.min(1, probability), low, high};
}
