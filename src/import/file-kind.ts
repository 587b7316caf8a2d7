import {open} from 'node:fs/promises';
import {createGunzip} from 'node:zlib';
import {createReadStream} from 'node:fs';
import {UserError} from '../base/user-error.ts';
import {fileError} from './file-error.ts';
import {NotAnExportError} from './not-an-export.ts';

/** What the first bytes of a file say it is. */
export type FileKind = 'zip' | 'parquet' | 'gzip' | 'text';

const known: [number[], FileKind][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
  [[0x50, 0x4b, 0x05, 0x06], 'zip'],
  [[0x50, 0x41, 0x52, 0x31], 'parquet'],
  [[0x1f, 0x8b], 'gzip'],
];

const refused: [number[], string, string][] = [
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'an old Excel workbook (.xls) or one with a password',
    'Open it and save it without password as .xlsx or CSV.',
  ],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF', 'Export the list as CSV or XLSX.'],
  [
    [0x37, 0x7a, 0xbc, 0xaf],
    'a 7z archive',
    'Unpack it and import the files in it, or pack them as zip.',
  ],
  [
    [0x52, 0x61, 0x72, 0x21],
    'a RAR archive',
    'Unpack it and import the files in it, or pack them as zip.',
  ],
  [[0x28, 0xb5, 0x2f, 0xfd], 'compressed with zstd', 'Unpack it first, or compress it with gzip.'],
  [[0x42, 0x5a, 0x68], 'compressed with bzip2', 'Unpack it first, or compress it with gzip.'],
  [
    [0xfd, 0x37, 0x7a, 0x58, 0x5a],
    'compressed with xz',
    'Unpack it first, or compress it with gzip.',
  ],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'an SQLite database', 'Export its table as CSV.'],
];

/**
 * What a file is by its first bytes; its name plays no part.
 * @param place its name, for messages
 * @throws UserError when it is missing, a folder, or of a kind that can't be read
 */
export async function fileKind(path: string, place: string): Promise<FileKind> {
  const file = await open(path).catch((error: unknown) => {
    throw fileError(path, error);
  });
  try {
    if ((await file.stat()).isDirectory()) return 'text';
    const {buffer, bytesRead} = await file.read(Buffer.alloc(16), 0, 16, 0);
    return kindOfBytes(buffer.subarray(0, bytesRead), place);
  } finally {
    await file.close();
  }
}

/** What is inside a gzip file; a damaged one counts as text, whose reader says what is wrong. */
export async function gzipKind(path: string, place: string): Promise<FileKind> {
  const raw = createReadStream(path);
  const gunzip = raw.pipe(createGunzip());
  raw.on('error', (error) => gunzip.destroy(error));
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) return kindOfBytes(chunk, place);
    return 'text';
  } catch (error) {
    if (error instanceof UserError) throw error;
    return 'text';
  } finally {
    raw.destroy();
  }
}

function kindOfBytes(bytes: Buffer, place: string): FileKind {
  const starts = (signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
  const bad = refused.find(([signature]) => starts(signature));
  if (bad) throw new NotAnExportError(`${place} is ${bad[1]}.`, bad[2]);
  return known.find(([signature]) => starts(signature))?.[1] ?? 'text';
}
