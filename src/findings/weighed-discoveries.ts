/** A test, and how much of the false share it is given: tests that can find more get more. */
export interface WeighedTest {
  probability: number;
  /** Any scale, 0 or more; chosen without looking at the probability. */
  weight: number;
}

/**
 * `discoveryThreshold` of weighted probabilities: each divided by its weight over the mean weight.
 * Genovese, Roeder and Wasserman, "False discovery control with p-value weighting", Biometrika 93 (2006),
 * 509–524.
 * @returns whether each test stands out, in the order given
 */
export function weighedDiscoveries(tests: readonly WeighedTest[], rate: number): boolean[] {
  const mean = tests.reduce((sum, {weight}) => sum + weight, 0) / tests.length;
  const weighed = tests.map(({probability, weight}) =>
    weight > 0 ? Math.min(1, (probability * mean) / weight) : 1,
  );
  const threshold = discoveryThreshold(weighed, rate);
  return weighed.map((probability) => probability <= threshold);
}

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
