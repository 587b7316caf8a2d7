import Papa from 'papaparse';
import {UserError} from '../base/user-error.ts';
import {quotePath} from '../warehouse/quote.ts';
import type {Session} from '../warehouse/database.ts';
import type {DecodedFile} from './decode.ts';
import {guessDelimiter} from './guess-delimiter.ts';

export interface SniffedCsv {
  format: 'csv';
  delimiter: string;
  quote: string;
  /** Rows up to and with the header, blank lines too; a quoted line break makes no row of its own. */
  skipLines: number;
  /** As they stand, repeats kept. */
  headers: string[];
  /** The first rows after the header; cells as they stand. */
  sampleRows: string[][];
  /** Whether `sampleRows` are all there are. */
  isSampleWhole: boolean;
}

export interface SniffedJson {
  format: 'json';
  /** Every leaf with arrays marked, such as `issues[].changelog.histories[].created`. */
  paths: string[];
}

export type Sniffed = SniffedCsv | SniffedJson;

/**
 * What the beginning of a file says of its form. Of JSON the whole structure is read, by the engine.
 * @throws UserError when there is no header with rows
 */
export async function sniffFile(file: DecodedFile, session: Session): Promise<Sniffed> {
  const text = file.head.trimStart();
  if (text === '')
    throw new UserError(`${file.originalPath} has no text in it.`, 'Export it again.');
  if (/^[[{]/.test(text)) return sniffJson(file, session);
  return sniffCsv(file);
}

/** The CSV half of `sniffFile`, which needs no engine. */
export function sniffCsv(file: DecodedFile): SniffedCsv {
  const parsed = Papa.parse<string[]>(file.head, {delimiter: guessDelimiter(file.head)});
  // The head ends in the middle of a row unless it is the whole file.
  const rows = file.isHeadWhole ? parsed.data : parsed.data.slice(0, -1);
  const at = headerRow(rows);
  const headers = rows[at]?.map((cell) => cell.trim());
  if (!headers || headers.length < 2)
    throw new UserError(
      `${file.originalPath} has no header row with two or more columns.`,
      'Export it as CSV with column headers.',
    );
  return {
    format: 'csv',
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

async function sniffJson(file: DecodedFile, session: Session): Promise<SniffedJson> {
  const [row] = await session
    .query<{structure: string | null}>(
      `select json_group_structure(json)::varchar as structure from ${jsonObjects(file)}`,
    )
    .catch((error: unknown) => {
      throw new UserError(
        `${file.originalPath} is not whole JSON: ${String((error as Error).message).split('\n')[0]}`,
        'Export it again; it was probably cut off.',
      );
    });
  return {format: 'json', paths: leaves(JSON.parse(row?.structure ?? 'null'), '')};
}

/** The table function that reads a JSON file's objects: lines, or the elements of an outer array. */
export function jsonObjects(file: DecodedFile): string {
  // One document may be the whole file, and a compressed one grows; the engine's default is 16 MB.
  const largest = Math.max(1 << 24, file.byteCount * (file.isGzip ? 30 : 1) + 1024);
  const compression = file.isGzip ? 'gzip' : 'uncompressed';
  return `read_json_objects(${quotePath(file.path)}, format = 'auto', compression = '${compression}', maximum_object_size = ${Math.min(largest, 2 ** 32 - 1)})`;
}

function leaves(structure: unknown, path: string): string[] {
  if (Array.isArray(structure)) return leaves(structure[0], `${path}[]`);
  if (structure === null || typeof structure !== 'object') return [path];
  return Object.entries(structure).flatMap(([name, inner]) =>
    leaves(inner, path === '' ? name : `${path}.${name}`),
  );
}
