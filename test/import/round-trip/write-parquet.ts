import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Temporal} from 'temporal-polyfill';
import type {Session} from '../../../src/warehouse/database.ts';
import {quoteName, quotePath, quoteText} from '../../../src/warehouse/quote.ts';
import type {Cell, Sheet} from './cells-of.ts';

export interface ParquetStyle {
  /** Native times are instants; else local times by the clocks of `zone`. */
  areInstants: boolean;
  zone: string;
}

/** A Parquet file, its columns typed by the cells they hold. */
export async function parquetBytes(
  sheet: Sheet,
  style: ParquetStyle,
  session: Session,
): Promise<Buffer> {
  const types = sheet.headers.map((_, column) => typeOf(sheet.rows, column, style));
  const rows = sheet.rows.map(
    (row) =>
      `(${row.map((cell, column) => `${literal(cell, style)}::${types[column]}`).join(', ')})`,
  );
  const folder = mkdtempSync(join(tmpdir(), 'meantime-parquet-'));
  const path = join(folder, 'tickets.parquet');
  try {
    const names = sheet.headers.map(quoteName).join(', ');
    await session.run(
      `copy (from (values ${rows.join(', ')}) as t(${names})) to ${quotePath(path)} (format parquet)`,
    );
    return readFileSync(path);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

function typeOf(rows: Cell[][], column: number, {areInstants}: ParquetStyle): string {
  const cells = rows.map((row) => row[column] ?? null).filter((cell) => cell !== null);
  if (cells.length === 0 || cells.some((cell) => typeof cell === 'string')) return 'varchar';
  if (cells[0] instanceof Date) return areInstants ? 'timestamptz' : 'timestamp';
  if (typeof cells[0] === 'boolean') return 'boolean';
  return cells.every((cell) => Number.isInteger(cell)) ? 'bigint' : 'double';
}

function literal(cell: Cell, {areInstants, zone}: ParquetStyle): string {
  if (cell === null) return 'null';
  if (!(cell instanceof Date)) return typeof cell === 'string' ? quoteText(cell) : String(cell);
  if (areInstants) return quoteText(cell.toISOString());
  const zoned = Temporal.Instant.fromEpochMilliseconds(cell.getTime()).toZonedDateTimeISO(zone);
  return quoteText(zoned.toPlainDateTime().toString());
}
