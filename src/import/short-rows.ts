/** Rows with fewer cells than the header are filled up with nothing: usual, but also what a cut-off row looks like. */
export function shortRowsWarning(count: number): string[] {
  if (count === 0) return [];
  const rows = `${count.toLocaleString('en-GB')} ${count === 1 ? 'row has' : 'rows have'}`;
  return [
    `${rows} fewer cells than the header: what is missing at the end was read as empty. If the tool does not leave out empty cells, look at ${count === 1 ? 'it' : 'them'} in the file.`,
  ];
}
