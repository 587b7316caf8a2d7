import {randomUUID} from 'node:crypto';
import {createReadStream, createWriteStream} from 'node:fs';
import {access, mkdir, open, rename, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {createGzip} from 'node:zlib';
import {fileError} from './file-error.ts';

/** A copy of the original bytes on its way into the archive. */
export interface ArchiveCopy {
  /** Gives it its place, unless the archive has it already. */
  keep(sha256: string): Promise<void>;
  /** Removes what this copy put into the archive, also after `keep`. */
  discard(): Promise<void>;
}

/** Where the archive keeps the file with this hash. */
export function archivedFile(archiveDirectory: string, sha256: string): string {
  return join(archiveDirectory, `${sha256}.gz`);
}

/**
 * Copies a file into the archive, compressed unless it is already. Lightest compression: at the next level
 * it would take longer than the import.
 */
export async function copyToArchive(path: string, archiveDirectory: string): Promise<ArchiveCopy> {
  const partial = join(archiveDirectory, `.${randomUUID()}.partial`);
  const discard = () => rm(partial, {force: true});
  try {
    await mkdir(archiveDirectory, {recursive: true});
    // Before any stream is open: one that fails with nobody listening would end the process.
    const isCompressed = await isGzip(path);
    const from = createReadStream(path, {highWaterMark: 1 << 20});
    const to = createWriteStream(partial);
    if (isCompressed) await pipeline(from, to);
    else await pipeline(from, createGzip({level: 1, chunkSize: 1 << 20}), to);
  } catch (error) {
    await discard();
    throw fileError((error as NodeJS.ErrnoException).code === 'ENOSPC' ? partial : path, error);
  }
  let kept: string | null = null;
  return {
    discard: () => rm(kept ?? partial, {force: true}),
    async keep(sha256) {
      const target = archivedFile(archiveDirectory, sha256);
      const isThere = await access(target).then(
        () => true,
        () => false,
      );
      if (isThere) return discard();
      await rename(partial, target);
      kept = target;
    },
  };
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const {buffer} = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}
