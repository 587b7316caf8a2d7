import {UserError} from '../base/user-error.ts';
import {quotePath, quoteText} from '../warehouse/quote.ts';
import type {Session} from '../warehouse/database.ts';
import type {DecodedFile} from './decode.ts';

/** A list of names and values that stands for an object, as connectors declare it. */
export interface PairList {
  /** Path of the list without its own mark, such as `businessObjects[].fields`. */
  path: string;
  /** What holds the name in each of its elements. */
  name: string;
}

/** An object whose members are rows, whatever their names. */
export interface JsonMap {
  /** Such as `objects`. */
  path: string;
  /** It stands in no other row. */
  isOutermost: boolean;
}

/** What connectors read in JSON otherwise than it is written. */
export interface JsonForms {
  maps: readonly JsonMap[];
  pairs: readonly PairList[];
}

export interface JsonStructure {
  paths: string[];
  /** Those of the declared pair lists that the file has. */
  pairs: PairList[];
}

/**
 * Every leaf of a JSON file with arrays marked, such as `issues[].changelog.histories[].created`; an array of
 * plain values ends in `[]`. Where a value is now a text and now an object, as ServiceNow's references are,
 * both are leaves: `assigned_to` and `assigned_to.value`. What the members of a declared map hold is there a second
 * time, under the map's mark: `objects{}.fields.title`. A declared pair list counts as an object too.
 * @throws UserError when it is not whole JSON
 */
export async function jsonStructure(
  file: DecodedFile,
  session: Session,
  {maps, pairs}: JsonForms,
): Promise<JsonStructure> {
  const paths = await leafPaths(file, session);
  const found = pairs.filter(({path, name}) => paths.includes(`${path}[].${name}`));
  const named: string[] = [];
  for (const pair of found) named.push(...(await pairPaths(file, session, {pair, paths})));
  return {paths: withMembers([...paths, ...named], maps), pairs: found};
}

/** A map of rows with more members than this has them by their mark only: a table has no such width. */
const mostNamed = 100;

/** What the members of maps hold, whatever their names. */
function withMembers(paths: readonly string[], maps: readonly JsonMap[]): string[] {
  return maps.reduce<string[]>(
    (found, map) => {
      const inMap = (path: string) => path.startsWith(`${map.path}.`);
      const members = new Set<string>();
      const leaves = found.filter(inMap).flatMap((path) => {
        const [member = '', ...rest] = path.slice(map.path.length + 1).split('.');
        if (rest.length === 0 || member.endsWith('[]')) return [];
        members.add(member);
        return [`${map.path}{}.${rest.join('.')}`];
      });
      const isTable = map.isOutermost && members.size > mostNamed;
      const kept = isTable ? found.filter((path) => !inMap(path)) : found;
      return [...new Set([...kept, ...leaves])];
    },
    [...paths],
  );
}

/** For each name in a pair list the leaves that stand beside it: `info.status.value`. */
async function pairPaths(
  file: DecodedFile,
  session: Session,
  {pair: {path, name}, paths}: {pair: PairList; paths: readonly string[]},
): Promise<string[]> {
  const list = `${path}[].`;
  const beside = paths
    .filter((leaf) => leaf.startsWith(list) && leaf !== `${list}${name}`)
    .map((leaf) => leaf.slice(list.length));
  const names = await session.query<{name: string}>(
    `select distinct json_extract_string(pair, ${quoteText(jsonPath(name))}) as name
    from (select unnest(json_extract(json, ${quoteText(elementsOf(path))})) as pair from ${jsonObjects(file)})
    where name <> '' order by name`,
  );
  return names.flatMap((row) => beside.map((leaf) => `${path}.${stepOf(row.name)}.${leaf}`));
}

async function leafPaths(file: DecodedFile, session: Session): Promise<string[]> {
  const structure = await structureOf(file, session).catch((error: unknown) => {
    const reason = String((error as Error).message).split('\n')[0] ?? '';
    if (!/JSON|maximum_object_size/i.test(reason)) throw error;
    throw new UserError(
      `${file.originalPath} is not whole JSON: ${reason}`,
      'Export it again; it was probably cut off.',
    );
  });
  const found = await settled(file, session, leaves(structure, ''));
  return [...new Set(found)];
}

/**
 * What all objects of a file hold together. The engine's own aggregate for it keeps every object it has seen: 1 GB for
 * 300 MB of tickets. Objects of one form are told once, and the forms are put together here.
 */
async function structureOf(file: DecodedFile, session: Session): Promise<unknown> {
  const scalars = 'UBIGINT|BIGINT|HUGEINT|UHUGEINT|DOUBLE|BOOLEAN|VARCHAR';
  const forms = await session.query<{form: string}>(
    `select distinct regexp_replace(json_structure(json)::varchar, '([:\\[])"(${scalars})"', '\\1"VALUE"', 'g') as form
    from ${jsonObjects(file)} order by form`,
  );
  return forms.map(({form}) => JSON.parse(form) as unknown).reduce(bothStructures, 'NULL');
}

/** Two structures as one: an object's members together, a list's elements; where the kinds differ `JSON`. */
function bothStructures(one: unknown, other: unknown): unknown {
  if (one === 'NULL' || one === other) return other;
  if (other === 'NULL') return one;
  if (Array.isArray(one) && Array.isArray(other)) return [bothStructures(one[0], other[0])];
  if (!isObject(one) || !isObject(other)) return 'JSON';
  const members = new Map(Object.entries(one));
  for (const [name, inner] of Object.entries(other))
    members.set(name, members.has(name) ? bothStructures(members.get(name), inner) : inner);
  return Object.fromEntries(members);
}

function isObject(structure: unknown): structure is Record<string, unknown> {
  return structure !== null && typeof structure === 'object' && !Array.isArray(structure);
}

/** The table function that reads a JSON file's objects: lines, or the elements of an outer array. */
export function jsonObjects(file: DecodedFile): string {
  // The engine's default is 16 MB; it holds some of that size for each thread. Where nobody has looked, one
  // document may be the whole file, and a compressed one grows.
  const longest = file.longestDocument ?? file.byteCount * (file.isGzip ? 30 : 1);
  const largest = Math.max(1 << 24, longest * 2 + 1024);
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
    return leaves(inner, path === '' ? stepOf(name) : `${path}.${stepOf(name)}`);
  });
}

/** Stand in paths for what belongs to a name, such as the dot of Azure DevOps’ `System.State`. */
const dotInName = '\uE000';
const bracketsInName = '\uE001';
const bracesInName = '\uE002';

function stepOf(name: string): string {
  return name
    .replaceAll('.', dotInName)
    .replaceAll('[]', bracketsInName)
    .replaceAll('{}', bracesInName);
}

/** A step or path with its names as they are in the file. */
export function plainNames(path: string): string {
  return path
    .replaceAll(dotInName, '.')
    .replaceAll(bracketsInName, '[]')
    .replaceAll(bracesInName, '{}');
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
      : `(select unnest(json_extract(json, ${quoteText(elementsOf(list.slice(0, -2)))})) as row from ${jsonObjects(file)})`;
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

/** The elements of a list that may lie in others, `a[].b`, or be an element itself, `a[]`, for the engine's JSON functions. */
function elementsOf(path: string): string {
  const steps = `${path}[]`.split('.').map((step) => {
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
