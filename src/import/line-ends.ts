/** Line ends that the engine's reader stumbles over: of several kinds, as in joined files, doubled, or CR alone. */
export function hasOddLineEnds(text: string): boolean {
  const ends = text.replace(/"[^"]*"/g, '').match(/\r+\n|\r|\n/g) ?? [];
  return new Set(ends).size > 1 || (ends[0]?.length ?? 0) > 2 || ends[0] === '\r';
}

/** Every line end as one line feed. */
export function evenLineEnds(text: string): string {
  return text.replace(/\r*\n|\r/g, '\n');
}
