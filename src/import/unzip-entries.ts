import {createWriteStream} from 'node:fs';
import {join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {UserError} from '../base/user-error.ts';
import {fileError} from './file-error.ts';
import type {CutRequest} from './xlsx-tables.ts';
import {openZip} from './zip-archive.ts';

/** What packers add to what was packed. */
const litter = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\.)/;

/**
 * Unpacks a zip file, each entry under a number: their names are told, and never used as paths.
 * @throws UserError when it is damaged, protected, a bomb, or empty
 */
export async function unzipEntries({
  path,
  place,
  directory,
}: CutRequest): Promise<{name: string; path: string}[]> {
  const zip = await openZip(path, place);
  try {
    const wanted = zip.entries.filter(({name, size}) => size > 0 && !litter.test(name));
    if (wanted.length === 0)
      throw new UserError(`${place} is a zip file without any file in it.`, 'Pack it again.');
    const files: {name: string; path: string}[] = [];
    for (const entry of wanted) {
      const target = join(directory, `entry-${files.length}`);
      await pipeline(await zip.read(entry), createWriteStream(target, {flags: 'wx'})).catch(
        (error: unknown) => {
          throw fileError(target, error);
        },
      );
      files.push({name: entry.name, path: target});
    }
    return files;
  } finally {
    zip.close();
  }
}
