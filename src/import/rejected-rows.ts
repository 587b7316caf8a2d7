import Papa from 'papaparse';
import type {Session} from '../warehouse/database.ts';
import type {CompiledFile} from './compile.ts';
import type {Rows} from './read.ts';
import {problemSelect} from './select-rows.ts';

/** A row of a file that did not land, and why. */
export interface RejectedRow {
  /** 1 is the first row after the header. */
  rowNumber: number;
  field: string | null;
  value: string | null;
  reason: string;
  cells: (string | null)[];
}

interface UnreadLine {
  line: number;
  error_type: string;
  csv_line: string | null;
  error_message: string;
}

/**
 * Lines that the reader could not cut into cells, once each.
 * The engine's `line` counts rows, not line breaks, and the header is its first.
 */
export async function readerRejects(
  session: Session,
  table: string,
  file: CompiledFile,
): Promise<(RejectedRow & {isShort: boolean})[]> {
  const width = file.detection.headers.length;
  const lines = await session.query<UnreadLine>(
    `select line, max(error_type) as error_type, any_value(csv_line) as csv_line,
      any_value(error_message) as error_message
    from temp.${table} group by line order by line`,
  );
  const skipLines = await skippedLines(session, table);
  return lines.map((line) => {
    const cells = Papa.parse<string[]>(line.csv_line ?? '', {
      delimiter: skipLines.delimiter,
    }).data[0] ?? [line.csv_line ?? ''];
    return {
      rowNumber: line.line - skipLines.count,
      field: null,
      value: null,
      reason: lineReason(line, cells.length, width),
      cells,
      isShort: line.error_type === 'MISSING COLUMNS',
    };
  });
}

async function skippedLines(
  session: Session,
  table: string,
): Promise<{count: number; delimiter: string}> {
  const [scan] = await session.query<{skip_rows: number; delimiter: string}>(
    `select skip_rows, delimiter from temp.${table}_scan limit 1`,
  );
  return {count: scan?.skip_rows ?? 1, delimiter: scan?.delimiter ?? ','};
}

/** Of a longer line the engine keeps the beginning alone, so that its cells can't be counted. */
const keptBytes = 9_990;

function lineReason(line: UnreadLine, cellCount: number, width: number): string {
  switch (line.error_type) {
    case 'TOO MANY COLUMNS':
    case 'MISSING COLUMNS':
      if (Buffer.byteLength(line.csv_line ?? '') >= keptBytes)
        return `the row has ${line.error_type === 'MISSING COLUMNS' ? 'fewer' : 'more'} cells than the header, which has ${width}`;
      return `the row has ${cellCount} cells and the header ${width}`;
    case 'UNQUOTED VALUE':
      return 'a quoted cell is not closed, or goes on after its quote';
    case 'INVALID ENCODING':
      return 'the row holds bytes that are not UTF-8';
    case 'LINE SIZE OVER MAXIMUM':
      return 'the row is longer than 2 MB';
    default:
      return line.error_message;
  }
}

/**
 * Reads the file again, in its order, for the rows that have a field that can't be read.
 * @param unread lines that the reader leaves out, so that numbers count them too
 */
export async function rejectedRows(
  session: Session,
  file: CompiledFile,
  rows: Rows,
  unread: readonly {rowNumber: number}[],
): Promise<RejectedRow[]> {
  await session.run('set preserve_insertion_order = true');
  const found = await session.query<{
    row_number: number;
    field: string;
    value: string | null;
    reason: string;
    cells: (string | null)[];
  }>(
    problemSelect(
      file,
      rows.relation({
        isOrdered: true,
        ...(rows.hasRejects ? {rejects: 'unread_again'} : {}),
      }),
    ),
  );
  await session.run('drop table if exists temp.unread_again');
  await session.run('drop table if exists temp.unread_again_scan');
  await session.run('set preserve_insertion_order = false');
  const gaps = unread.map(({rowNumber}) => rowNumber).sort((a, b) => a - b);
  return found.map(({row_number, ...row}) => ({...row, rowNumber: withGaps(row_number, gaps)}));
}

function withGaps(number: number, gaps: readonly number[]): number {
  return gaps.reduce((at, gap) => (gap <= at ? at + 1 : at), number);
}
