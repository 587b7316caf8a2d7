/** A value of a cell; lists and objects are written as JSON. */
export type CsvValue = unknown;

/**
 * RFC 4180 text with a header. A text that a spreadsheet would run as a formula gets an apostrophe in front,
 * as OWASP advises (https://owasp.org/www-community/attacks/CSV_Injection): exports are full of text by strangers.
 */
export function csvOf(columns: readonly string[], rows: readonly object[]): string {
  const lines = [
    columns.map(cell),
    ...rows.map((row) => columns.map((name) => cell(valueOf(row, name)))),
  ];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

function valueOf(row: object, name: string): CsvValue {
  return (row as Record<string, CsvValue>)[name];
}

function cell(value: CsvValue): string {
  if (value == null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = harmless(textOf(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function textOf(value: CsvValue): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
