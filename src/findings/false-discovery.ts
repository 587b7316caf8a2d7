/**
 * Which of many tests stand out so that of those told, at most this share is false on average. Benjamini
 * and Hochberg, "Controlling the false discovery rate", Journal of the Royal Statistical Society B 57
 * (1995), 289–300. Where nothing has changed it is the chance that anything is told.
 * @param probabilities of the tests
 * @param rate 0–1
 * @returns the largest probability that still stands out; 0 where none does
 */
export function discoveryThreshold(probabilities: readonly number[], rate: number): number {
  const sorted = [...probabilities].sort((a, b) => a - b);
  let threshold = 0;
  for (const [index, probability] of sorted.entries())
    if (probability <= ((index + 1) / sorted.length) * rate) threshold = probability;
  return threshold;
}
