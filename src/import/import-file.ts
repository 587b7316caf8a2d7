import {createHash} from 'node:crypto';
import type {Log} from '../base/log.ts';
import type {Progress} from '../base/progress.ts';
import type {Source} from '../config/config.ts';
import type {Database, Session} from '../warehouse/database.ts';
import {compileFile, dateColumns, type CompiledFile} from './compile.ts';
import type {Connector} from './connector.ts';
import {contentError} from './damaged-file.ts';
import {proveDates, type DateOrder, type DateProof} from './dates.ts';
import type {DecodedFile} from './decode.ts';
import {detectShape, type Detection} from './detect.ts';
import {evenRows, isEngineTrip, type EvenRows} from './even-rows.ts';
import {repeatOf, reportOf, type FileImport} from './file-import.ts';
import {landRows, type Landed} from './land.ts';
import {recordImport, type ImportRecord} from './import-log.ts';
import type {FormOptions} from './open-file.ts';
import {rowsOf, type Rows} from './read.ts';
import {shortRowsWarning} from './short-rows.ts';
import {sniffFile, type Sniffed} from './sniff.ts';
import {sourceFor} from './source-for.ts';
import {importWarnings} from './warnings.ts';
import {checkZone} from './zone.ts';

/** What the person has said of the files; all of it may be left out. */
export interface FileOptions extends FormOptions {
  source?: string | undefined;
  connector?: string | undefined;
  timezone?: string | undefined;
  asOf?: Date | undefined;
  dateOrder?: DateOrder | undefined;
}

export interface ImportEffects {
  log: Log;
  progress: Progress;
  now(): Date;
}

export interface ImportContext {
  landing: Database;
  connectors: readonly Connector[];
  sources: readonly Source[];
  effects: ImportEffects;
  /** Called inside the transaction, before it is final: a failure takes everything back. */
  beforeCommit?(): Promise<void>;
}

interface Prepared {
  file: DecodedFile;
  sniffed: Sniffed;
  detection: Detection;
  source: Source;
  zone: string | null;
  options: FileOptions;
}

/**
 * Lands one decoded file in one transaction.
 * @throws UserError for what the person can put right; nothing of the file is kept then
 */
export async function importFile(
  context: ImportContext,
  file: DecodedFile,
  options: FileOptions,
): Promise<FileImport> {
  const importing = context.landing.session(async (session) => {
    await session.run('set preserve_insertion_order = false');
    await session.run('set enable_progress_bar = true');
    await session.run('set enable_progress_bar_print = false');
    const sniffed = await sniffFile(file, session);
    const wanted =
      options.connector ?? context.sources.find(({name}) => name === options.source)?.connector;
    const detection = detectShape(sniffed, context.connectors, {wanted, place: file.originalPath});
    const source = sourceFor(context.sources, detection.connector, file, options);
    const zone = options.timezone ?? source.zone;
    const prepared = {
      file,
      sniffed,
      detection,
      source,
      options,
      zone: zone === null ? null : checkZone(zone),
    };
    const earlier = await repeatOf(session, prepared);
    return earlier ?? land(session, context, prepared);
  });
  return importing.catch((error: unknown) => {
    throw contentError(file, error);
  });
}

/** Lands the rows, again where the first reading shows that they need another reader. */
async function land(
  session: Session,
  context: ImportContext,
  prepared: Prepared,
): Promise<FileImport> {
  const startedAt = context.effects.now();
  let attempt: Attempt = {isPadded: false, isThorough: false, shortRows: 0, even: null};
  const {file, sniffed, detection} = prepared;
  try {
    for (;;) {
      const outcome = await landOnce(session, context, prepared, {...attempt, startedAt}).catch(
        async (error: unknown): Promise<Attempt> => {
          const isNews = attempt.even === null && isEngineTrip(error);
          const even = isNews ? await evenRows(file, sniffed, detection) : null;
          if (even === null) throw error;
          return {...attempt, isPadded: true, shortRows: even.shortRows, even};
        },
      );
      if ('importId' in outcome) return outcome;
      attempt = outcome;
    }
  } finally {
    await attempt.even?.release();
  }
}

/** @returns how to try again, when nothing was kept because the rows need it */
async function landOnce(
  session: Session,
  context: ImportContext,
  prepared: Prepared,
  attempt: Attempt & {startedAt: Date},
): Promise<FileImport | Attempt> {
  const {effects} = context;
  const {startedAt, shortRows} = attempt;
  const read = await prepareRows(session, prepared, attempt);
  await session.run('begin transaction');
  try {
    const [last] = await session.query<{id: number}>(
      'select coalesce(max(import_id), 0) as id from import_log',
    );
    const importId = (last?.id ?? 0) + 1;
    const target = {
      source: prepared.source.name,
      importId,
      progress: effects.progress,
      now: startedAt,
    };
    const landed = await landRows(session, read.compiled, read.rows, target);
    const again = nextAttempt(attempt, landed, read.proof);
    if (again) {
      await session.run('rollback');
      return again;
    }
    const found = await importWarnings(session, read.compiled, landed, {
      importId,
      statedZone: prepared.options.timezone ?? null,
    });
    const warnings = [...prepared.file.warnings, ...shortRowsWarning(shortRows), ...found];
    const record = recordOf(prepared, read, landed, {importId, startedAt, warnings, effects});
    await recordImport(session, record);
    await context.beforeCommit?.();
    await session.run('commit');
    return reportOf(record, landed);
  } catch (error) {
    await session.run('rollback').catch(() => {
      // The engine has rolled back by itself; the first error is the one to tell.
    });
    throw error;
  }
}

interface Attempt {
  isPadded: boolean;
  isThorough: boolean;
  /** How many rows are filled up to the header's width. */
  shortRows: number;
  /** The table in a copy that the engine reads, when it could not read the file. */
  even: EvenRows | null;
}

interface ReadyRows {
  rows: Rows;
  proof: DateProof;
  compiled: CompiledFile;
}

async function prepareRows(
  session: Session,
  {file, sniffed, detection, zone, options}: Prepared,
  {isPadded, isThorough, even}: Attempt,
): Promise<ReadyRows> {
  const place = file.originalPath;
  const nulls = detection.shape.nulls ?? detection.connector.nulls ?? [];
  const rows = even
    ? rowsOf(even.file, even.sniffed, detection, {nulls, isPadded, isEven: true})
    : rowsOf(file, sniffed, detection, {nulls, isPadded});
  const {dateOrder} = options;
  const proof = await proveDates(session, rows, dateColumns(detection), {
    place,
    dateOrder,
    isThorough,
  });
  const compiled = await compileFile(session, {detection, zone, formats: proof.formats, place});
  return {rows, proof, compiled};
}

/**
 * The happy path reads a file once. Short rows call for a reader that fills them up, and dates that
 * the proof on the first rows did not foresee call for the proof over the whole column.
 */
function nextAttempt(attempt: Attempt, landed: Landed, proof: DateProof): Attempt | null {
  const {even} = attempt;
  const isPadded = attempt.isPadded || landed.shortRows > 0;
  const hasSurprise = landed.rejected.some(
    ({field}) => field !== null && proof.onSample.has(field),
  );
  const isThorough = attempt.isThorough || hasSurprise;
  const isSame = isPadded === attempt.isPadded && isThorough === attempt.isThorough;
  const shortRows = attempt.isPadded ? attempt.shortRows : landed.shortRows;
  return isSame ? null : {isPadded, isThorough, shortRows, even};
}

function recordOf(
  {file, sniffed, detection, source, options}: Prepared,
  {compiled, proof}: ReadyRows,
  landed: Landed,
  run: {importId: number; startedAt: Date; warnings: string[]; effects: ImportEffects},
): ImportRecord {
  const {connector, shape} = detection;
  const rows = landed.measures.rowCount;
  return {
    importId: run.importId,
    file,
    source: source.name,
    connector: connector.id,
    shape: shape.id,
    grain: shape.grain,
    mappingHash: hashOf({connector, shape: shape.id, zone: compiled.zone, source: source.name}),
    timezone: compiled.zone,
    delimiter: file.form === 'csv' && sniffed.format === 'csv' ? sniffed.delimiter : null,
    asOf: options.asOf ?? landed.measures.latestAt,
    isAsOfStated: options.asOf !== undefined,
    startedAt: run.startedAt,
    finishedAt: run.effects.now(),
    landed,
    warnings: run.warnings,
    fields: [...compiled.fields.values()].map(({field, header}) => ({
      field,
      header,
      format: proof.formats.get(field)?.format ?? null,
      filled: landed.measures.filled.get(field) ?? 0,
      rows,
    })),
  };
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
