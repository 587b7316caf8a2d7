import {createHash} from 'node:crypto';
import type {Log} from '../base/log.ts';
import type {Progress} from '../base/progress.ts';
import type {Source} from '../config/config.ts';
import type {Database, Session} from '../warehouse/database.ts';
import {compileFile, dateColumns, type CompiledFile} from './compile.ts';
import type {Connector} from './connector.ts';
import {proveDates, type DateOrder, type DateProof} from './dates.ts';
import type {DecodedFile} from './decode.ts';
import type {Encoding} from './encoding-scan.ts';
import {detectShapes, type Detection} from './detect.ts';
import {repeatOf, reportOf, type FileImport} from './file-import.ts';
import {landRows, type Landed} from './land.ts';
import {recordImport, type ImportRecord} from './import-log.ts';
import type {FormOptions} from './open-file.ts';
import {rowsOf, type Rows} from './read.ts';
import {jsonForms, partOf} from './readable-tables.ts';
import {sniffFile, type Sniffed} from './sniff.ts';
import {sourceFor} from './source-for.ts';
import {importWarnings} from './warnings.ts';
import {checkZone} from './zone.ts';

/** What a person says of a file that was read otherwise before. */
export interface Correction {
  sha256: string;
  source: string;
  encoding: Encoding | undefined;
  dateOrder: DateOrder | undefined;
}

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
  /** Called instead of telling a repeat, for a file that was read otherwise before than is asked for now. */
  onCorrection?(correction: Correction): void;
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
 * Lands one decoded file: each list of it that a connector reads in a transaction of its own. Those of a JSON answer
 * besides the first, such as the changes in its issues, count as parts of the file, named by their path.
 * @param isWanted which parts to land; null is the file's only or first list
 * @throws UserError for what the person can put right; nothing of the list in question is kept then
 */
export async function importFile(
  context: ImportContext,
  file: DecodedFile,
  options: FileOptions,
  isWanted: (part: string | null) => boolean = () => true,
): Promise<FileImport[]> {
  return context.landing.session(async (session) => {
    await session.run('set preserve_insertion_order = false');
    await session.run('set enable_progress_bar = true');
    await session.run('set enable_progress_bar_print = false');
    const imports: FileImport[] = [];
    for (const prepared of await prepare(session, context, file, options)) {
      if (!isWanted(prepared.file.part)) continue;
      const earlier = await repeatOf(session, prepared);
      if (earlier && context.onCorrection && (await isCorrected(session, earlier, prepared)))
        context.onCorrection(correctionOf(prepared));
      else imports.push(earlier ?? (await land(session, context, prepared)));
    }
    return imports;
  });
}

/** Whether what the person says of a known file makes its text or its dates others than they were read. */
async function isCorrected(
  session: Session,
  earlier: FileImport,
  prepared: Prepared,
): Promise<boolean> {
  const {encoding, dateOrder} = prepared.options;
  if (encoding !== undefined && prepared.file.encoding !== earlier.encoding) return true;
  if (dateOrder === undefined) return false;
  const {proof} = await provenRows(session, prepared, {isPadded: true, isThorough: false});
  const fields = await session.query<{field: string; format: string}>(
    `select field, format from import_field where import_id = ${earlier.importId} and format is not null`,
  );
  return fields.some(({field, format}) => (proof.formats.get(field)?.format ?? format) !== format);
}

function correctionOf({file, source, options}: Prepared): Correction {
  const {encoding, dateOrder} = options;
  return {sha256: file.sha256, source: source.name, encoding, dateOrder};
}

async function prepare(
  session: Session,
  {connectors, sources}: ImportContext,
  file: DecodedFile,
  options: FileOptions,
): Promise<Prepared[]> {
  const sniffed = await sniffFile(file, session, jsonForms(connectors));
  const wanted = options.connector ?? sources.find(({name}) => name === options.source)?.connector;
  const [first, ...besides] = detectShapes(sniffed, connectors, {wanted, place: file.originalPath});
  const source = sourceFor(sources, first.connector, file, options);
  const zone = options.timezone ?? source.zone;
  const checked = zone === null ? null : checkZone(zone);
  const common = {sniffed, source, options, zone: checked};
  return [
    {...common, file, detection: first},
    ...besides.map((detection) => ({...common, file: partOf(file, detection), detection})),
  ];
}

async function land(
  session: Session,
  context: ImportContext,
  prepared: Prepared,
): Promise<FileImport> {
  const {effects} = context;
  const startedAt = effects.now();
  let attempt: Attempt = {isPadded: false, isThorough: false};
  for (;;) {
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
        attempt = again;
        continue;
      }
      const found = await importWarnings(session, read.compiled, landed, {
        importId,
        source: prepared.source.name,
        asOf: prepared.options.asOf ?? landed.measures.latestAt,
        now: startedAt,
        statedZone: prepared.options.timezone ?? null,
        formats: read.proof.formats,
      });
      const warnings = [...prepared.file.warnings, ...found];
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
}

interface Attempt {
  isPadded: boolean;
  isThorough: boolean;
}

interface ReadyRows {
  rows: Rows;
  proof: DateProof;
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

async function provenRows(
  session: Session,
  {file, sniffed, detection, options}: Prepared,
  {isPadded, isThorough}: Attempt,
): Promise<Omit<ReadyRows, 'compiled'>> {
  const nulls = detection.shape.nulls ?? detection.connector.nulls ?? [];
  const rows = rowsOf(file, sniffed, detection, {nulls, isPadded});
  const {dateOrder} = options;
  const proof = await proveDates(session, rows, dateColumns(detection), {
    place: file.originalPath,
    dateOrder,
    isThorough,
  });
  return {rows, proof};
}

/**
 * The happy path reads a file once. Short rows call for a reader that fills them up, and dates that
 * the proof on the first rows did not foresee call for the proof over the whole column.
 */
function nextAttempt(attempt: Attempt, landed: Landed, proof: DateProof): Attempt | null {
  const isPadded = attempt.isPadded || landed.hasShortRows;
  const hasSurprise = landed.rejected.some(
    ({field}) => field !== null && proof.onSample.has(field),
  );
  const isThorough = attempt.isThorough || hasSurprise;
  const isSame = isPadded === attempt.isPadded && isThorough === attempt.isThorough;
  return isSame ? null : {isPadded, isThorough};
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
