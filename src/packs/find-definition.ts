import {existsSync} from 'node:fs';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {UserError} from '../base/user-error.ts';
import type {Workspace} from '../config/workspace.ts';
import {isPackName} from './list-packs.ts';
import {ownDefinitions, type PackDefinition} from './pack-definition.ts';
import {readPackFile} from './read-pack-file.ts';

/**
 * The names of the packs a workspace can make: those there always are, then its own in `packs.d`.
 * Published packs lie in `packs`, so that what people write and what is written stay apart.
 * @throws UserError for a file whose name no pack can have
 */
export async function packNames({directory}: Workspace): Promise<string[]> {
  const place = join(directory, 'packs.d');
  const files = existsSync(place) ? await readdir(place) : [];
  const own = files.filter((file) => /\.ya?ml$/.test(file)).sort();
  for (const file of own) requireName(file);
  return [...ownDefinitions.map(({name}) => name), ...own.map(nameOf)];
}

function nameOf(file: string): string {
  return file.replace(/\.ya?ml$/, '');
}

function requireName(file: string): void {
  const name = nameOf(file);
  const isTaken = ownDefinitions.some((known) => known.name === name);
  if (isPackName(name) && !isTaken) return;
  throw new UserError(
    isTaken
      ? `packs.d/${file}: there is a ${name} pack already.`
      : `packs.d/${file} names no pack.`,
    'Call the file by another name, in small letters, digits and -, such as erp-review.yaml.',
  );
}

/** @throws UserError 404 that names the packs there are, or for a file that can't be read */
export async function findDefinition(workspace: Workspace, name: string): Promise<PackDefinition> {
  const definition = ownDefinitions.find((known) => known.name === name);
  if (definition) return definition;
  const names = await packNames(workspace);
  if (!names.includes(name))
    throw new UserError(`There is no ${name} pack.`, `Use one of: ${names.join(', ')}.`, 404);
  const place = join(workspace.directory, 'packs.d');
  const path = [`${name}.yaml`, `${name}.yml`].map((file) => join(place, file)).find(existsSync);
  return readPackFile(await readFile(path ?? '', 'utf8'), path ?? '');
}
