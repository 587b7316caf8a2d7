import type {Session} from './database.ts';

/** Whether a build has a table: those made by earlier releases lack what came later. */
export async function hasTable(
  session: Session,
  {schema, table}: {schema: string; table: string},
): Promise<boolean> {
  const found = await session.queryOnce(
    `select 1 from information_schema.tables
     where table_schema = $schema and table_name = $table`,
    {schema, table},
  );
  return found.length > 0;
}
