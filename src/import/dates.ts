import {UserError} from '../base/user-error.ts';
import type {Session} from '../warehouse/database.ts';
import {
  fitsOf,
  isDayFirst,
  parseSql,
  skeleton,
  withFraction,
  type DateFormat,
} from './date-format.ts';
import type {Rows} from './read.ts';
import {shown} from './shown.ts';

/** A column of dates and the formats it may be in. */
export interface DateColumn {
  field: string;
  header: string;
  /** The cell as SQL: trimmed, with nothing for the spellings of nothing. */
  cell: string;
  formats: string[];
}

export type DateOrder = 'day-first' | 'month-first';

export interface DateProof {
  /** By field; a field whose column is empty throughout has none. */
  formats: Map<string, DateFormat>;
  /** Fields whose format was proven on the first rows only, so that failures need a second look. */
  onSample: Set<string>;
}

export interface DateOptions {
  place: string;
  /** What the person has said of all-numeric dates. */
  dateOrder?: DateOrder | undefined;
  /** Read every column from end to end instead of trusting the first rows. */
  isThorough?: boolean;
}

const sampleSize = 2000;
/** Up to this share of values that only the rival order can read is dirt in the column, not its form. */
const dirtShare = 0.01;

/**
 * The format of each date column. One that alone reads all of the first rows is taken, for the import itself
 * counts what it can't read; any doubt is settled over the whole column, all columns in one query.
 * Day-first and month-first are told apart by the column as a whole, then by the file's other date columns
 * of the same form, then by what the person said; when nothing tells them apart the import stops and asks.
 * @throws UserError for an ambiguous, mixed or unreadable column
 */
export async function proveDates(
  session: Session,
  rows: Rows,
  columns: readonly DateColumn[],
  options: DateOptions,
): Promise<DateProof> {
  const formats = new Map<string, DateFormat>();
  const onSample = new Set<string>();
  const doubtful: Doubt[] = [];
  for (const [column, values] of await sampleValues(session, rows, columns, options)) {
    if (values.length === 0) continue;
    const fits = fitsOf(values, column.formats);
    if (fits.length === 0) throw unreadable(column, values, options.place);
    const whole = fits.filter((fit) => fit.count === values.length);
    if (whole[0] && whole.length === 1 && !options.isThorough) {
      formats.set(column.field, whole[0].format);
      onSample.add(column.field);
    } else {
      const candidates = withRivals(
        fits.map((fit) => fit.format),
        column,
      );
      doubtful.push({column, candidates: options.isThorough ? opened(candidates) : candidates});
    }
  }
  await settle(session, rows, doubtful, formats, options);
  return {formats, onSample};
}

interface Doubt {
  column: DateColumn;
  candidates: DateFormat[];
}

/**
 * The first distinct values of each column; a column that starts empty is read further. A second look also takes
 * rows from anywhere, which may be months with other names.
 */
async function sampleValues(
  session: Session,
  rows: Rows,
  columns: readonly DateColumn[],
  {isThorough = false}: DateOptions,
): Promise<Map<DateColumn, string[]>> {
  const found = new Map<DateColumn, string[]>();
  if (columns.length === 0) return found;
  const lists = columns.map(
    ({cell}, i) => `list(distinct ${cell}) filter (${cell} is not null) as v${i}`,
  );
  const top = `(from ${rows.relation()} limit ${sampleSize})`;
  const anywhere = `(from ${rows.relation()} using sample reservoir(${sampleSize} rows) repeatable (1))`;
  const [first] = await session.query<Record<string, string[] | null>>(
    `select ${lists.join(', ')} from ${isThorough ? `(from ${top} union all from ${anywhere})` : top}`,
  );
  for (const [index, column] of columns.entries()) {
    const values = first?.[`v${index}`] ?? [];
    found.set(column, values.length > 0 ? values : await laterValues(session, rows, column));
  }
  return found;
}

async function laterValues(session: Session, rows: Rows, {cell}: DateColumn): Promise<string[]> {
  const later = await session.query<{value: string}>(
    `select distinct value from (select ${cell} as value from ${rows.relation()} where ${cell} is not null limit ${sampleSize})`,
  );
  return later.map((row) => row.value);
}

/** A sample that holds no 13th of a month proves nothing, so each order brings the other along. */
function withRivals(candidates: DateFormat[], column: DateColumn): DateFormat[] {
  const forms = new Set(candidates.map(({format}) => skeleton(format)));
  const known = new Set(candidates.map(({format}) => format));
  const names = candidates[0]?.names ?? null;
  const rivals = column.formats.filter(
    (format) => forms.has(skeleton(format)) && !known.has(format),
  );
  return [...candidates, ...rivals.map((format) => ({format, names}))];
}

/** The first rows may have no fraction of a second where later ones do. */
function opened(candidates: readonly DateFormat[]): DateFormat[] {
  const known = new Set(candidates.map(({format}) => format));
  const more = candidates.map(({format, names}) => ({format: withFraction(format), names}));
  const isNew = ({format}: DateFormat) => !known.has(format) && known.add(format);
  return [...candidates, ...more.filter(isNew)];
}

async function settle(
  session: Session,
  rows: Rows,
  doubtful: readonly Doubt[],
  formats: Map<string, DateFormat>,
  options: DateOptions,
): Promise<void> {
  if (doubtful.length === 0) return;
  const counts = await countReadings(session, rows, doubtful);
  const tied: {doubt: Doubt; best: Reading[]}[] = [];
  doubtful.forEach((doubt, index) => {
    const best = bestReadings(doubt, counts[index] as ColumnCounts, options);
    if (best.length === 1 && best[0]) formats.set(doubt.column.field, best[0].format);
    else tied.push({doubt, best});
  });
  const either = new Set(
    doubtful.flatMap(({column}, index) =>
      hasEqualRival(counts[index] as ColumnCounts, formats.get(column.field)) ? column.field : [],
    ),
  );
  const proven = new Set(
    [...formats].filter(([field]) => !either.has(field)).map(([, {format}]) => format),
  );
  for (const {doubt, best} of tied)
    formats.set(doubt.column.field, tieBreak(doubt, best, proven, options).format);
}

interface Reading {
  format: DateFormat;
  count: number;
}

/** A column of nothing but 04/04 reads the same in either order, and so proves neither. */
function hasEqualRival({readings}: ColumnCounts, own: DateFormat | undefined): boolean {
  if (own === undefined) return false;
  const most = Math.max(...readings.map(({count}) => count));
  return readings.some(
    ({format, count}) =>
      count === most &&
      format.format !== own.format &&
      skeleton(format.format) === skeleton(own.format),
  );
}

interface ColumnCounts {
  filled: number;
  readings: Reading[];
  /** [i][j]: how many values only j reads; and how many both read differently. */
  only: number[][];
  differ: number[][];
}

/** Every reading of every doubtful column, counted in one pass over the file. */
async function countReadings(
  session: Session,
  rows: Rows,
  doubtful: readonly Doubt[],
): Promise<ColumnCounts[]> {
  const parsed: string[] = [];
  const counted: string[] = [];
  doubtful.forEach(({column, candidates}, d) => {
    parsed.push(`${column.cell} as x${d}`);
    counted.push(`count(x${d}) as n${d}`);
    candidates.forEach((format, i) => {
      parsed.push(`${parseSql(column.cell, format)}::timestamp as p${d}_${i}`);
      counted.push(`count(p${d}_${i}) as n${d}_${i}`);
      for (let j = 0; j < candidates.length; j++) {
        if (i === j) continue;
        const [a, b] = [`p${d}_${i}`, `p${d}_${j}`];
        counted.push(`count(*) filter (${a} is null and ${b} is not null) as o${d}_${i}_${j}`);
        counted.push(`count(*) filter (${a} <> ${b}) as d${d}_${i}_${j}`);
      }
    });
  });
  const [row = {}] = await session.query<Record<string, number>>(
    `select ${counted.join(', ')} from (select ${parsed.join(', ')} from ${rows.relation()})`,
  );
  return doubtful.map(({candidates}, d) => {
    const grid = (mark: string) =>
      candidates.map((_, i) => candidates.map((_, j) => row[`${mark}${d}_${i}_${j}`] ?? 0));
    return {
      filled: row[`n${d}`] ?? 0,
      readings: candidates.map((format, i) => ({format, count: row[`n${d}_${i}`] ?? 0})),
      only: grid('o'),
      differ: grid('d'),
    };
  });
}

/** The readings that nothing in the column decides between; one when the column is clear. */
function bestReadings({column}: Doubt, counts: ColumnCounts, options: DateOptions): Reading[] {
  const {readings, only, differ, filled} = counts;
  const most = Math.max(...readings.map((reading) => reading.count));
  const at = readings.findIndex((reading) => reading.count === most);
  const best = readings[at];
  if (!best || most === 0) throw unreadable(column, [], options.place);
  readings.forEach((rival, j) => {
    const foreign = only[at]?.[j] ?? 0;
    if (foreign > dirtShare * filled && foreign > 1)
      throw mixed(column, {best, rival, foreign}, options.place);
  });
  const ties = readings.filter(
    (rival, j) => j !== at && rival.count === most && (differ[at]?.[j] ?? 0) > 0,
  );
  return [best, ...ties];
}

function tieBreak(
  {column}: Doubt,
  best: Reading[],
  proven: ReadonlySet<string>,
  {dateOrder, place}: DateOptions,
): Reading {
  const sibling = best.filter(({format}) => proven.has(format.format));
  if (sibling.length === 1 && sibling[0]) return sibling[0];
  const stated = best.filter(
    ({format}) => dateOrder && isDayFirst(format.format) === (dateOrder === 'day-first'),
  );
  if (stated.length === 1 && stated[0]) return stated[0];
  throw new UserError(
    `${place}: the dates in "${column.header}" can be read day first or month first, and nothing in the file tells which.`,
    'Say so with --date-order day-first or --date-order month-first, or export a longer period.',
  );
}

function mixed(
  column: DateColumn,
  found: {best: Reading; rival: Reading; foreign: number},
  place: string,
): UserError {
  return new UserError(
    `${place}: "${column.header}" holds dates of two forms: ${found.best.count} as ${found.best.format.format}, ${found.foreign} only as ${found.rival.format.format}.`,
    'Export again with one date format; a spreadsheet that saved the file may have turned some of them round.',
  );
}

function unreadable(column: DateColumn, values: readonly string[], place: string): UserError {
  const seen =
    values.length > 0
      ? `, such as ${values
          .slice(0, 3)
          .map((v) => `"${shown(v)}"`)
          .join(', ')}`
      : '';
  return new UserError(
    `${place}: no known date format reads "${column.header}"${seen}.`,
    'Add its format to `formats` in a copy of the connector in pipelines/.',
  );
}
