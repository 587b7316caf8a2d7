/** `grouped(12000)` is "12,000". */
export function grouped(value: number): string {
  return value.toLocaleString('en-GB');
}

/** `rowCount(1)` is "1 row". */
export function rowCount(count: number): string {
  return `${grouped(count)} ${count === 1 ? 'row' : 'rows'}`;
}

/** The most frequent of some values, each with its count, and how many more there are. */
export function valueCounts(values: readonly {value: string; count: number}[], most = 5): string {
  const shown = values.slice(0, most).map(({value, count}) => `“${value}” (${grouped(count)})`);
  const more = values.length > most ? ` and ${values.length - most} more` : '';
  return `${shown.join(', ')}${more}`;
}
