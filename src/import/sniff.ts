import Papa from 'papaparse';
import type {Session} from '../warehouse/database.ts';
import type {CutTable} from './cut-table.ts';
import type {DecodedFile, FileForm} from './decode.ts';
import {guessDelimiter} from './guess-delimiter.ts';
import {NotAnExportError} from './not-an-export.ts';
import {jsonStructure, type JsonForms, type PairList} from './json-paths.ts';
import {parquetColumns} from './parquet.ts';

export interface SniffedCsv {
  format: 'csv';
  /** What the rows were before they became cells: connectors know exports by it. */
  form: Exclude<FileForm, 'json'>;
  /** For XML: the path of the repeating element. */
  rowsPath: string | null;
  delimiter: string;
  quote: string;
  /** Rows up to and with the header, blank lines too; a quoted line break makes no row of its own. */
  skipLines: number;
  /** As they stand, repeats kept. */
  headers: string[];
  /** The first rows after the header; cells as they stand. */
  sampleRows: string[][];
  /** For Parquet: the columns as text, as SQL. */
  cells?: string[];
  /** Whether `sampleRows` are all there are. */
  isSampleWhole: boolean;
}

export interface SniffedJson {
  format: 'json';
  /** Every leaf with arrays marked, such as `issues[].changelog.histories[].created`. */
  paths: string[];
  /** Lists of names and values that count as objects. */
  pairs: PairList[];
}

export type Sniffed = SniffedCsv | SniffedJson;

/**
 * What the beginning of a file says of its form. Of JSON the whole structure is read, by the engine.
 * @throws UserError when there is no header with rows
 */
export async function sniffFile(
  file: DecodedFile,
  session: Session,
  forms: JsonForms = {maps: [], pairs: []},
): Promise<Sniffed> {
  if (file.form === 'parquet') {
    const columns = await parquetColumns(file, session);
    const form = {format: 'csv' as const, form: 'parquet' as const, rowsPath: null};
    return {...form, ...columns, delimiter: ',', quote: '"', skipLines: 0, isSampleWhole: false};
  }
  if (file.table) return sniffTable(file, file.table);
  const text = file.head.trimStart();
  if (text === '')
    throw new NotAnExportError(`${file.originalPath} has no text in it.`, 'Export it again.');
  if (file.form === 'json' || /^[[{]/.test(text))
    return {format: 'json', ...(await jsonStructure(file, session, forms))};
  return sniffCsv(file);
}

/** A table that a reader has cut out already. */
export function sniffTable(file: DecodedFile, table: CutTable): SniffedCsv {
  const {headers, sampleRows, rowCount} = table;
  return {
    format: 'csv',
    form: file.form === 'json' ? 'csv' : file.form,
    rowsPath: file.form === 'xml' ? file.part : null,
    delimiter: ',',
    quote: '"',
    skipLines: 1,
    headers,
    sampleRows,
    isSampleWhole: sampleRows.length === rowCount,
  };
}

/** The CSV half of `sniffFile`, which needs no engine. */
export function sniffCsv(file: DecodedFile): SniffedCsv {
  const parsed = Papa.parse<string[]>(file.head, {delimiter: guessDelimiter(file.head)});
  // The head ends in the middle of a row unless it is the whole file.
  const rows = file.isHeadWhole ? parsed.data : parsed.data.slice(0, -1);
  const at = headerRow(rows);
  const headers = rows[at]?.map((cell) => cell.trim());
  if (!headers || headers.length < 2)
    throw new NotAnExportError(
      `${file.originalPath} has no header row with two or more columns.`,
      'Export it as CSV with column headers.',
    );
  return {
    format: 'csv',
    form: 'csv',
    rowsPath: null,
    delimiter: parsed.meta.delimiter,
    quote: '"',
    skipLines: at + 1,
    headers,
    sampleRows: rows.slice(at + 1).filter((row) => row.length > 1 || row[0]?.trim() !== ''),
    isSampleWhole: file.isHeadWhole,
  };
}

/** Titles and dates above a report's header are narrower than the table. */
function headerRow(rows: string[][]): number {
  const widths = rows.slice(0, 60).map((row) => row.length);
  const counts = new Map<number, number>();
  for (const width of widths.filter((width) => width > 1))
    counts.set(width, (counts.get(width) ?? 0) + 1);
  const [usual = 1] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return widths.findIndex((width) => width >= usual);
}
