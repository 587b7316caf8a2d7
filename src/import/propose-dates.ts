import type {Session} from '../warehouse/database.ts';
import {quoteName} from '../warehouse/quote.ts';
import {fitsOf, hasZone, parseSql, type DateFormat} from './date-format.ts';

/** What a column of dates can be read with. */
export interface DateEvidence {
  /** strptime formats that read the most values, equally well; two when day and month can't be told apart. */
  formats: string[];
  /** Share of the filled values they read, 0–1. */
  readShare: number;
  /** Why this order of day and month, with a value that shows it; null where the format leaves no choice. */
  proof: string | null;
  /** True when two formats read every value, but as different days. */
  isAmbiguous: boolean;
  /** The format has the offset or Z in it, so no zone has to be known. */
  hasOwnZone: boolean;
  /** Values no format reads, at most three. */
  misfits: string[];
}

const dateParts = [
  '%Y-%m-%d',
  '%d/%m/%Y',
  '%m/%d/%Y',
  '%d.%m.%Y',
  '%d-%m-%Y',
  '%m-%d-%Y',
  '%Y/%m/%d',
  '%Y.%m.%d',
  '%d/%m/%y',
  '%m/%d/%y',
  '%d.%m.%y',
  '%d-%m-%y',
  '%m-%d-%y',
  '%d/%b/%y',
  '%d/%b/%Y',
  '%d-%b-%y',
  '%d-%b-%Y',
  '%d %b %Y',
  '%d %B %Y',
  '%b %d, %Y',
  '%B %d, %Y',
  '%Y%m%d',
];

const timeParts = [
  '',
  ' %H:%M',
  ' %H:%M:%S',
  ' %H:%M:%S.%g',
  ' %I:%M %p',
  ' %I:%M:%S %p',
  ', %H:%M',
  ', %H:%M:%S',
  ', %I:%M %p',
  'T%H:%M',
  'T%H:%M:%S',
  'T%H:%M:%S.%g',
  'T%H:%M:%SZ',
  'T%H:%M:%S.%gZ',
  'T%H:%M:%S%z',
  'T%H:%M:%S.%g%z',
  ' %H:%M:%S%z',
  ' %H:%M:%S %z',
];

/** Every way of writing dates that is tried. */
export const dateFormatCandidates = dateParts.flatMap((date) =>
  timeParts.map((time) => date + time),
);

/** A column is dates when a format reads at least this share; the rest is shown as misfits. */
const leastReadShare = 0.9;

/**
 * Finds the format that reads a column: candidates are compared with a few values, those that fit are tried
 * on all of them. Day-first and month-first are told apart by the column as a whole, or reported as ambiguous.
 * @returns null when the column is no column of dates
 */
export async function dateEvidence(
  session: Session,
  relation: string,
  column: string,
): Promise<DateEvidence | null> {
  const cell = `trim(${quoteName(column)})`;
  const plausible = await plausibleFormats(session, relation, cell);
  if (plausible.length === 0) return null;
  const counts = await readCounts(session, {relation, cell, formats: plausible});
  const most = Math.max(...counts.map(({read}) => read));
  const filled = counts[0]!.filled;
  if (most === 0 || most < filled * leastReadShare) return null;
  const best = counts.filter(({read}) => read === most).map(({format}) => format);
  const distinct = await differingFormats(session, {relation, cell, formats: best});
  return {
    formats: distinct.map(({format}) => format),
    readShare: most / filled,
    proof: await proofOf(session, {relation, cell, formats: distinct}),
    isAmbiguous: distinct.length > 1,
    hasOwnZone: distinct.every(({format}) => hasZone(format)),
    misfits: await misfitsOf(session, {relation, cell, formats: distinct}),
  };
}

interface Column {
  relation: string;
  /** The cell as SQL. */
  cell: string;
  formats: readonly DateFormat[];
}

/** Formats that read a good part of a handful of values; most candidates end here, at little cost. */
async function plausibleFormats(
  session: Session,
  relation: string,
  cell: string,
): Promise<DateFormat[]> {
  const handful = await session.query<{value: string}>(`
    select distinct ${cell} as value from ${relation}
    where nullif(${cell}, '') is not null
    using sample reservoir(200 rows) repeatable (1)`);
  const values = handful.map(({value}) => value);
  return fitsOf(values, dateFormatCandidates)
    .filter(({count}) => count >= values.length * 0.3)
    .map(({format}) => format);
}

async function readCounts(
  session: Session,
  {relation, cell, formats}: Column,
): Promise<{format: DateFormat; read: number; filled: number}[]> {
  const columns = formats.map(
    (format, index) => `count(${parseSql(cell, format)})::integer as f${index}`,
  );
  const [row] = await session.query<Record<string, number>>(`
    select count(*)::integer as filled, ${columns.join(', ')}
    from ${relation} where nullif(${cell}, '') is not null`);
  return formats.map((format, index) => ({format, read: row![`f${index}`]!, filled: row!.filled!}));
}

/** Of formats that read the same values, one of each reading: `%d %b` and `%d %B` are the same days. */
async function differingFormats(session: Session, column: Column): Promise<DateFormat[]> {
  const kept: DateFormat[] = [];
  for (const format of column.formats) {
    let isNew = true;
    for (const other of kept) isNew &&= await areDifferent(session, column, [format, other]);
    if (isNew) kept.push(format);
  }
  return kept;
}

async function areDifferent(
  session: Session,
  {relation, cell}: Column,
  [a, b]: [DateFormat, DateFormat],
): Promise<boolean> {
  const rows = await session.query(`
    select 1 as differs from ${relation}
    where ${parseSql(cell, a)} is distinct from ${parseSql(cell, b)}
    limit 1`);
  return rows.length > 0;
}

/** A value that the format with day and month swapped cannot read. */
async function proofOf(
  session: Session,
  {relation, cell, formats}: Column,
): Promise<string | null> {
  const [chosen] = formats;
  const swapped = chosen && formats.length === 1 ? swapDayAndMonth(chosen.format) : null;
  if (!chosen || swapped === null) return null;
  const [row] = await session.query<{value: string}>(`
    select ${cell} as value from ${relation}
    where ${parseSql(cell, chosen)} is not null
      and ${parseSql(cell, {...chosen, format: swapped})} is null
    limit 1`);
  if (!row) return null;
  const order = chosen.format.indexOf('%d') < chosen.format.indexOf('%m') ? 'day' : 'month';
  return `${order} first: “${row.value}” cannot be read the other way`;
}

/** Null where day and month stand in no doubtful order. */
function swapDayAndMonth(format: string): string | null {
  if (!format.includes('%d') || !format.includes('%m') || /%Y.*%m/.test(format)) return null;
  return format.replace('%d', '%#').replace('%m', '%d').replace('%#', '%m');
}

async function misfitsOf(session: Session, {relation, cell, formats}: Column): Promise<string[]> {
  const unread = formats.map((format) => `${parseSql(cell, format)} is null`);
  const rows = await session.query<{value: string}>(`
    select distinct ${cell} as value from ${relation}
    where nullif(${cell}, '') is not null and ${unread.join(' and ')}
    order by value limit 3`);
  return rows.map(({value}) => value);
}
