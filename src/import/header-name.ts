/**
 * A header as it is compared: without byte-order mark, case, width of letters, marks of required fields and
 * punctuation, so that `Opened_at *` and `opened at` are one. Dotted, dotless and capital I are one
 * letter, because a Turkish export writes `İd` where an English one writes `Id`.
 */
export function headerName(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/\uFEFF/g, '')
    .toLowerCase()
    .replace(/\u0307/g, '')
    .replaceAll('ı', 'i')
    .replace(/[^\p{L}\p{M}\p{N}#]+/gu, ' ')
    .trim();
}

/** Where each compared name stands in a header; repeats keep all their positions. */
export function headerPositions(headers: readonly string[]): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  headers.forEach((header, index) => {
    const name = headerName(header);
    if (name === '') return;
    positions.set(name, [...(positions.get(name) ?? []), index]);
  });
  return positions;
}
