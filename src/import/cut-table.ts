/** A table that a reader has cut out of a workbook or document and written as CSV, header first. */
export interface CutTable {
  /** The sheet, or the path of the repeating element. */
  part: string;
  path: string;
  headers: string[];
  sampleRows: string[][];
  rowCount: number;
  /** In characters. */
  longestRow: number;
}

/** What a reader found in a file. */
export interface CutTables {
  tables: CutTable[];
  /** What a person should know of the file, a sentence each. */
  warnings: string[];
}

/** How many rows a sample holds: as many as tell delimiters, dates and names. */
export const sampleSize = 200;
