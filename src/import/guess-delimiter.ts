import Papa from 'papaparse';

const candidates = [',', ';', '\t', '|', '\u001f'];

/**
 * The delimiter that makes the beginning of a file the widest even table. Names such as `Weber, Anna` in a
 * semicolon file make a guess by the number of commas alone go wrong, so rows must agree on the width.
 */
export function guessDelimiter(head: string): string {
  const scored = candidates.map((delimiter) => ({delimiter, score: evenness(head, delimiter)}));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

function evenness(head: string, delimiter: string): number {
  const {data} = Papa.parse<string[]>(head, {delimiter, preview: 60});
  const widths = data.filter((row) => row.length > 1 || row[0]?.trim() !== '').map((r) => r.length);
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const scores = [...counts].map(([width, n]) => (width - 1) * (n / widths.length) ** 2);
  return Math.max(0, ...scores);
}
