import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {packagePath} from '../base/package-root.ts';

/** The style sheet of every page and pack: the files of `style/` in the order of their numbers. */
export async function readPageStyles(): Promise<string> {
  const directory = packagePath('src', 'pages', 'style');
  const names = (await readdir(directory)).filter((name) => name.endsWith('.css')).sort();
  const parts = await Promise.all(names.map((name) => readFile(join(directory, name), 'utf8')));
  return parts.join('\n');
}
