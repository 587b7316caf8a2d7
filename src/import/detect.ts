import {UserError} from '../base/user-error.ts';
import {aliasesOf, aliasList, type Connector, type Shape} from './connector.ts';
import {headerName, headerPositions} from './header-name.ts';
import {connectorById} from './load-connectors.ts';
import type {Sniffed} from './sniff.ts';

/** The export that a file turned out to be. */
export interface Detection {
  connector: Connector;
  shape: Shape;
  /** The file's columns, in order; for JSON the leaves that a row can reach. */
  headers: string[];
  /** For JSON: which of the shape's `rows` the file has. */
  rowsPath: string | null;
  /** How many of the columns the shape knows. */
  knownCount: number;
}

/** A shape that did not match, and why. */
export interface NearMiss {
  connector: Connector;
  shape: Shape;
  knownCount: number;
  missing: string[];
}

export interface Candidates {
  /** Shapes whose fingerprint fits, best first. */
  matches: Detection[];
  /** The others that know some of the columns, closest first. */
  nearMisses: NearMiss[];
}

/**
 * The one shape that a file's header matches: the one that knows most of its columns.
 * @param wanted the connector's id when the person has named it
 * @throws UserError saying what was seen and what is closest, when none or several match
 */
export function detectShape(
  sniffed: Sniffed,
  connectors: readonly Connector[],
  {wanted, place}: {wanted?: string | undefined; place: string},
): Detection {
  const among = wanted === undefined ? connectors : [connectorById(connectors, wanted)];
  const {matches, nearMisses} = candidates(sniffed, among);
  const [best, next] = matches;
  if (!best) throw unknownHeader(sniffed, nearMisses, {wanted, place});
  if (next && next.knownCount === best.knownCount) throw tied(best, next, place);
  return best;
}

/** How each shape of each connector fits a file. */
export function candidates(sniffed: Sniffed, connectors: readonly Connector[]): Candidates {
  const matches: Detection[] = [];
  const nearMisses: NearMiss[] = [];
  for (const connector of connectors)
    for (const shape of connector.shapes) {
      const table = tableFor(sniffed, shape);
      if (!table) continue;
      const knownCount = countKnown(table.headers, shape);
      const missing = missingColumns(table.headers, shape);
      if (missing.length === 0) matches.push({connector, shape, ...table, knownCount});
      else if (knownCount > 0) nearMisses.push({connector, shape, knownCount, missing});
    }
  matches.sort((a, b) => b.knownCount - a.knownCount);
  nearMisses.sort((a, b) => a.missing.length - b.missing.length || b.knownCount - a.knownCount);
  return {matches, nearMisses};
}

function tableFor(
  sniffed: Sniffed,
  shape: Shape,
): {headers: string[]; rowsPath: string | null} | null {
  if (sniffed.format !== (shape.format ?? 'csv')) return null;
  if (sniffed.format === 'csv') return {headers: sniffed.headers, rowsPath: null};
  const rowsPath = shape.rows?.find((path) => sniffed.paths.some((leaf) => reaches(leaf, path)));
  if (rowsPath === undefined) return null;
  return {headers: jsonHeaders(sniffed.paths, rowsPath), rowsPath};
}

/** An outer array needs no mark in a file's own paths: its elements are the documents. */
function reaches(leaf: string, rowsPath: string): boolean {
  const path = rowsPath.replace(/^\[\]\.?/, '');
  return path === '' || leaf.startsWith(`${path}.`);
}

/**
 * The leaves a row reaches without entering another list, named by their path below the outermost list:
 * of `issues[].changelog.histories[].items[]` a row reaches `key`, `changelog.histories.created` and
 * `changelog.histories.items.field`.
 */
export function jsonHeaders(paths: readonly string[], rowsPath: string): string[] {
  return jsonLeaves(paths, rowsPath).map((leaf) => leaf.name);
}

/** As `jsonHeaders`, with the list (counted from 0, the outermost) that holds the leaf and its path there. */
export function jsonLeaves(
  paths: readonly string[],
  rowsPath: string,
): {name: string; level: number; path: string}[] {
  const lists = listsIn(rowsPath);
  return paths.flatMap((leaf) => {
    const level = lists.findLastIndex((list) => list === '' || leaf.startsWith(`${list}.`));
    const list = lists[level];
    if (list === undefined) return [];
    const path = list === '' ? leaf : leaf.slice(list.length + 1);
    if (path.includes('[]')) return [];
    const outer = lists[0] === '' ? leaf : leaf.slice((lists[0] ?? '').length + 1);
    return [{name: outer.replaceAll('[]', ''), level, path}];
  });
}

/** `[].a[].b[]` holds the lists ``, `a[]` and `a[].b[]`. */
export function listsIn(rowsPath: string): string[] {
  const path = rowsPath.replace(/^\[\]\.?/, '');
  const inner = [...path.matchAll(/\[\]/g)].map((mark) => path.slice(0, mark.index + 2));
  return rowsPath.startsWith('[]') ? ['', ...inner] : inner;
}

function missingColumns(headers: readonly string[], shape: Shape): string[] {
  const has = headerPositions(headers);
  const {all, any, none} = shape.header;
  const missing = all
    .filter((aliases) => !aliasList(aliases).some((alias) => has.has(headerName(alias))))
    .map((aliases) => aliasList(aliases)[0] ?? '');
  if (any && !any.some((alias) => has.has(headerName(alias))))
    missing.push(any.slice(0, 3).join(' or '));
  const foreign = none?.find((alias) => has.has(headerName(alias)));
  return foreign === undefined ? missing : [...missing, `a header without ${foreign}`];
}

function countKnown(headers: readonly string[], shape: Shape): number {
  const rules = Object.values(shape.fields).flatMap((rule) => aliasesOf(rule));
  const fingerprint = [...shape.header.all.flatMap(aliasList), ...(shape.header.any ?? [])];
  const known = new Set([...rules, ...fingerprint].map(headerName));
  return [...headerPositions(headers).keys()].filter((name) => known.has(name)).length;
}

function unknownHeader(
  sniffed: Sniffed,
  nearMisses: readonly NearMiss[],
  {wanted, place}: {wanted?: string | undefined; place: string},
): UserError {
  const closest = nearMisses[0];
  const hint = closest
    ? ` Closest is ${closest.connector.id} (${closest.shape.title}), which needs ${closest.missing.join(', ')}.`
    : '';
  const by = wanted === undefined ? 'no connector knows' : `the connector ${wanted} does not know`;
  return new UserError(
    `${place}: ${by} this header: ${seen(sniffed)}.${hint}`,
    'Run `meantime inspect` on it: it proposes a connector to save and edit.',
  );
}

function tied(a: Detection, b: Detection, place: string): UserError {
  const name = ({connector, shape}: Detection) => `${connector.id} (${shape.title})`;
  return new UserError(
    `${place} could be ${name(a)} or ${name(b)}: both know ${a.knownCount} of its columns.`,
    a.connector.id === b.connector.id
      ? `Tell the shapes apart with header.none in the connector ${a.connector.id}.`
      : `Say which with --connector ${a.connector.id} or --connector ${b.connector.id}.`,
  );
}

function seen(sniffed: Sniffed): string {
  const names = sniffed.format === 'csv' ? sniffed.headers : sniffed.paths;
  const shown = names.slice(0, 12).join(', ');
  return names.length > 12 ? `${shown} and ${names.length - 12} more` : shown;
}
