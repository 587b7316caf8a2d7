import Papa from 'papaparse';

const candidates = [',', ';', '\t', '|', '\u001f'];

/**
 * The delimiter that makes the beginning of a file the widest even table. Names such as `Weber, Anna` in a
 * semicolon file make a guess by the number of commas alone go wrong, so rows must agree on the width,
 * or be no wider than the header: some tools leave out empty cells at the end.
 */
export function guessDelimiter(head: string): string {
  const scored = candidates.map((delimiter) => ({delimiter, score: evenness(head, delimiter)}));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

/** Width counts less the wider it is: one long text full of bars is no table of a hundred columns. */
function evenness(head: string, delimiter: string): number {
  const {data} = Papa.parse<string[]>(head, {delimiter, preview: 60});
  const widths = data.filter((row) => row.length > 1 || row[0]?.trim() !== '').map((r) => r.length);
  const score = (width: number, rows: number) => Math.log2(width) * (rows / widths.length) ** 3;
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const scores = [...counts].map(([width, rows]) => score(width, rows));
  return Math.max(0, ...scores, score(...raggedTable(widths)));
}

/** The width of the first row that none below exceeds, as a header is, and how many rows with a delimiter go from there. */
function raggedTable(widths: readonly number[]): [width: number, rows: number] {
  const at = widths.findIndex((width, index) => widths.slice(index).every((next) => next <= width));
  return [widths[at] ?? 1, widths.slice(at).filter((width) => width > 1).length];
}
