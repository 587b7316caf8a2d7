import type {Session} from '../warehouse/database.ts';
import {quoteName, quotePath} from '../warehouse/quote.ts';
import {unlessNull} from './cell-sql.ts';
import {damagedFile} from './damaged-file.ts';
import type {DecodedFile} from './decode.ts';

/** A Parquet file's columns, and its first rows as text. */
export interface ParquetColumns {
  headers: string[];
  /** The columns as text, as SQL. */
  cells: string[];
  sampleRows: string[][];
}

/**
 * What a Parquet file holds, its columns as text.
 * @throws UserError when it is damaged
 */
export async function parquetColumns(file: DecodedFile, session: Session): Promise<ParquetColumns> {
  const table = `read_parquet(${quotePath(file.path)})`;
  const columns = await session
    .query<{column_name: string; column_type: string}>(`describe select * from ${table}`)
    .catch((error: unknown) => {
      throw damagedFile(file, error);
    });
  const cells = columns.map(({column_name: name, column_type: type}) => cellSql(name, type));
  const headers = columns.map(({column_name: name}) => name);
  return {headers, cells, sampleRows: await sampleOf(session, table, cells)};
}

async function sampleOf(session: Session, table: string, cells: string[]): Promise<string[][]> {
  const rows = await session.query<{row: (string | null)[]}>(
    `select [${cells.join(', ')}] as row from ${table} limit 200`,
  );
  return rows.map(({row}) => row.map((cell) => cell ?? ''));
}

/** Instants in universal time with their offset, local times without; lists joined by commas. */
function cellSql(name: string, type: string): string {
  const column = quoteName(name);
  if (type === 'TIMESTAMP WITH TIME ZONE')
    return `${timeSql(`${column} at time zone 'UTC'`, '%Y-%m-%dT%H:%M:%S.%f')} || 'Z'`;
  if (type.startsWith('TIMESTAMP') || type === 'DATE')
    return timeSql(`${column}::timestamp`, '%Y-%m-%d %H:%M:%S.%f');
  if (type.endsWith('[]')) return `array_to_string(${column}::varchar[], ', ')`;
  if (/^(STRUCT|MAP|UNION)/.test(type)) return `to_json(${column})::varchar`;
  return `${column}::varchar`;
}

/** A fraction of a second only where there is one. */
function timeSql(time: string, format: string): string {
  return `regexp_replace(strftime(${time}, '${format}'), '\\.000000$', '')`;
}

/** A Parquet file's rows as text columns `c0`, `c1`, …. */
export function parquetRelation(
  file: DecodedFile,
  cells: readonly string[],
  nulls: readonly string[],
): string {
  const named = cells.map((cell, index) => `${cell} as c${index}`).join(', ');
  const kept = cells.map((_, index) => `${unlessNull(`c${index}`, nulls)} as c${index}`);
  return `(select ${kept.join(', ')} from (select ${named} from read_parquet(${quotePath(file.path)})))`;
}
