import {join} from 'node:path';
import {CsvWriter} from './csv-writer.ts';
import {strictRows} from './strict-rows.ts';
import {textChunks} from './text-chunks.ts';

/** What `recutRows` reads: a text table, UTF-8. */
export interface RecutRequest {
  path: string;
  isGzip: boolean;
  /** A folder of the caller's for what is written. */
  directory: string;
  delimiter: string;
  /** Null where a quotation mark is part of the text. */
  quote: '"' | null;
  /** Rows up to and with the header. */
  skipLines: number;
  width: number;
}

export interface Recut {
  path: string;
  /** Rows that were filled up to the header's width. */
  shortRows: number;
  /** In characters. */
  longestRow: number;
}

/**
 * Writes a table anew with commas, short rows filled up. Rows that can't be read stay unreadable in the same way,
 * but short: of a long one the engine keeps the first 10,000 bytes, and fails as a whole when that cuts a letter in two.
 */
export async function recutRows(request: RecutRequest): Promise<Recut> {
  const {path, isGzip, delimiter, quote, skipLines, width} = request;
  const writer = new CsvWriter(join(request.directory, 'recut.csv'));
  let [rowNumber, shortRows] = [0, 0];
  const rows = strictRows(textChunks(path, isGzip), {delimiter, quote});
  for await (const {cells, isBroken} of rows) {
    const isBlank = cells.length === 1 && cells[0]?.trim() === '';
    if (++rowNumber <= skipLines || isBlank) continue;
    if (isBroken) writer.writeBroken(shortened(cells).join(' '));
    else if (cells.length > width) writer.write(shortened(cells));
    else {
      if (cells.length < width) shortRows++;
      writer.write(cells, width);
    }
  }
  writer.close();
  return {path: writer.path, shortRows, longestRow: writer.longestRow};
}

const shownCells = 100;
const shownLength = 20;

/** As many cells, for they are counted, with what a person needs to find the row again. */
function shortened(cells: readonly string[]): string[] {
  return cells.map((cell, index) =>
    index >= shownCells ? '' : [...cell.slice(0, shownLength * 2)].slice(0, shownLength).join(''),
  );
}
