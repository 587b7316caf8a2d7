import {isAscii, isUtf8} from 'node:buffer';
import {createHash} from 'node:crypto';
import {createReadStream, createWriteStream} from 'node:fs';
import {mkdtemp, open, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import type {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {createGunzip} from 'node:zlib';
import {UserError} from '../base/user-error.ts';
import {fileError} from './file-error.ts';
import {evenLineEnds, hasOddLineEnds} from './line-ends.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

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
}

const headBytes = 1 << 20;

/**
 * Reads a file once from end to end: its hash, its encoding, and that it is whole. UTF-8 and plain gzip stay
 * where they are; anything else is streamed into a temporary UTF-8 copy.
 * @throws UserError when it is missing, empty, binary, truncated, or in no encoding we know
 */
export async function decodeFile(path: string, scratch = tmpdir()): Promise<DecodedFile> {
  const facts = await factsOf(path);
  const text = textOf(facts);
  const needsCopy = facts.encoding !== 'utf-8' || hasOddLineEnds(text);
  const copy = needsCopy ? await copyAsUtf8(path, facts, scratch) : null;
  return {
    originalPath: path,
    fileName: basename(path),
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

/** The bytes of a file as text bytes, decompressed when they are gzip, whatever the file's name. */
export function plainBytes(path: string, isGzip: boolean): Readable {
  const raw = createReadStream(path, {highWaterMark: 1 << 20});
  if (!isGzip) return raw;
  const gunzip = createGunzip({chunkSize: 1 << 20});
  raw.on('error', (error) => gunzip.destroy(error));
  return raw.pipe(gunzip);
}

async function factsOf(path: string): Promise<Facts> {
  const {size} = await statOf(path);
  if (size === 0)
    throw new UserError(`${path} is empty.`, 'Export it again; the export probably failed.');
  const isGzip = await startsWith(path, [0x1f, 0x8b]);
  const hash = createHash('sha256');
  const raw = createReadStream(path, {highWaterMark: 1 << 20});
  raw.on('data', (chunk) => hash.update(chunk));
  const scan = new EncodingScan(path);
  try {
    if (isGzip) await pipeline(raw, createGunzip({chunkSize: 1 << 20}), scan.sink);
    else await pipeline(raw, scan.sink);
  } catch (error) {
    throw readError(path, error);
  }
  return {
    isGzip,
    sha256: hash.digest('hex'),
    byteCount: size,
    head: scan.head,
    isHeadWhole: scan.isHeadWhole,
    encoding: scan.encoding(),
  };
}

async function statOf(path: string): Promise<{size: number}> {
  const found = await stat(path).catch((error: unknown) => {
    throw fileError(path, error);
  });
  if (found.isDirectory())
    throw new UserError(`${path} is a folder.`, 'Name the files in it, for example with *.csv.');
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

const signatures: [number[], string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a zip or Excel workbook'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x50, 0x41, 0x52, 0x31], 'a Parquet file'],
];

/** What the bytes of a text file say of its encoding, chunk by chunk. */
class EncodingScan {
  head: Buffer = Buffer.alloc(0);
  isHeadWhole = true;
  #isValid = true;
  #hasLetters = false;
  #hasUndefined = false;
  #brokenAt = -1;
  #rest: Buffer = Buffer.alloc(0);
  #position = 0;
  #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  sink = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks) this.#add(chunk);
    if (this.#rest.length > 0) this.#markInvalid(this.#rest);
  };

  encoding(): Encoding {
    const [first, second] = this.head;
    if (first === 0xff && second === 0xfe) return 'utf-16le';
    if (first === 0xfe && second === 0xff) return 'utf-16be';
    const bare = bareUtf16(this.head);
    if (bare) return bare;
    this.#refuseBinary();
    if (this.#isValid) return 'utf-8';
    if (this.#hasLetters)
      throw new UserError(
        `${this.#path} is UTF-8 up to byte ${this.#brokenAt} and something else after it.`,
        'Export it again in one encoding; joining files of two encodings does this.',
      );
    if (this.#hasUndefined)
      throw new UserError(
        `${this.#path} is neither UTF-8, UTF-16 nor windows-1252 text (byte ${this.#brokenAt}).`,
        'Export it as UTF-8.',
      );
    return 'windows-1252';
  }

  #add(chunk: Buffer): void {
    if (this.head.length < headBytes) this.head = Buffer.concat([this.head, chunk]);
    else this.isHeadWhole = false;
    if (this.#isValid) this.#check(chunk);
    else this.#hasUndefined ||= hasUndefinedByte(chunk);
    this.#position += chunk.length;
  }

  #check(chunk: Buffer): void {
    if (this.#rest.length === 0 && isAscii(chunk)) return;
    const bytes = Buffer.concat([this.#rest, chunk]);
    const cut = bytes.length - openTail(bytes);
    const whole = bytes.subarray(0, cut);
    if (!isUtf8(whole)) return this.#markInvalid(bytes);
    this.#hasLetters ||= !isAscii(whole);
    this.#rest = Buffer.from(bytes.subarray(cut));
  }

  #markInvalid(bytes: Buffer): void {
    this.#isValid = false;
    const text = bytes.toString('utf8');
    const replaced = text.split('\uFFFD').length - 1;
    const letters = text.replace(/[\x00-\x7f\uFFFD]/g, '').length;
    this.#hasLetters ||= letters > replaced;
    this.#hasUndefined ||= hasUndefinedByte(bytes);
    this.#brokenAt =
      this.#position - this.#rest.length + Buffer.byteLength(text.split('\uFFFD')[0] ?? '');
    this.#rest = Buffer.alloc(0);
  }

  #refuseBinary(): void {
    const known = signatures.find(([bytes]) => bytes.every((byte, i) => this.head[i] === byte));
    if (!known && !this.head.subarray(0, 65_536).includes(0)) return;
    throw new UserError(
      `${this.#path} is ${known?.[1] ?? 'a binary file'}, not a text export.`,
      'Export the list as CSV.',
    );
  }
}

/** How many last bytes begin a character whose end is still to come. */
function openTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

/** Bytes that windows-1252 leaves undefined. */
function hasUndefinedByte(bytes: Buffer): boolean {
  return [0x81, 0x8d, 0x8f, 0x90, 0x9d].some((byte) => bytes.includes(byte));
}

/** UTF-16 without a byte-order mark shows as a zero in every other byte of western text. */
function bareUtf16(head: Buffer): Encoding | null {
  const bytes = head.subarray(0, 2000);
  const zeros = (offset: number) =>
    bytes.filter((byte, i) => i % 2 === offset && byte === 0).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (odd > bytes.length * 0.3 && even === 0) return 'utf-16le';
  return even > bytes.length * 0.3 && odd === 0 ? 'utf-16be' : null;
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
