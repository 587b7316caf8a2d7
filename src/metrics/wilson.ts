/** Standard normal quantile of a two-sided 95 % interval. */
const z = 1.959963984540054;

/**
 * Wilson's score interval (95 %) of a share: unlike the textbook ±, it stays inside 0–1 and holds for
 * small n and shares near the ends. Wilson, "Probable inference, the law of succession, and statistical
 * inference", Journal of the American Statistical Association 22 (1927), 209–212.
 * @param share 0–1
 * @param n what the share was counted from; null results for 0
 */
export function wilsonInterval(share: number, n: number): {low: number; high: number} | null {
  if (n <= 0 || share < 0 || share > 1) return null;
  const square = z * z;
  const scale = 1 + square / n;
  const middle = (share + square / (2 * n)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  return {low: Math.max(0, middle - half), high: Math.min(1, middle + half)};
}
