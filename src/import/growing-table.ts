import {rm} from 'node:fs/promises';
import {CsvWriter} from './csv-writer.ts';
import {sampleSize, type CutTable} from './cut-table.ts';
import {LineWriter} from './line-writer.ts';
import {textLines} from './text-chunks.ts';

/**
 * A table whose columns are known only at its end, as in XML: rows are kept as lines of JSON until then and
 * written as CSV, each filled up with the columns that came later.
 */
export class GrowingTable {
  #path: string;
  #lines: LineWriter;
  #columns = new Map<string, number>();
  rowCount = 0;

  constructor(path: string) {
    this.#path = path;
    this.#lines = new LineWriter(`${path}.rows`);
  }

  add(row: ReadonlyMap<string, string>): void {
    const cells: string[] = [];
    for (const [name, text] of row) {
      const column = this.#columns.get(name) ?? this.#columns.size;
      this.#columns.set(name, column);
      cells[column] = text;
    }
    this.rowCount++;
    this.#lines.write(JSON.stringify(Array.from(cells, (cell) => cell ?? '')));
  }

  async finish(part: string): Promise<CutTable> {
    this.#lines.close();
    const headers = [...this.#columns.keys()];
    const writer = new CsvWriter(this.#path);
    writer.write(headers);
    const sampleRows: string[][] = [];
    const rows = `${this.#path}.rows`;
    for await (const line of textLines(rows)) {
      const cells = JSON.parse(line) as string[];
      if (sampleRows.length < sampleSize)
        sampleRows.push(headers.map((_, index) => cells[index] ?? ''));
      writer.write(cells, headers.length);
    }
    writer.close();
    await rm(rows);
    const {path, rowCount, longestRow} = writer;
    return {part, path, headers, sampleRows, rowCount: rowCount - 1, longestRow};
  }
}
