import {createWriteStream} from 'node:fs';
import {join} from 'node:path';
import {once} from 'node:events';
import {UserError} from '../base/user-error.ts';
import {plainBytes} from './text-chunks.ts';
import type {CutRequest} from './xlsx-tables.ts';

/** From here on a document is cut into lines, so that the engine never holds it whole. */
const largeDocument = 8 * 2 ** 20;
const deepest = 200;

/** So many lists outside others are no answer's: they belong to records that are members of an object. */
const mostLists = 1000;

/** Where in a file a large document and the lists that fill it stand, in bytes. */
interface Wrapped {
  from: number;
  to: number;
  lists: WrappedList[];
}

interface WrappedList {
  from: number;
  to: number;
  prefix: string;
  suffix: string;
}

/**
 * Looks through a JSON file and cuts documents that are filled by lists, such as an API page of 100 MB, into a line
 * for each element: `{"result": [a, b]}` becomes `{"result":[a]}` and `{"result":[b]}`, so that paths stay.
 * @returns the path of the lines, or null when the file can be read as it is, and the bytes of the longest document
 * @throws UserError when it nests deeper than any export
 */
export async function splitJson(
  request: CutRequest & {isGzip: boolean},
): Promise<{path: string | null; longest: number}> {
  const scan = new JsonScan(request.place);
  for await (const chunk of plainBytes(request.path, request.isGzip) as AsyncIterable<Buffer>)
    scan.read(chunk);
  if (scan.wrapped.length === 0) return {path: null, longest: scan.longest};
  const target = join(request.directory, 'documents.ndjson');
  return {path: target, longest: await writeLines(request, scan, target)};
}

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket, comma, colon] = [
  0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d, 0x2c, 0x3a,
];

interface Level {
  isList: boolean;
  from: number;
  /** The name that is being read or that the value belongs to, with its quotes. */
  key: string;
}

/** Reads bytes one by one: strings, names, and where objects and lists begin and end. */
class JsonScan {
  wrapped: Wrapped[] = [];
  /** Where documents begin and end: values of the top level, or elements of the outermost list. */
  documents: {from: number; to: number}[] = [];
  longest = 0;
  #place: string;
  #position = 0;
  #levels: Level[] = [];
  #isRootList = false;
  #isString = false;
  #isEscaped = false;
  #key: number[] | null = null;
  #lists: WrappedList[] = [];

  constructor(place: string) {
    this.#place = place;
  }

  read(chunk: Buffer): void {
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (this.#isString) this.#inString(byte);
      else this.#outside(byte, this.#position + at);
    }
    this.#position += chunk.length;
  }

  #inString(byte: number): void {
    if (this.#key && this.#key.length < 300) this.#key.push(byte);
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === backslash) this.#isEscaped = true;
    else if (byte === quote) this.#isString = false;
  }

  #outside(byte: number, at: number): void {
    if (byte === quote) {
      this.#isString = true;
      // Names matter only outside lists, on the way to the outermost one.
      this.#key = this.#isOnTheWay() ? [quote] : null;
    } else if (byte === colon && this.#key) {
      const level = this.#levels.at(-1);
      if (level) level.key = Buffer.from(this.#key).toString('latin1');
      this.#key = null;
    } else if (byte === openBrace || byte === openBracket) this.#open(byte === openBracket, at);
    else if (byte === closeBrace || byte === closeBracket) this.#close(at);
  }

  #isOnTheWay(): boolean {
    const inner = this.#isRootList ? this.#levels.slice(1) : this.#levels;
    return inner.length > 0 && inner.length < 5 && inner.every(({isList}) => !isList);
  }

  #open(isList: boolean, at: number): void {
    if (this.#levels.length === 0 && isList) this.#isRootList = true;
    this.#levels.push({isList, from: at, key: ''});
    if (this.#levels.length > deepest)
      throw new UserError(
        `${this.#place} nests more than ${deepest} levels deep (byte ${at}).`,
        'No export needs that; export it again as CSV.',
      );
  }

  #close(at: number): void {
    const closed = this.#levels.pop();
    if (!closed) return;
    const outer = this.#isRootList ? this.#levels.slice(1) : this.#levels;
    if (closed.isList && outer.length > 0 && outer.every(({isList}) => !isList))
      this.#noteList(closed.from, at + 1, outer);
    const isDocument = outer.length === 0 && !(this.#isRootList && this.#levels.length === 0);
    if (isDocument) this.#noteDocument(closed.from, at + 1);
    if (this.#levels.length === 0) this.#isRootList = false;
  }

  #noteList(from: number, to: number, outer: readonly Level[]): void {
    if (this.#lists.length > mostLists) return;
    const prefix = outer.map(({key}) => `{${key}:`).join('');
    this.#lists.push({from, to, prefix: `${prefix}[`, suffix: `]${'}'.repeat(outer.length)}`});
  }

  #noteDocument(from: number, to: number): void {
    const lists = this.#lists;
    this.#lists = [];
    this.documents.push({from, to});
    this.longest = Math.max(this.longest, to - from);
    if (to - from < largeDocument || lists.length > mostLists) return;
    const filled = lists.reduce((sum, list) => sum + list.to - list.from, 0);
    // A record with a large attachment is no wrapping of lists.
    if (filled * 2 >= to - from) this.wrapped.push({from, to, lists});
  }
}

/** The longest line's bytes. */
async function writeLines(
  {path, isGzip}: CutRequest & {isGzip: boolean},
  {documents, wrapped}: JsonScan,
  target: string,
): Promise<number> {
  const out = createWriteStream(target);
  const failed = once(out, 'error').then(([error]) => {
    throw error;
  });
  failed.catch(() => {});
  const cutter = new LineCutter(documents, wrapped);
  for await (const chunk of plainBytes(path, isGzip) as AsyncIterable<Buffer>)
    if (!out.write(cutter.read(chunk))) await Promise.race([once(out, 'drain'), failed]);
  out.end();
  await Promise.race([once(out, 'finish'), failed]);
  return cutter.longest;
}

/** Copies a file's documents as lines, those of `wrapped` element by element. */
class LineCutter {
  longest = 0;
  #lineLength = 0;
  #documents: {from: number; to: number}[];
  #wrapped: Map<number, WrappedList[]>;
  #position = 0;
  /** Of the document being read the lists that are not over yet; null for one that stays whole. */
  #lists: WrappedList[] | null = null;
  #isString = false;
  #isEscaped = false;
  #depth = 0;
  #isElementOpen = false;
  #out: Buffer = Buffer.alloc(0);
  #length = 0;

  constructor(documents: {from: number; to: number}[], wrapped: readonly Wrapped[]) {
    this.#documents = [...documents].reverse();
    this.#wrapped = new Map(wrapped.map(({from, lists}) => [from, [...lists]]));
  }

  /** The lines that a chunk completes or continues. */
  read(chunk: Buffer): Buffer {
    // Each byte gives at most itself; prefixes make room for themselves.
    this.#out = Buffer.alloc(chunk.length * 2 + 4096);
    this.#length = 0;
    for (let at = 0; at < chunk.length; at++) this.#byte(chunk[at]!, this.#position + at);
    this.#position += chunk.length;
    return this.#out.subarray(0, this.#length);
  }

  #byte(byte: number, at: number): void {
    const document = this.#documents.at(-1);
    if (!document || at < document.from) return;
    if (at === document.from) this.#lists = this.#wrapped.get(at) ?? null;
    // What stands beside the lists is not part of any row, and their elements carry the way to them.
    if (this.#lists) this.#inWrapped(byte, at, this.#lists);
    else this.#copy(byte);
    if (at !== document.to - 1) return;
    if (!this.#lists) this.#put(0x0a);
    this.#documents.pop();
  }

  #inWrapped(byte: number, at: number, lists: WrappedList[]): void {
    const [list] = lists;
    if (!list || at <= list.from) return;
    this.#inList(byte, at, list);
    if (at === list.to - 1) lists.shift();
  }

  #inList(byte: number, at: number, list: WrappedList): void {
    const isEnd = at === list.to - 1;
    const isBetween = !this.#isString && this.#depth === 0 && byte === comma;
    if (isEnd || isBetween) {
      if (this.#isElementOpen) this.#text(`${list.suffix}\n`);
      this.#isElementOpen = false;
      return;
    }
    if (!this.#isElementOpen) {
      if (byte <= 0x20) return;
      this.#text(list.prefix);
      this.#isElementOpen = true;
    }
    if (!this.#isString) {
      if (byte === openBrace || byte === openBracket) this.#depth++;
      if (byte === closeBrace || byte === closeBracket) this.#depth--;
    }
    this.#copy(byte);
  }

  /** Line feeds between values become blanks: a line is a document. */
  #copy(byte: number): void {
    if (this.#isString) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === backslash) this.#isEscaped = true;
      else if (byte === quote) this.#isString = false;
    } else if (byte === quote) this.#isString = true;
    this.#put(!this.#isString && (byte === 0x0a || byte === 0x0d) ? 0x20 : byte);
  }

  #text(text: string): void {
    for (const byte of Buffer.from(text, 'latin1')) this.#put(byte);
  }

  #put(byte: number): void {
    if (this.#length === this.#out.length)
      this.#out = Buffer.concat([this.#out, Buffer.alloc(this.#out.length)]);
    this.#out[this.#length++] = byte;
    if (byte === 0x0a) this.#lineLength = 0;
    else this.longest = Math.max(this.longest, ++this.#lineLength);
  }
}
