import {PassThrough, type Readable} from 'node:stream';
import yauzl from 'yauzl';
import {UserError} from '../base/user-error.ts';

/** A zip file open for reading, its entries checked against what only bombs hold. */
export interface ZipArchive {
  /** Files, without folders. Names are for people: never use one as a path. */
  entries: ZipEntry[];
  /** The bytes of an entry, cut off with an error where they are more than it says. */
  read(entry: ZipEntry): Promise<Readable>;
  close(): void;
}

export interface ZipEntry {
  name: string;
  /** Uncompressed, in bytes. */
  size: number;
  compressedSize: number;
}

export interface ZipLimits {
  entries: number;
  /** Of all entries together, uncompressed. */
  bytes: number;
  /** Uncompressed to compressed, looked at in entries above 10 MB. */
  ratio: number;
}

/** Far above what exports need: the largest that were seen unpack to 2 GB at 30 to 1. */
const usualLimits: ZipLimits = {entries: 10_000, bytes: 8 * 2 ** 30, ratio: 400};

const smallEntry = 10 * 2 ** 20;

/**
 * Opens a zip file.
 * @param place its name, for messages
 * @throws UserError when it is damaged, encrypted or a bomb
 */
export async function openZip(
  path: string,
  place: string,
  limits: ZipLimits = usualLimits,
): Promise<ZipArchive> {
  const zip = await yauzl
    .openPromise(path, {autoClose: false, lazyEntries: true})
    .catch((error: unknown) => {
      throw damagedZip(place, error);
    });
  try {
    const found = await listEntries(zip, place, limits);
    const entries = found.map(({fileName, uncompressedSize, compressedSize}) => ({
      name: fileName,
      size: uncompressedSize,
      compressedSize,
    }));
    return {
      entries,
      read: async (entry) => {
        const at = found[entries.indexOf(entry)];
        if (!at) throw new Error(`no entry ${entry.name}`);
        const stream = await zip.openReadStreamPromise(at).catch((error: unknown) => {
          throw damagedZip(place, error);
        });
        return readable(stream, place);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function listEntries(
  zip: yauzl.ZipFile,
  place: string,
  limits: ZipLimits,
): Promise<yauzl.Entry[]> {
  if (zip.entryCount > limits.entries) throw bomb(place, `${zip.entryCount} entries`);
  const entries: yauzl.Entry[] = [];
  let bytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      if (entry.isEncrypted())
        throw new UserError(
          `${place} is protected by a password.`,
          'Unpack it and import the files in it.',
        );
      bytes += entry.uncompressedSize;
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      if (bytes > limits.bytes) throw bomb(place, `more than ${gigabytes(limits.bytes)}`);
      if (entry.uncompressedSize > smallEntry && ratio > limits.ratio)
        throw bomb(place, `${Math.round(ratio)} times its size in ${entry.fileName}`);
      entries.push(entry);
    }
  } catch (error) {
    throw damagedZip(place, error);
  }
  return entries;
}

/** Errors in the middle of an entry reach the reader as what a person can use. */
function readable(stream: Readable, place: string): Readable {
  const through = new PassThrough();
  stream.on('error', (error) => through.destroy(damagedZip(place, error) as Error));
  through.on('close', () => stream.destroy());
  return stream.pipe(through);
}

function damagedZip(place: string, error: unknown): unknown {
  if (error instanceof UserError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code !== '' && !code.startsWith('Z_')) return error;
  const reason = String((error as Error).message)
    .split('\n')[0]
    ?.replace(/\.+$/, '');
  return new UserError(
    `${place} is a damaged or cut-off zip file: ${reason}.`,
    'Copy or download it again; nothing of it was imported.',
  );
}

function bomb(place: string, what: string): UserError {
  return new UserError(
    `${place} unpacks to ${what}: that is no export, and it was not unpacked.`,
    'If it is one all the same, unpack it and import the files in it.',
    413,
  );
}

function gigabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 30)}\u202fGB`;
}
