import {readFileSync} from 'node:fs';
import {packagePath} from './package-root.ts';

/** Version of the installed package. */
export function codeVersion(): string {
  const text = readFileSync(packagePath('package.json'), 'utf8');
  return String((JSON.parse(text) as {version: unknown}).version);
}
