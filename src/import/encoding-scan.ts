import {isAscii, isUtf8} from 'node:buffer';
import {UserError} from '../base/user-error.ts';
import {NotAnExportError} from './not-an-export.ts';
import {guessEncoding, type LegacyEncoding} from './legacy-encoding.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | LegacyEncoding | (string & {});

/** How much of a text file's beginning is kept for looking at. */
const headBytes = 1 << 20;
/** Different words that the encoding is told by. */
const mostWords = 4000;

/** What the bytes of a text file say of its encoding, chunk by chunk. */
export class EncodingScan {
  head: Buffer = Buffer.alloc(0);
  isHeadWhole = true;
  warnings: string[] = [];
  /** What stopped the scan; the pipeline may tell of its own end instead. */
  failure: unknown = null;
  #isValid = true;
  #hasLetters = false;
  #brokenAt = -1;
  #rest: Buffer = Buffer.alloc(0);
  #position = 0;
  #words = new Set<string>();
  #place: string;
  #checkSize: (bytes: number) => void;

  /** @param checkSize throws when so many bytes are too many */
  constructor(place: string, checkSize: (bytes: number) => void = () => {}) {
    this.#place = place;
    this.#checkSize = checkSize;
  }

  sink = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks)
      try {
        this.#add(chunk);
      } catch (error) {
        this.failure = error;
        throw error;
      }
    if (this.#rest.length > 0) this.#markInvalid(this.#rest);
  };

  /**
   * The encoding as the bytes have it.
   * @param stated what the person has said, which counts above all
   * @param declared what the file says of itself, as XML does; taken where the bytes allow it
   */
  encoding(stated: Encoding | null): Encoding {
    if (stated !== null) return stated;
    const [first, second] = this.head;
    if (first === 0xff && second === 0xfe) return 'utf-16le';
    if (first === 0xfe && second === 0xff) return 'utf-16be';
    const bare = bareUtf16(this.head);
    if (bare) return bare;
    this.#refuseBinary();
    if (this.#isValid) return 'utf-8';
    const declared = declaredEncoding(this.head);
    if (declared !== null && declared !== 'utf-8') return declared;
    if (this.#hasLetters)
      throw new UserError(
        `${this.#place} is UTF-8 up to byte ${this.#brokenAt} and something else after it.`,
        'Export it again in one encoding; joining files of two encodings does this.',
      );
    const guess = guessEncoding([...this.#words]);
    if (guess === null)
      throw new UserError(
        `${this.#place} is neither UTF-8, UTF-16 nor windows-1252 text, nor another Windows or ISO code page that gives words (byte ${this.#brokenAt}).`,
        'Export it as UTF-8, or name its encoding with --encoding.',
      );
    const {encoding, rival} = guess;
    if (rival)
      this.warnings.push(
        `Read as ${encoding}: “${rival.word}”. In ${rival.encoding} it would be “${rival.rivalWord}”; if that is right, import with --encoding ${rival.encoding}.`,
      );
    return encoding;
  }

  #add(chunk: Buffer): void {
    if (this.head.length < headBytes) this.head = Buffer.concat([this.head, chunk]);
    else this.isHeadWhole = false;
    if (this.#isValid) this.#check(chunk);
    else this.#collectWords(chunk);
    this.#position += chunk.length;
    this.#checkSize(this.#position);
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
    this.#brokenAt =
      this.#position - this.#rest.length + Buffer.byteLength(text.split('\uFFFD')[0] ?? '');
    this.#rest = Buffer.alloc(0);
    this.#collectWords(bytes);
  }

  #collectWords(bytes: Buffer): void {
    if (this.#words.size >= mostWords || isAscii(bytes)) return;
    for (const [word] of bytes
      .toString('latin1')
      .matchAll(/[A-Za-z]*[\x80-\xff][A-Za-z\x80-\xff]*/g)) {
      this.#words.add(word.slice(0, 40));
      if (this.#words.size >= mostWords) return;
    }
  }

  #refuseBinary(): void {
    if (!this.head.subarray(0, 65_536).includes(0)) return;
    throw new NotAnExportError(
      `${this.#place} is a binary file, not a text export.`,
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

/** UTF-16 without a byte-order mark shows as a zero in every other byte of western text. */
function bareUtf16(head: Buffer): Encoding | null {
  const bytes = head.subarray(0, 2000);
  const zeros = (offset: number) =>
    bytes.filter((byte, i) => i % 2 === offset && byte === 0).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (odd > bytes.length * 0.3 && even === 0) return 'utf-16le';
  return even > bytes.length * 0.3 && odd === 0 ? 'utf-16be' : null;
}

/** What an XML declaration says; null where there is none, or of an encoding unknown here. */
function declaredEncoding(head: Buffer): Encoding | null {
  const beginning = head.subarray(0, 200).toString('latin1');
  const label = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(beginning)?.[1];
  return label === undefined ? null : encodingOf(label);
}

/** The usual name of an encoding's label, such as `windows-1252` of `latin1`; null for none known. */
export function encodingOf(label: string): Encoding | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

/**
 * An encoding as a person names it.
 * @throws UserError when there is none of that name
 */
export function checkEncoding(label: string): Encoding {
  const encoding = encodingOf(label);
  if (encoding !== null) return encoding;
  throw new UserError(
    `“${label}” is no encoding that is known here.`,
    'Use a name such as utf-8, windows-1250, iso-8859-2 or latin1.',
  );
}
