import type {Session} from '../warehouse/database.ts';

/** A row by column name; days are texts such as `2026-12-25`. */
export type SettingsRow = Record<string, string | number | boolean | string[] | null>;

/**
 * Adds rows to `settings.<table>`: all of one call have the same columns. One statement however many
 * rows there are, since decades of holidays are thousands.
 */
export async function insertSettings(
  session: Session,
  table: string,
  rows: SettingsRow[],
): Promise<void> {
  if (rows[0] === undefined) return;
  const names = Object.keys(rows[0]);
  const types = await session.query<{name: string; type: string}>(
    `select column_name as name, data_type as type from duckdb_columns()
     where database_name = current_database() and schema_name = 'settings' and table_name = $table`,
    {table},
  );
  // Dates and times go as texts, which the insert casts.
  const shape = Object.fromEntries(
    names.map((name) => {
      const type = types.find((column) => column.name === name)?.type ?? 'VARCHAR';
      return [name, /^(DATE|TIMESTAMP)/.test(type) ? 'VARCHAR' : type];
    }),
  );
  await session.run(
    `insert into settings.${table} (${names.join(', ')})
     select ${names.map((name) => `r.${name}`).join(', ')}
     from (select unnest(from_json($rows, $shape)) as r)`,
    {rows: JSON.stringify(rows), shape: JSON.stringify([shape])},
  );
}
