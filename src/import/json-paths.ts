import {quotePath, quoteText} from '../warehouse/quote.ts';
import type {Session} from '../warehouse/database.ts';
import {damagedFile} from './damaged-file.ts';
import type {DecodedFile} from './decode.ts';

/**
 * Every leaf of a JSON file with arrays marked, such as `issues[].changelog.histories[].created`; an array of
 * plain values ends in `[]`. Where a value is now a text and now an object, as ServiceNow's references are,
 * both are leaves: `assigned_to` and `assigned_to.value`.
 * @throws UserError when it is not whole JSON
 */
export async function jsonPaths(file: DecodedFile, session: Session): Promise<string[]> {
  const [row] = await session
    .query<{structure: string | null}>(
      `select json_group_structure(json)::varchar as structure from ${jsonObjects(file)}`,
    )
    .catch((error: unknown) => {
      throw damagedFile({...file, form: 'json'}, error);
    });
  const found = await settled(file, session, leaves(JSON.parse(row?.structure ?? 'null'), ''));
  return [...new Set(found)];
}

/** The table function that reads a JSON file's objects: lines, or the elements of an outer array. */
export function jsonObjects(file: DecodedFile): string {
  // One document may be the whole file, and a compressed one grows; the engine's default is 16 MB.
  const largest = Math.max(1 << 24, file.byteCount * (file.isGzip ? 30 : 1) + 1024);
  const compression = file.isGzip ? 'gzip' : 'uncompressed';
  return `read_json_objects(${quotePath(file.path)}, format = 'auto', compression = '${compression}', maximum_object_size = ${Math.min(largest, 2 ** 32 - 1)})`;
}

interface Leaf {
  path: string;
  /** Its values are of different kinds. */
  isMixed: boolean;
}

function leaves(structure: unknown, path: string): Leaf[] {
  if (Array.isArray(structure)) return leaves(structure[0], `${path}[]`);
  if (structure === null || typeof structure !== 'object')
    return [{path, isMixed: structure === 'JSON'}];
  return Object.entries(structure).flatMap(([name, inner]) => {
    // The engine takes these for something else than names, and a zero for the end of a statement.
    if (name === '' || name === '*' || name.includes('\0')) return [];
    const step = name.replaceAll('.', dotInName).replaceAll('[]', bracketsInName);
    return leaves(inner, path === '' ? step : `${path}.${step}`);
  });
}

/** Stand in paths for what belongs to a name, such as the dot of Azure DevOps’ `System.State`. */
const dotInName = '\uE000';
const bracketsInName = '\uE001';

/** A step or path with its names as they are in the file. */
export function plainNames(path: string): string {
  return path.replaceAll(dotInName, '.').replaceAll(bracketsInName, '[]');
}

/** How often a mixed value may hold mixed values again. */
const deepestMixture = 8;

/** Looks again at what is now one kind of value and now another: what its objects and lists hold, each apart. */
async function settled(
  file: DecodedFile,
  session: Session,
  found: Leaf[],
  depth = 0,
): Promise<string[]> {
  const mixed = found.filter(({isMixed}) => isMixed).map(({path}) => path);
  if (mixed.length === 0 || depth === deepestMixture) return found.map(({path}) => path);
  const inner = new Map<string, string[]>();
  for (const list of new Set(mixed.map(listOf))) {
    const here = mixed.filter((path) => listOf(path) === list);
    for (const [path, parts] of await partsOf(file, session, list, here))
      inner.set(path, await settled(file, session, parts, depth + 1));
  }
  return found.flatMap(({path}) => [path, ...(inner.get(path) ?? [])]);
}

/** The innermost list that a path goes through, with its mark; nothing outside lists. */
function listOf(path: string): string {
  const at = path.lastIndexOf('[]');
  return at < 0 ? '' : path.slice(0, at + 2);
}

/** For each of the paths below a list what it holds where it is an object, and where it is a list. */
async function partsOf(
  file: DecodedFile,
  session: Session,
  list: string,
  paths: readonly string[],
): Promise<Map<string, Leaf[]>> {
  const kinds = paths.flatMap((path) => ['OBJECT', 'ARRAY'].map((kind) => ({path, kind})));
  const structures = kinds.map(({path, kind}, index) => {
    const rest = path.slice(list === '' ? 0 : list.length + 1);
    const at = quoteText(rest === '' ? '$' : jsonPath(rest));
    const value = `case when json_type(row, ${at}) = '${kind}' then json_extract(row, ${at}) end`;
    return `json_group_structure(${value})::varchar as s${index}`;
  });
  const rows =
    list === ''
      ? `(select json as row from ${jsonObjects(file)})`
      : `(select unnest(json_extract(json, ${quoteText(elementsPath(list))})) as row from ${jsonObjects(file)})`;
  const [found = {}] = await session.query<Record<string, string | null>>(
    `select ${structures.join(', ')} from ${rows}`,
  );
  const parts = new Map<string, Leaf[]>();
  kinds.forEach(({path}, index) => {
    const structure: unknown = JSON.parse(found[`s${index}`] ?? 'null');
    if (structure === null || typeof structure !== 'object') return;
    parts.set(path, [...(parts.get(path) ?? []), ...leaves(structure, path)]);
  });
  return parts;
}

/** The elements of a list that may lie in others, `a[].b[]`, or be an element itself, `a[][]`. */
function elementsPath(list: string): string {
  const steps = list.split('.').map((step) => {
    const name = step.replace(/(\[\])+$/, '');
    const own = name === '' ? '' : jsonPath(name).slice(1);
    return own + '[*]'.repeat((step.length - name.length) / 2);
  });
  return `$${steps.join('')}`;
}

/** A path of names as the engine's JSON functions read it. */
export function jsonPath(path: string): string {
  return `$.${path
    .split('.')
    .map((step) => `"${plainNames(step).replace(/["\\]/g, '\\$&')}"`)
    .join('.')}`;
}
