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

/**
 * Columns count less the more there are, and only by what their first row calls them: a long text full of commas
 * is no table of a hundred columns.
 */
function evenness(head: string, delimiter: string): number {
  const {data} = Papa.parse<string[]>(head, {delimiter, preview: 60});
  const rows = data.filter((row) => row.length > 1 || row[0]?.trim() !== '');
  const score = (first: string[] | undefined, count: number) =>
    Math.log2(new Set(first?.filter((cell) => cell.trim() !== '')).size || 1) *
    (count / rows.length) ** 3;
  const byWidth = new Map<number, string[][]>();
  for (const row of rows) byWidth.set(row.length, [...(byWidth.get(row.length) ?? []), row]);
  const even = [...byWidth.values()].map((alike) => score(alike[0], alike.length));
  const ragged = raggedTable(rows);
  return Math.max(0, ...even, score(ragged[0], ragged.filter((row) => row.length > 1).length));
}

/** From the first row that none below exceeds in width, as a header is. */
function raggedTable(rows: string[][]): string[][] {
  const at = rows.findIndex(({length}, index) =>
    rows.slice(index).every((next) => next.length <= length),
  );
  return at < 0 ? [] : rows.slice(at);
}
