import {deflateRawSync, gzipSync} from 'node:zlib';
import type {Random} from '../../fixtures/generator/random.ts';
import {zipOf} from '../import/zip-of.ts';
import {below, pick} from './pick.ts';

/** What goes wrong with a file; null where it can't happen to this one. */
export type Mutation = (bytes: Buffer, random: Random) => Buffer | null | Promise<Buffer | null>;

const spliced = (bytes: Buffer, at: number, removed: number, added: Buffer | string) =>
  Buffer.concat([
    bytes.subarray(0, at),
    Buffer.from(added as string),
    bytes.subarray(at + removed),
  ]);

function chunk(bytes: Buffer, random: Random): [from: number, to: number] {
  const from = below(random, bytes.length + 1);
  return [from, Math.min(bytes.length, from + 1 + below(random, pick(random, [4, 40, 4000])))];
}

/** What disturbs readers of text, and of bytes. */
const intruders = [
  ...['"', '""', '"\n', ',', ';', '\t', '|', '\n', '\r', '\r\n', '\n\n\n', "'", '\\', '\0', '\x1a'],
  ...['\ufeff', '\u2028', '{', '}', '[', ']', '":', 'null,', '<', '>', '&', ']]>', '<!--', '\x1f'],
];
const brokenUtf8 = [[0xc3], [0xc3, 0x28], [0xff], [0xed, 0xa0, 0x80], [0xf0, 0x9f, 0x98], [0x80]];

export const byteMutations: Record<string, Mutation> = {
  'bytes flipped': (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (let n = 1 + below(random, 8); n > 0 && copy.length > 0; n--) {
      const at = below(random, copy.length);
      copy[at] = copy[at]! ^ (1 << below(random, 8));
    }
    return copy;
  },
  'cut off': (bytes, random) => bytes.subarray(0, below(random, bytes.length)),
  'beginning lost': (bytes, random) => bytes.subarray(below(random, bytes.length)),
  'chunk deleted': (bytes, random) => {
    const [from, to] = chunk(bytes, random);
    return spliced(bytes, from, to - from, '');
  },
  'chunk repeated': (bytes, random) => {
    const [from, to] = chunk(bytes, random);
    return spliced(bytes, to, 0, bytes.subarray(from, to));
  },
  'chunks swapped': (bytes, random) => {
    const cuts = [0, 0, 0].map(() => below(random, bytes.length + 1)).sort((a, b) => a - b);
    const [a = 0, b = 0, c = 0] = cuts;
    return Buffer.concat([
      ...[bytes.subarray(0, a), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(c)],
    ]);
  },
  'signs inserted': (bytes, random) => {
    let copy = bytes;
    for (let n = 1 + below(random, 4); n > 0; n--)
      copy = spliced(copy, below(random, copy.length + 1), 0, pick(random, intruders));
    return copy;
  },
  'broken UTF-8': (bytes, random) =>
    spliced(bytes, below(random, bytes.length + 1), 0, Buffer.from(pick(random, brokenUtf8))),
  'zeros in the middle': (bytes, random) => {
    const [from, to] = chunk(bytes, random);
    return spliced(bytes, from, to - from, Buffer.alloc(to - from));
  },
  'another byte-order mark': (bytes, random) =>
    spliced(
      bytes,
      0,
      0,
      Buffer.from(
        pick(random, [
          [0xef, 0xbb, 0xbf],
          [0xff, 0xfe],
          [0xfe, 0xff],
        ]),
      ),
    ),
  'gzip inside gzip': (bytes) => gzipSync(bytes),
  'gzip cut off': (bytes, random) => {
    const packed = gzipSync(bytes);
    return packed.subarray(0, 2 + below(random, packed.length));
  },
  'two gzip members': (bytes) => {
    const half = bytes.length >> 1;
    return Buffer.concat([gzipSync(bytes.subarray(0, half)), gzipSync(bytes.subarray(half))]);
  },
  'rubbish after gzip': (bytes) => Buffer.concat([gzipSync(bytes), Buffer.from('rubbish')]),
  'bare deflate': (bytes) => deflateRawSync(bytes),
  'zip with company': (bytes) =>
    zipOf({'readme.txt': 'Please see the other file.', 'data/export': bytes, '__MACOSX/._x': 'x'}),
  'zip cut off': async (bytes, random) => {
    const packed = await zipOf({export: bytes});
    return packed.subarray(0, below(random, packed.length));
  },
  'zip inside zip': async (bytes) => zipOf({'inner.zip': await zipOf({export: bytes})}),
  'zip with bytes flipped': async (bytes, random) =>
    byteMutations['bytes flipped']!(await zipOf({export: bytes, second: bytes}), random),
};
