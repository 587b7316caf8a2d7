/** A text's letters, in lower case: what near-identical titles are compared by. */
export function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}]/gu, '');
}

/**
 * Jaro–Winkler similarity, 0–1: the Jaro similarity, raised by a tenth of what it lacks for each of
 * the first four characters in common (Winkler, 1990).
 */
export function jaroWinkler(a: string, b: string): number {
  const likeness = jaro([...a], [...b]);
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return likeness + prefix * 0.1 * (1 - likeness);
}

/** Mean of: matched share of a, of b, and matched characters in the same order (Jaro, 1989). */
function jaro(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const takenInB = new Set<number>();
  const matchedInA = a.filter((character, index) => {
    for (let at = Math.max(0, index - reach); at <= Math.min(b.length - 1, index + reach); at++)
      if (!takenInB.has(at) && b[at] === character) {
        takenInB.add(at);
        return true;
      }
    return false;
  });
  const matchedInB = b.filter((_, index) => takenInB.has(index));
  const matches = matchedInA.length;
  if (matches === 0) return 0;
  const misplaced = matchedInA.filter((character, index) => character !== matchedInB[index]).length;
  return (matches / a.length + matches / b.length + (matches - misplaced / 2) / matches) / 3;
}
