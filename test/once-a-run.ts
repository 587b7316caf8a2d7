import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {inject} from 'vitest';

/**
 * Makes something costly once a run, whichever test file needs it first; the others wait for it.
 * @returns the directory it was made in
 */
export async function onceARun(
  name: string,
  make: (directory: string) => Promise<void>,
): Promise<string> {
  const directory = join(inject('runDirectory'), name);
  const [done, failed] = [`${directory}.done`, `${directory}.failed`];
  if (!isFirst(directory)) {
    while (!existsSync(done) && !existsSync(failed)) await wait(50);
    if (existsSync(failed)) throw new Error(`${name}: ${readFileSync(failed, 'utf8')}`);
    return directory;
  }
  try {
    await make(directory);
    writeFileSync(done, '');
  } catch (error) {
    writeFileSync(failed, String(error));
    throw error;
  }
  return directory;
}

/** Making a directory succeeds for one process only. */
function isFirst(directory: string): boolean {
  try {
    mkdirSync(directory);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
