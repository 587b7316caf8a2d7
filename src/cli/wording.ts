/** Numbers and lists as the command line writes them: British, with a narrow space before a unit. */

/** `counted(1, 'row')` is "1 row", `counted(12000, 'row')` "12,000 rows". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

export function grouped(count: number): string {
  return count.toLocaleString('en-GB');
}

/** A share as a whole percentage that never rounds to none or all of it. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (share > 0 && whole === 0) return '<1\u202f%';
  if (share < 1 && whole === 100) return '>99\u202f%';
  return `${whole}\u202f%`;
}

/** The first few of a list, and how many more there are. */
export function someOf(items: readonly string[], most = 8): string {
  const shown = items.slice(0, most).join(', ');
  return items.length > most ? `${shown} and ${items.length - most} more` : shown;
}

/** Text cut to a width, with an ellipsis where something is missing; line ends become spaces. */
export function fitted(text: string, width: number): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length <= width ? flat : `${flat.slice(0, width - 1)}…`;
}

/** Rows of cells as aligned columns, without a space at line ends. */
export function aligned(rows: readonly (readonly string[])[], indent = '  '): string {
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, index) => Math.max(most[index] ?? 0, cell.length)),
    [],
  );
  return rows
    .map(
      (row) =>
        indent +
        row
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join('  ')
          .trimEnd(),
    )
    .join('\n');
}
