import type {Session} from '../warehouse/database.ts';
import {quoteText} from '../warehouse/quote.ts';
import type {CompiledFile} from './compile.ts';
import {grouped} from './count-words.ts';
import {hasZone, parseSql, type DateFormat} from './date-format.ts';
import {headerName} from './header-name.ts';

/** Fewer may agree by chance. */
const fewest = 20;

/** As many as are looked at. */
const most = 50_000;

/** How tools call the time a record was made, where they also have one for its opening. */
const creationNames = new Set(
  ['sys_created_on', 'sys_created_at', 'created', 'created_at', 'created_on', 'creation_date'].map(
    headerName,
  ),
);

/**
 * A file with a column for the opening and one for the record's creation, the same to the second in every
 * row: nobody tells the desk when an incident was reported, and the sentence says what that means.
 */
export async function openedIsCreated(
  session: Session,
  file: CompiledFile,
  {importId, format}: {importId: number; format: DateFormat | undefined},
): Promise<string[]> {
  const {binding, fields, zone} = file;
  const opened = fields.get('opened_at')?.header;
  const created = binding.unmapped.find(({header}) => creationNames.has(headerName(header)));
  if (!opened || !created || !format) return [];
  const parsed = parseSql(`attributes[${quoteText(created.header)}]`, format);
  const local = hasZone(format.format)
    ? `opened_at at time zone 'UTC'`
    : `opened_at at time zone ${quoteText(zone ?? 'UTC')}`;
  const made = format.format.includes('%z') ? `${parsed} at time zone 'UTC'` : parsed;
  const [row] = await session.query<{n: number; other: number}>(
    `select count(*) as n, count(*) filter (date_trunc('second', made) <> date_trunc('second', opened)) as other
     from (select ${made} as made, ${local} as opened from record_version
       where import_id = ${importId} and opened_at is not null
         and coalesce(record_type, 'incident') = 'incident' limit ${most})
     where made is not null`,
  );
  if (!row || row.n < fewest || row.other > 0) return [];
  return [
    `In ${row.n < most ? `all ${grouped(row.n)}` : `each of ${grouped(row.n)}`} records “${opened}” is “${created.header}” to the second: it is when the record was made, not when the failure was reported. Times to respond and to resolve start there, and what came before is in no figure.`,
  ];
}
