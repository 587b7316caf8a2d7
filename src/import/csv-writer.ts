import {LineWriter} from './line-writer.ts';

/** A table on its way into a temporary CSV file: commas, quotes where needed, one line feed a row. */
export class CsvWriter {
  rowCount = 0;
  /** In characters; the engine has to be told of rows longer than it expects. */
  longestRow = 0;
  #lines: LineWriter;

  constructor(path: string) {
    this.#lines = new LineWriter(path);
  }

  get path(): string {
    return this.#lines.path;
  }

  /** One row, filled up or cut to `width` cells. */
  write(cells: readonly string[], width = cells.length): void {
    let line = '';
    for (let index = 0; index < width; index++)
      line += index === 0 ? csvCell(cells[0] ?? '') : `,${csvCell(cells[index] ?? '')}`;
    // One empty cell would be a blank line, which readers pass over.
    if (line === '') line = '""';
    this.rowCount++;
    this.longestRow = Math.max(this.longestRow, line.length);
    this.#lines.write(line);
  }

  /** A row that is no row, as its reader is to say: its only cell goes on after its quote. */
  writeBroken(text: string): void {
    this.rowCount++;
    this.#lines.write(`"${text.replace(/["\r\n]/g, ' ')}"!`);
  }

  close(): void {
    this.#lines.close();
  }
}

function csvCell(text: string): string {
  const even = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return /[",\n]/.test(even) ? `"${even.replaceAll('"', '""')}"` : even;
}
