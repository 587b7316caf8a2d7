/**
 * Probabilities adjusted for how many were looked at: of the facts told at an adjusted probability of at
 * most q, a share of q is false on average. Benjamini and Hochberg, "Controlling the false discovery
 * rate", Journal of the Royal Statistical Society B 57 (1995), 289–300.
 * @returns one for each, in the order given
 */
export function adjustedProbabilities(probabilities: readonly number[]): number[] {
  const order = [...probabilities.keys()].sort(
    (a, b) => (probabilities[b] ?? 1) - (probabilities[a] ?? 1),
  );
  const adjusted = probabilities.map(() => 1);
  let least = 1;
  for (const [place, index] of order.entries()) {
    const rank = probabilities.length - place;
    least = Math.min(least, ((probabilities[index] ?? 1) * probabilities.length) / rank);
    adjusted[index] = least;
  }
  return adjusted;
}
