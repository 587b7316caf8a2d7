import {createReadStream} from 'node:fs';
import type {Readable} from 'node:stream';
import {createGunzip} from 'node:zlib';

/** The bytes of a file, decompressed when they are gzip, whatever the file's name. */
export function plainBytes(path: string, isGzip: boolean): Readable {
  const raw = createReadStream(path, {highWaterMark: 1 << 20});
  if (!isGzip) return raw;
  const gunzip = createGunzip({chunkSize: 1 << 20});
  raw.on('error', (error) => gunzip.destroy(error));
  return raw.pipe(gunzip);
}

/** The text of a UTF-8 file. */
export async function* textChunks(path: string, isGzip: boolean): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of plainBytes(path, isGzip) as AsyncIterable<Buffer>)
    yield decoder.decode(chunk, {stream: true});
  yield decoder.decode();
}

/** Lines of a UTF-8 file, cut at line feeds alone: `readline` would cut at other characters too. */
export async function* textLines(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of textChunks(path, false)) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
