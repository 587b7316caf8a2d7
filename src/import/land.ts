import type {Progress} from '../base/progress.ts';
import type {Session} from '../warehouse/database.ts';
import {quoteName, quoteText} from '../warehouse/quote.ts';
import {tableOfGrain} from './canonical-fields.ts';
import {skipCounter} from './clean-rows.ts';
import type {CompiledFile} from './compile.ts';
import {measureRows, type Measures} from './measure-rows.ts';
import type {Rows} from './read.ts';
import {readerRejects, rejectedRows, type RejectedRow} from './rejected-rows.ts';
import {safePlan} from './safe-plan.ts';
import {landingSelect} from './select-rows.ts';

export interface LandingTarget {
  source: string;
  importId: number;
  progress: Progress;
  now: Date;
}

export interface Landed {
  rowsRead: number;
  rowsAccepted: number;
  rowsUnchanged: number;
  rejected: RejectedRow[];
  skipped: {because: string; count: number}[];
  measures: Measures;
  /** Rows shorter than the header, which were left out: land the file again from rows that are filled up. */
  shortRows: number;
}

const rejectsTable = 'unread_lines';

/**
 * Lands a file's rows inside the caller's transaction. The first import of a source writes straight into the
 * landing table; later ones are staged first, and only what is not there yet is added. Either way each row
 * read is accepted, unchanged, rejected or skipped.
 */
export async function landRows(
  session: Session,
  file: CompiledFile,
  rows: Rows,
  target: LandingTarget,
): Promise<Landed> {
  const {source, importId} = target;
  const table = tableOfGrain(file.detection.shape.grain);
  const isStaged = await hasRows(session, table, source);
  const into = isStaged ? 'staged_rows' : table;
  const {hasRejects} = rows;
  await dropTemporary(session);
  for (const index of file.skips.keys())
    await session.run(`create or replace temporary sequence ${skipCounter(index)}`);
  if (isStaged) await session.run(`create temporary table staged_rows as from ${table} limit 0`);
  const relation = rows.relation(hasRejects ? {rejects: rejectsTable} : {});
  const select = landingSelect(file, relation, {source, importId});
  const columns = select.columns.map(quoteName).join(', ');
  await watched(session, file, target.progress, `insert into ${into} (${columns}) ${select.sql}`);
  const left = await countSkipped(session, file);
  const unread = hasRejects ? await readerRejects(session, rejectsTable, file) : [];
  const shortRows = rows.isPadded ? 0 : unread.filter(({isShort}) => isShort).length;
  const blank = await takeOut(session, {file, rows, into, importId, unread});
  const measures = await measureRows(session, file, {into, importId, now: target.now});
  const copies = await dropCopies(session, into, importId, measures);
  const added = isStaged
    ? await addNew(session, table, importId, source)
    : measures.rowCount - copies;
  const skipped = [...left, ...blank.skipped];
  await dropTemporary(session);
  return {
    rowsRead: measures.rowCount + blank.rejected.length + sum(skipped.map(({count}) => count)),
    rowsAccepted: added,
    rowsUnchanged: measures.rowCount - added,
    rejected: blank.rejected,
    skipped,
    measures,
    shortRows,
  };
}

async function hasRows(session: Session, table: string, source: string): Promise<boolean> {
  const found = await session.query(
    `select 1 as found from ${table} where source = $source::varchar limit 1`,
    {source},
  );
  return found.length > 0;
}

async function dropTemporary(session: Session): Promise<void> {
  for (const name of ['staged_rows', rejectsTable, `${rejectsTable}_scan`])
    await session.run(`drop table if exists temp.${name}`);
}

/** Runs the long statement and reports how far the engine is with reading. */
async function watched(
  session: Session,
  file: CompiledFile,
  progress: Progress,
  sql: string,
): Promise<void> {
  const timer = setInterval(() => progress.report('reading rows', session.progress()), 250);
  try {
    // Not knowing how long a file is, the planner would hold all its rows in memory to look them up in
    // the value maps, instead of the maps: measured to cost twice the time and six times the memory.
    const without = ['build_side_probe_side', 'join_order'];
    await safePlan(session, file, () => session.run(sql), without);
  } finally {
    clearInterval(timer);
    progress.done();
  }
}

interface TakeOut {
  file: CompiledFile;
  rows: Rows;
  into: string;
  importId: number;
  unread: (RejectedRow & {isShort: boolean})[];
}

/** Rows that could not be read leave the table again; only then is the file read a second time. */
async function takeOut(
  session: Session,
  {file, rows, into, importId, unread}: TakeOut,
): Promise<{rejected: RejectedRow[]; skipped: {because: string; count: number}[]}> {
  const [row] = await session.query<{n: number}>(
    `select count(*) as n from ${into} where import_id = -${importId}`,
  );
  const found =
    (row?.n ?? 0) > 0
      ? await safePlan(session, file, () => rejectedRows(session, file, rows, unread))
      : [];
  if (found.length > 0) await session.run(`delete from ${into} where import_id = -${importId}`);
  const isBlank = ({cells}: RejectedRow) => cells.every((cell) => (cell ?? '').trim() === '');
  const blank = found.filter(isBlank).length;
  const rejected = [...unread, ...found.filter((row) => !isBlank(row))];
  return {
    rejected: rejected.sort((a, b) => a.rowNumber - b.rowNumber),
    skipped: blank > 0 ? [{because: 'the row is empty', count: blank}] : [],
  };
}

/** One row of a file may stand in it twice; the copies add nothing. */
async function dropCopies(
  session: Session,
  into: string,
  importId: number,
  measures: Measures,
): Promise<number> {
  const copies = measures.rowCount - measures.distinctRowCount;
  if (copies > 0)
    await session.run(
      `delete from ${into} where import_id = ${importId} and rowid not in
        (select min(rowid) from ${into} where import_id = ${importId} group by row_hash)`,
    );
  return copies;
}

async function addNew(
  session: Session,
  table: string,
  importId: number,
  source: string,
): Promise<number> {
  await session.run(
    `insert into ${table} from staged_rows as s where not exists (
      select 1 from ${table} as t
      where t.source = ${quoteText(source)} and t.record_id = s.record_id and t.row_hash = s.row_hash)`,
  );
  const [row] = await session.query<{n: number}>(
    `select count(*) as n from ${table} where import_id = ${importId}`,
  );
  return row?.n ?? 0;
}

async function countSkipped(
  session: Session,
  {skips}: CompiledFile,
): Promise<{because: string; count: number}[]> {
  if (skips.length === 0) return [];
  const next = skips.map((_, index) => `nextval('${skipCounter(index)}') as n${index}`);
  const [row] = await session.query<Record<string, number>>(`select ${next.join(', ')}`);
  return skips
    .map(({because}, index) => ({because, count: (row?.[`n${index}`] ?? 1) - 1}))
    .filter(({count}) => count > 0);
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
