import Papa from 'papaparse';

/** The beginning of a text file as a table. */
export interface CsvPreview {
  headers: string[];
  rows: string[][];
  delimiter: string;
  /** Rows of the whole file: counted when all of it was read, else reckoned from the beginning. */
  rowCount: number;
  isWhole: boolean;
}

const readBytes = 256 * 1024;
const shownRows = 5;

/** Reads the beginning of a CSV file, whatever its encoding, before anything of it is sent. */
export async function previewCsv(file: File): Promise<CsvPreview | null> {
  const bytes = new Uint8Array(await file.slice(0, readBytes).arrayBuffer());
  const isWhole = file.size <= readBytes;
  const text = decoded(bytes);
  const lines = isWhole ? text : text.slice(0, text.lastIndexOf('\n') + 1);
  const {data, meta} = Papa.parse<string[]>(lines, {skipEmptyLines: 'greedy'});
  const [headers, ...rows] = data;
  if (!headers) return null;
  const rowCount = isWhole ? rows.length : Math.round((rows.length * file.size) / bytes.length);
  return {headers, rows: rows.slice(0, shownRows), delimiter: meta.delimiter, rowCount, isWhole};
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // The last character may be cut in two, which a stream waits for.
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes, {stream: true});
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
