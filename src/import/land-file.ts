import {createHash} from 'node:crypto';
import type {Session} from '../warehouse/database.ts';
import {compileFile, type CompiledFile} from './compile.ts';
import type {DateProof} from './dates.ts';
import {evenRows, isEngineTrip} from './even-rows.ts';
import {reportOf, type FileImport} from './file-import.ts';
import type {ImportContext, ImportEffects} from './import-context.ts';
import {recordImport, type ImportRecord} from './import-log.ts';
import {landRows, type Landed} from './land.ts';
import {provenRows, type Prepared, type ProvenRows, type Reading} from './prepared-file.ts';
import {shortRowsWarning} from './short-rows.ts';
import {importWarnings} from './warnings.ts';

/**
 * Lands the rows of a table in one transaction, again where the first reading shows that they need another reader.
 * @throws UserError for what the person can put right; nothing of the table is kept then
 */
export async function landFile(
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
      source: prepared.source.name,
      asOf: prepared.options.asOf ?? landed.measures.latestAt,
      now: startedAt,
      statedZone: prepared.options.timezone ?? null,
      formats: read.proof.formats,
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

interface Attempt extends Reading {
  /** How many rows are filled up to the header's width. */
  shortRows: number;
}

interface ReadyRows extends ProvenRows {
  compiled: CompiledFile;
}

async function prepareRows(
  session: Session,
  prepared: Prepared,
  attempt: Attempt,
): Promise<ReadyRows> {
  const {rows, proof} = await provenRows(session, prepared, attempt);
  const {file, detection, zone} = prepared;
  const place = file.originalPath;
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
    attributeColumns: compiled.binding.unmapped.map(({header}) => header),
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
