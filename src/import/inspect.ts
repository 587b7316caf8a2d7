import {openDatabase, type Database, type Session} from '../warehouse/database.ts';
import type {Connector} from './connector.ts';
import type {DateOrder} from './dates.ts';
import type {DecodedFile, FileForm} from './decode.ts';
import {besides, candidates, type Candidates, type Detection} from './detect.ts';
import {inspectFields, type InspectedFields} from './inspect-fields.ts';
import {inspectionWarnings} from './inspection-warnings.ts';
import {connectorById} from './load-connectors.ts';
import type {Proposal} from './propose.ts';
import {proposeForFile} from './propose-for-file.ts';
import {NotAnExportError} from './not-an-export.ts';
import {filesIn, openFile, type FormOptions, type GivenFile} from './open-file.ts';
import {rowsOf} from './read.ts';
import {jsonForms, knownForms, partOf, readableTables} from './readable-tables.ts';
import {sniffFile, type Sniffed} from './sniff.ts';

/** A connector's shape and how well a file's header fits it. */
export interface Fitting {
  connector: string;
  shape: string;
  title: string;
  grain: string;
  /** Columns of the file that the shape knows. */
  knownCount: number;
  /** What the shape needs and the file lacks; empty when it matches. */
  missing: string[];
}

/** What an import would do with a file, found without landing anything. */
export interface Inspection extends InspectedFields {
  file: string;
  /** Which table of the file it is, where a file can hold several. */
  part: string | null;
  encoding: string;
  isCompressed: boolean;
  byteCount: number;
  format: FileForm;
  delimiter: string | null;
  columnCount: number;
  /** Of local times in the file, where it was stated. */
  zone: string | null;
  /** The shape an import would use; of the proposed connector when none knows the file. */
  chosen: Fitting;
  /** Next best, whether it matches or not. */
  runnerUp: Fitting | null;
  warnings: string[];
  proposal: Proposal | null;
}

export interface InspectOptions extends FormOptions {
  connectors: readonly Connector[];
  /** The connector the person named. */
  connector?: string | undefined;
  zone?: string | null;
  dateOrder?: DateOrder | undefined;
  /** Propose a connector even where one matches. */
  isProposalWanted?: boolean;
}

/**
 * Looks into a file as an import would.
 * @throws UserError for a file that can't be read at all, and for JSON that no connector knows
 */
export async function inspectFile(path: string, options: InspectOptions): Promise<Inspection> {
  const [first] = await inspectAll(path, options);
  if (!first) throw new Error(`nothing to inspect in ${path}`);
  return first;
}

/**
 * Looks into each file of an archive and each table of a workbook that a connector knows.
 * @param name what the file is called, where it lies under another name
 */
export async function inspectAll(
  path: string,
  options: InspectOptions,
  name = path,
): Promise<Inspection[]> {
  const given = await filesIn(path, name);
  const database = await openDatabase(':memory:');
  try {
    const inspections: Inspection[] = [];
    const unread: NotAnExportError[] = [];
    for (const one of given.files)
      try {
        inspections.push(...(await inspectGiven(one, database, options)));
      } catch (error) {
        if (given.files.length === 1 || !(error instanceof NotAnExportError)) throw error;
        unread.push(error);
      }
    const [first] = inspections;
    if (!first && unread[0]) throw unread[0];
    first?.warnings.push(...unread.map(({message}) => `Not read: ${message}`));
    return inspections;
  } finally {
    database.close();
    await given.release();
  }
}

async function inspectGiven(
  given: GivenFile,
  database: Database,
  options: InspectOptions,
): Promise<Inspection[]> {
  const {connectors, connector} = options;
  const opened = await openFile(given, {...options, ...knownForms(connectors)});
  try {
    const inspections: Inspection[] = [];
    for (const table of readableTables(opened.tables, connectors, connector))
      inspections.push(
        ...(await database.session((session) => inspectDecoded(session, table, options))),
      );
    return inspections;
  } finally {
    await opened.release();
  }
}

/** A list of a JSON answer each that a connector reads; any other file is one table. */
async function inspectDecoded(
  session: Session,
  file: DecodedFile,
  options: InspectOptions,
): Promise<Inspection[]> {
  const sniffed = await sniffFile(file, session, jsonForms(options.connectors));
  const among = options.connector
    ? [connectorById(options.connectors, options.connector)]
    : options.connectors;
  const found = candidates(sniffed, among);
  const [best, ...others] = options.isProposalWanted ? [] : found.matches;
  const proposal = best ? null : await proposeForFile(session, {file, sniffed}, options);
  const first = best ?? detectionOf(sniffed, proposal!.connector);
  const table = {file, sniffed, found};
  const inspections = [await inspectTable(session, table, {detection: first, proposal}, options)];
  for (const detection of best ? besides(best, others) : []) {
    const part = {...table, file: partOf(file, detection), found: {...found, matches: [detection]}};
    inspections.push(await inspectTable(session, part, {detection, proposal: null}, options));
  }
  return inspections;
}

async function inspectTable(
  session: Session,
  {file, sniffed, found}: {file: DecodedFile; sniffed: Sniffed; found: Candidates},
  {detection, proposal}: {detection: Detection; proposal: Proposal | null},
  options: InspectOptions,
): Promise<Inspection> {
  const {shape} = detection;
  const nulls = shape.nulls ?? detection.connector.nulls ?? [];
  const rows = rowsOf(file, sniffed, detection, {nulls, isPadded: sniffed.format === 'csv'});
  const inspected = await inspectFields(session, rows, detection, {
    place: file.originalPath,
    zone: options.zone ?? null,
    dateOrder: options.dateOrder,
  });
  return {
    ...inspected,
    // The proposal asks in terms of what to edit; the import would ask the same again.
    questions: [
      ...tieQuestion(found),
      ...(proposal ? [...proposal.questions] : inspected.questions),
    ],
    file: file.originalPath,
    part: file.part,
    encoding: file.encoding,
    isCompressed: file.isGzip,
    byteCount: file.byteCount,
    format: file.form,
    delimiter: file.form === 'csv' && sniffed.format === 'csv' ? sniffed.delimiter : null,
    columnCount: detection.headers.length,
    zone: options.zone ?? null,
    chosen: fittingOf(detection),
    runnerUp: runnerUpOf(found, proposal ? undefined : detection),
    warnings: [...file.warnings, ...inspectionWarnings(detection, inspected, proposal)],
    proposal,
  };
}

function detectionOf(sniffed: Sniffed, connector: Connector): Detection {
  const [match] = candidates(sniffed, [connector]).matches;
  if (!match)
    throw new Error(`the connector proposed for a file does not match it: ${connector.id}`);
  return match;
}

function fittingOf({
  connector,
  shape,
  knownCount,
}: Omit<Detection, 'headers' | 'rowsPath'>): Fitting {
  const {id, title, grain} = shape;
  return {connector: connector.id, shape: id, title, grain, knownCount, missing: []};
}

function runnerUpOf(
  {matches, nearMisses}: Candidates,
  chosen: Detection | undefined,
): Fitting | null {
  const match = matches.find((one) => one !== chosen);
  if (match) return fittingOf(match);
  const [miss] = nearMisses;
  return miss ? {...fittingOf(miss), missing: miss.missing} : null;
}

function tieQuestion({matches: [first, second]}: Candidates): string[] {
  if (!first || !second || first.knownCount !== second.knownCount) return [];
  const names = [first, second].map(({connector, shape}) => `${connector.id} (${shape.title})`);
  return [`Is it ${names.join(' or ')}? Both know the same columns; say which with --connector.`];
}
