/** A name as DuckDB reads it whatever it contains; a zero would end the statement. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('\0', '').replaceAll('"', '""')}"`;
}

/** A text as an SQL literal, without zeros, which would end the statement; null stays null. Values of requests go in as parameters instead. */
export function quoteText(value: string | null): string {
  return value === null ? 'null' : `'${value.replaceAll('\0', '').replaceAll("'", "''")}'`;
}

/** A file's path as an SQL literal that stands for that file only: DuckDB reads `[`, `?` and `*` as patterns. */
export function quotePath(path: string): string {
  return quoteText(path.replace(/[*?[]/g, '[$&]'));
}
