import {createHash} from 'node:crypto';
import {createReadStream, createWriteStream} from 'node:fs';
import {mkdtemp, open, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {createGunzip} from 'node:zlib';
import {UserError} from '../base/user-error.ts';
import type {CutTable} from './cut-table.ts';
import {EncodingScan, type Encoding} from './encoding-scan.ts';
import {fileError} from './file-error.ts';
import {evenLineEnds, hasOddLineEnds} from './line-ends.ts';
import {plainBytes} from './text-chunks.ts';

/** What a file is read as: `csv` and `json` as they are, the others by a reader of their own. */
export type FileForm = 'csv' | 'json' | 'workbook' | 'xml' | 'xes' | 'parquet';

/** A file that DuckDB can read as it is: UTF-8 text, gzip-compressed or not. */
export interface DecodedFile {
  /** The file as the person named it. */
  originalPath: string;
  fileName: string;
  /** What to read: the original, or a temporary UTF-8 copy. */
  path: string;
  isGzip: boolean;
  encoding: Encoding;
  /** Of the bytes as given. */
  sha256: string;
  byteCount: number;
  /** The decoded text's beginning, without byte-order mark; at most about a megabyte. */
  head: string;
  /** Whether `head` is all there is. */
  isHeadWhole: boolean;
  form: FileForm;
  /** The sheet or the path of the repeating element, of a file that may hold several tables. */
  part: string | null;
  /** The table a reader has cut out; `path` is its CSV then. */
  table: CutTable | null;
  /** For JSON that was looked through: the bytes of its longest document. */
  longestDocument?: number;
  /** The person has named the encoding. */
  isEncodingStated: boolean;
  /** What a person should know of how it was read, a sentence each. */
  warnings: string[];
  /** Removes the temporary copy, if one was made. */
  release(): Promise<void>;
}

interface Facts {
  isGzip: boolean;
  sha256: string;
  byteCount: number;
  head: Buffer;
  isHeadWhole: boolean;
  encoding: Encoding;
  warnings: string[];
}

export interface DecodeOptions {
  /** The file's name for people, where it is not its path. */
  place?: string;
  scratch?: string;
  encoding?: Encoding | undefined;
}

/** A gzip file that unpacks to more than this many times its size is no export, from 100 MB on. */
const highestRatio = 400;

/**
 * Reads a file once from end to end: its hash, its encoding, and that it is whole. UTF-8 and plain gzip stay
 * where they are; anything else is streamed into a temporary UTF-8 copy.
 * @throws UserError when it is missing, empty, binary, truncated, or in no encoding we know
 */
export async function decodeFile(
  path: string,
  {place = path, scratch = tmpdir(), encoding}: DecodeOptions = {},
): Promise<DecodedFile> {
  const facts = await factsOf(path, place, encoding ?? null);
  const text = textOf(facts);
  const needsCopy =
    facts.encoding !== 'utf-8' || hasOddLineEnds(text) || isMarkedJson(facts.head, text);
  const copy = needsCopy ? await copyAsUtf8(path, facts, scratch) : null;
  return {
    originalPath: place,
    fileName: basename(place),
    form: 'csv',
    part: null,
    table: null,
    isEncodingStated: encoding !== undefined,
    warnings: facts.warnings,
    path: copy?.path ?? path,
    isGzip: facts.isGzip && !copy,
    encoding: facts.encoding,
    sha256: facts.sha256,
    byteCount: facts.byteCount,
    head: copy ? evenLineEnds(text) : text,
    isHeadWhole: facts.isHeadWhole,
    release: async () => {
      if (copy) await rm(copy.directory, {recursive: true, force: true});
    },
  };
}

/** The engine reads a byte-order mark before an array as a value of its own. */
function isMarkedJson(head: Buffer, text: string): boolean {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf && /^\s*[[{]/.test(text);
}

async function factsOf(path: string, place: string, stated: Encoding | null): Promise<Facts> {
  const {size} = await statOf(path, place);
  if (size === 0)
    throw new UserError(`${place} is empty.`, 'Export it again; the export probably failed.');
  const isGzip = await startsWith(path, [0x1f, 0x8b]);
  const hash = createHash('sha256');
  const raw = createReadStream(path, {highWaterMark: 1 << 20});
  raw.on('data', (chunk) => hash.update(chunk));
  const scan = new EncodingScan(place, (bytes) => checkRatio(place, size, bytes));
  try {
    if (isGzip) await pipeline(raw, createGunzip({chunkSize: 1 << 20}), scan.sink);
    else await pipeline(raw, scan.sink);
  } catch (error) {
    throw readError(place, scan.failure ?? error);
  }
  const encoding = scan.encoding(stated);
  return {
    isGzip,
    sha256: hash.digest('hex'),
    byteCount: size,
    head: scan.head,
    isHeadWhole: scan.isHeadWhole,
    encoding,
    warnings: scan.warnings,
  };
}

function checkRatio(place: string, size: number, unpacked: number): void {
  if (unpacked <= 100e6 || unpacked <= size * highestRatio) return;
  throw new UserError(
    `${place} unpacks to more than ${highestRatio} times its size: that is no export.`,
    'If it is one all the same, unpack it and import the file.',
    413,
  );
}

/** The hash and size of a file's bytes. */
export async function hashFile(path: string): Promise<{sha256: string; byteCount: number}> {
  const hash = createHash('sha256');
  let byteCount = 0;
  for await (const chunk of createReadStream(path, {highWaterMark: 1 << 20})) {
    hash.update(chunk as Buffer);
    byteCount += (chunk as Buffer).length;
  }
  return {sha256: hash.digest('hex'), byteCount};
}

async function statOf(path: string, place: string): Promise<{size: number}> {
  const found = await stat(path).catch((error: unknown) => {
    throw fileError(path, error);
  });
  if (found.isDirectory())
    throw new UserError(`${place} is a folder.`, 'Name the files in it, for example with *.csv.');
  return found;
}

async function startsWith(path: string, bytes: number[]): Promise<boolean> {
  const file = await open(path).catch((error: unknown) => {
    throw fileError(path, error);
  });
  try {
    const {buffer, bytesRead} = await file.read(Buffer.alloc(bytes.length), 0, bytes.length, 0);
    return bytesRead === bytes.length && buffer.equals(Buffer.from(bytes));
  } finally {
    await file.close();
  }
}

function readError(path: string, error: unknown): unknown {
  if (error instanceof UserError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'Z_BUF_ERROR')
    return new UserError(
      `${path} is a gzip file that ends in the middle.`,
      'Copy or download it again; nothing of it was imported.',
    );
  if (code.startsWith('Z_'))
    return new UserError(
      `${path} is a damaged gzip file.`,
      'Copy or download it again; nothing of it was imported.',
    );
  return fileError(path, error);
}

/**
 * `stream: true` is needed throughout: without it Node's windows-1252 decoder takes a shortcut that turns
 * curly quotes and the euro sign into control characters (nodejs/node issue 56542).
 */
function textOf(facts: Facts): string {
  const text = new TextDecoder(facts.encoding).decode(facts.head, {stream: true});
  return text.replace(/^\uFEFF/, '');
}

async function copyAsUtf8(
  path: string,
  facts: Facts,
  scratch: string,
): Promise<{path: string; directory: string}> {
  const directory = await mkdtemp(join(scratch, 'meantime-'));
  const target = join(directory, 'decoded.txt');
  const decoder = new TextDecoder(facts.encoding);
  async function* decoded(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
    let carried = '';
    for await (const chunk of chunks) {
      const text = carried + decoder.decode(chunk, {stream: true});
      // A line end must not be cut in two before it is put right.
      carried = /\r+$/.exec(text)?.[0] ?? '';
      yield evenLineEnds(text.slice(0, text.length - carried.length));
    }
    yield evenLineEnds(carried + decoder.decode());
  }
  try {
    await pipeline(plainBytes(path, facts.isGzip), decoded, createWriteStream(target));
  } catch (error) {
    await rm(directory, {recursive: true, force: true});
    throw fileError(target, error);
  }
  return {path: target, directory};
}
