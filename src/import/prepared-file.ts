import type {Source} from '../config/config.ts';
import type {Session} from '../warehouse/database.ts';
import {dateColumns} from './compile.ts';
import {proveDates, type DateProof} from './dates.ts';
import type {DecodedFile} from './decode.ts';
import type {Detection} from './detect.ts';
import type {EvenRows} from './even-rows.ts';
import type {FileOptions} from './import-context.ts';
import {rowsOf, type Rows} from './read.ts';
import type {Sniffed} from './sniff.ts';

/** A table of a file that a connector knows, with what the person has said of it. */
export interface Prepared {
  file: DecodedFile;
  sniffed: Sniffed;
  detection: Detection;
  source: Source;
  zone: string | null;
  options: FileOptions;
}

/** How a table's rows are read. */
export interface Reading {
  /** Short rows are filled up to the header's width. */
  isPadded: boolean;
  /** Dates are proven over the whole column, not over the first rows. */
  isThorough: boolean;
  /** The table in a copy that the engine reads, when it could not read the file. */
  even: EvenRows | null;
}

export interface ProvenRows {
  rows: Rows;
  proof: DateProof;
}

/** The rows of a table, with the formats of its dates. */
export async function provenRows(
  session: Session,
  {file, sniffed, detection, options}: Prepared,
  {isPadded, isThorough, even}: Reading,
): Promise<ProvenRows> {
  const nulls = detection.shape.nulls ?? detection.connector.nulls ?? [];
  const rows = even
    ? rowsOf(even.file, even.sniffed, detection, {nulls, isPadded, isEven: true})
    : rowsOf(file, sniffed, detection, {nulls, isPadded});
  const {dateOrder} = options;
  const proof = await proveDates(session, rows, dateColumns(detection), {
    place: file.originalPath,
    dateOrder,
    isThorough,
  });
  return {rows, proof};
}
