import {createWriteStream} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {UserError} from '../base/user-error.ts';
import type {CutTables} from './cut-table.ts';
import {decodeFile, hashFile, type DecodedFile} from './decode.ts';
import type {Encoding} from './encoding-scan.ts';
import {fileError} from './file-error.ts';
import {fileKind, gzipKind} from './file-kind.ts';
import {splitJson} from './split-json.ts';
import {NotAnExportError} from './not-an-export.ts';
import {runInWorker} from './run-in-worker.ts';
import {sniffCsv, type SniffedCsv} from './sniff.ts';
import {plainBytes} from './text-chunks.ts';
import {answerColumn} from './unwrap-answers.ts';
import {openZip} from './zip-archive.ts';

/** What the person has said of a file’s form; all of it may be left out. */
export interface FormOptions {
  /** The one sheet of a workbook to read. */
  sheet?: string | undefined;
  /** Path of the repeating element of XML, such as `unload.incident`. */
  rows?: string | undefined;
  encoding?: Encoding | undefined;
}

/** What connectors make of forms that can be read in more than one way. */
export interface KnownForms {
  /** Paths of XML elements that connectors read. */
  knownRows: readonly string[];
  /** Whether a connector reads a table as it stands, so that nothing is unwrapped in it. */
  isKnownTable(sniffed: SniffedCsv): boolean;
}

/** A file as it was given, or one that was packed in it. */
export interface GivenFile {
  /** The bytes to keep in the archive. */
  path: string;
  /** As a person names it: an entry of a zip file is `archive.zip/entry.csv`. */
  name: string;
  /** The same without folders before it. */
  fileName: string;
  /** Where its content is when it was a compressed workbook or Parquet file. */
  unpacked: string | null;
}

export interface GivenFiles {
  files: GivenFile[];
  release(): Promise<void>;
}

/** A file's tables, ready for the engine: one of a text file, one a list of XML, one a header of a workbook. */
export interface OpenedFile {
  tables: DecodedFile[];
  release(): Promise<void>;
}

/**
 * The files behind a name: the entries of a zip file, else the file itself.
 * @throws UserError when it is missing, of a kind that can't be read, damaged or a bomb
 */
export async function filesIn(path: string, name = path): Promise<GivenFiles> {
  const folder = await scratchFolder();
  try {
    const file = await given({path, name, fileName: basename(name)}, folder.path);
    const content = file.unpacked ?? file.path;
    if ((await fileKind(content, name)) !== 'zip' || (await isWorkbook(content, name)))
      return {files: [file], release: folder.release};
    const request = {path: content, place: name, directory: folder.path};
    const entries = await runInWorker('unzipEntries', request);
    const files: GivenFile[] = [];
    for (const [index, entry] of entries.entries()) {
      const names = {name: `${name}/${entry.name}`, fileName: `${basename(name)}/${entry.name}`};
      const inner = await given({path: entry.path, ...names}, folder.path, index + 1);
      await refuseNestedZip(inner);
      files.push(inner);
    }
    return {files, release: folder.release};
  } catch (error) {
    await folder.release();
    throw error;
  }
}

async function given(
  file: Omit<GivenFile, 'unpacked'>,
  directory: string,
  index = 0,
): Promise<GivenFile> {
  const {path, name} = file;
  // What an entry is, is asked when its turn comes.
  const kind = await fileKind(path, name).catch((error: unknown) => {
    if (error instanceof NotAnExportError) return 'text';
    throw error;
  });
  const inner = kind === 'gzip' ? await gzipKind(path, name) : kind;
  if (kind !== 'gzip' || (inner !== 'zip' && inner !== 'parquet')) return {...file, unpacked: null};
  const unpacked = join(directory, `unpacked-${index}`);
  await pipeline(plainBytes(path, true), createWriteStream(unpacked)).catch((error: unknown) => {
    const isDamaged = String((error as NodeJS.ErrnoException).code).startsWith('Z_');
    if (!isDamaged) throw fileError(unpacked, error);
    throw new UserError(
      `${name} is a damaged gzip file.`,
      'Copy or download it again; nothing of it was imported.',
    );
  });
  return {...file, unpacked};
}

async function refuseNestedZip({path, unpacked, name}: GivenFile): Promise<void> {
  const content = unpacked ?? path;
  const kind = await fileKind(content, name).catch(() => 'text');
  if (kind !== 'zip' || (await isWorkbook(content, name))) return;
  throw new UserError(
    `${name} is a zip file inside a zip file.`,
    'Unpack the outer one and import the inner one.',
  );
}

/** Office files are zip files with a list of content types; which of them can be read is said later. */
async function isWorkbook(path: string, name: string): Promise<boolean> {
  const zip = await openZip(path, name);
  const marks = ['[Content_Types].xml', 'mimetype', 'xl/workbook.xml'];
  const isOffice = zip.entries.some((entry) => marks.includes(entry.name));
  zip.close();
  return isOffice;
}

/**
 * Reads a file's form and writes what the engine can't read itself as CSV into a temporary folder.
 * @throws UserError naming the file, the sheet or element, and the way out
 */
export async function openFile(
  file: GivenFile,
  options: FormOptions & Partial<KnownForms> = {},
): Promise<OpenedFile> {
  const {path, name, unpacked} = file;
  const folder = await scratchFolder();
  try {
    const kind = await fileKind(unpacked ?? path, name);
    const tables =
      kind === 'zip' || kind === 'parquet'
        ? await openBinary(file, kind, {options, directory: folder.path})
        : await openText(file, {options, directory: folder.path});
    return {tables, release: folder.release};
  } catch (error) {
    await folder.release();
    throw error;
  }
}

const smallJson = 2 ** 20;

interface Opening {
  options: FormOptions & Partial<KnownForms>;
  directory: string;
}

async function openBinary(
  {path, name, fileName, unpacked}: GivenFile,
  kind: 'zip' | 'parquet',
  {options, directory}: Opening,
): Promise<DecodedFile[]> {
  const {sha256, byteCount} = await hashFile(path);
  const base: DecodedFile = {
    originalPath: name,
    fileName,
    path: unpacked ?? path,
    isGzip: false,
    encoding: 'utf-8',
    isEncodingStated: false,
    sha256,
    byteCount,
    head: '',
    isHeadWhole: true,
    form: kind === 'zip' ? 'workbook' : 'parquet',
    part: null,
    table: null,
    warnings: [],
    release: async () => {},
  };
  if (kind === 'parquet') return [base];
  const sheet = options.sheet ?? null;
  const request = {path: base.path, place: name, directory, sheet};
  return cutFiles(base, await runInWorker('cutWorkbook', request));
}

async function openText(
  {path, name, fileName}: GivenFile,
  {options, directory}: Opening,
): Promise<DecodedFile[]> {
  const {encoding} = options;
  const text = await decodeFile(path, {place: name, scratch: directory, encoding});
  const decoded = {...text, fileName};
  const beginning = decoded.head.trimStart();
  const request = {path: decoded.path, isGzip: decoded.isGzip, place: name, directory};
  if (beginning.startsWith('<')) {
    const form = markupForm(beginning, name);
    const base = {...decoded, form};
    if (form === 'xes') return cutFiles(base, await runInWorker('cutXes', request));
    const knownRows = [...(options.knownRows ?? [])];
    const rows = options.rows ?? null;
    return cutFiles(base, await runInWorker('cutXml', {...request, rows, knownRows}));
  }
  if (!/^[[{]/.test(beginning)) return [await withAnswersOut(decoded, {options, directory})];
  // Small documents are looked through here: starting a thread would take longer.
  const isSmall = decoded.byteCount < smallJson && decoded.isHeadWhole;
  const split = await (isSmall ? splitJson(request) : runInWorker('splitJson', request));
  const json = {...decoded, form: 'json' as const, longestDocument: split.longest};
  return [split.path === null ? json : {...json, path: split.path, isGzip: false}];
}

/** A copy of an API's answers, a row each, is read as those answers. */
async function withAnswersOut(
  decoded: DecodedFile,
  {options, directory}: Opening,
): Promise<DecodedFile> {
  if (!/"?(_airbyte_)?data\b/i.test(decoded.head.slice(0, 10_000)) || !decoded.head.includes('{'))
    return decoded;
  const sniffed = sniffCsv(decoded);
  const column = answerColumn(sniffed);
  if (column === null || options.isKnownTable?.(sniffed)) return decoded;
  const {path, isGzip} = decoded;
  const {delimiter, skipLines, headers} = sniffed;
  const request = {path, isGzip, directory, delimiter, skipLines, headers, column};
  const lines = await runInWorker('unwrapAnswers', request);
  return {...decoded, form: 'json', path: lines, isGzip: false};
}

function markupForm(beginning: string, name: string): 'xml' | 'xes' {
  const bare = beginning.replace(/<\?[^]*?\?>|<!--[^]*?-->/g, '').trimStart();
  if (/^<(!doctype\s+html|html|head|body|table|div)\b/i.test(bare))
    throw new NotAnExportError(
      `${name} is a web page, whatever its name says.`,
      'Open it in a spreadsheet and save it as .xlsx or CSV.',
    );
  const root = /^<(?:[\w.-]+:)?([\w.-]+)/.exec(bare)?.[1];
  return root === 'log' && /<(\w+:)?trace\b|xes/.test(bare) ? 'xes' : 'xml';
}

function cutFiles(base: DecodedFile, {tables, warnings}: CutTables): DecodedFile[] {
  return tables.map((table) => ({
    ...base,
    originalPath: tables.length > 1 ? `${base.originalPath}/${table.part}` : base.originalPath,
    fileName: tables.length > 1 ? `${base.fileName}/${table.part}` : base.fileName,
    path: table.path,
    isGzip: false,
    part: table.part,
    table,
    warnings: [...base.warnings, ...warnings],
  }));
}

async function scratchFolder(): Promise<{path: string; release: () => Promise<void>}> {
  const path = await mkdtemp(join(tmpdir(), 'meantime-'));
  return {path, release: () => rm(path, {recursive: true, force: true})};
}
