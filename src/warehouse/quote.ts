/** A name as DuckDB reads it whatever it contains. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as an SQL literal; null stays null. Values of requests go in as parameters instead. */
export function quoteText(value: string | null): string {
  return value === null ? 'null' : `'${value.replaceAll("'", "''")}'`;
}

/** A file's path as an SQL literal that stands for that file only: DuckDB reads `[`, `?` and `*` as patterns. */
export function quotePath(path: string): string {
  return quoteText(path.replace(/[*?[]/g, '[$&]'));
}
