import {existsSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

/**
 * A file or folder that ships with Meantime, such as `sql` or `pipelines`.
 * The code runs from `src` under vitest and from `dist/src` when built, so the root is looked for upwards.
 */
export function packagePath(...parts: string[]): string {
  return join(packageRoot, ...parts);
}

const packageRoot = rootAbove(dirname(fileURLToPath(import.meta.url)));

function rootAbove(directory: string): string {
  if (existsSync(join(directory, 'package.json'))) return directory;
  return rootAbove(dirname(directory));
}
