import {UserError} from '../base/user-error.ts';
import {aliasesOf, aliasList, type Connector, type Shape} from './connector.ts';
import {headerName, headerPositions} from './header-name.ts';
import {connectorById} from './load-connectors.ts';
import {plainNames} from './json-paths.ts';
import {NotAnExportError} from './not-an-export.ts';
import {shown} from './shown.ts';
import type {Sniffed, SniffedCsv} from './sniff.ts';

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
  /** Formats of dates that the file has by its form, whatever the connector says. */
  dateFormats?: string[];
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
 * The exports in a file: the shape that knows most of its columns, and of a JSON answer what else of the same
 * tool stands in other lists of it, such as the changes beside or inside the issues.
 * @param wanted the connector's id when the person has named it
 * @throws UserError saying what was seen and what is closest, when none or several match
 */
export function detectShapes(
  sniffed: Sniffed,
  connectors: readonly Connector[],
  {wanted, place}: {wanted?: string | undefined; place: string},
): [Detection, ...Detection[]] {
  const among = wanted === undefined ? connectors : [connectorById(connectors, wanted)];
  const {matches, nearMisses} = candidates(sniffed, among);
  const [best, ...others] = matches;
  if (!best) throw unknownHeader(sniffed, nearMisses, {wanted, place});
  if (others[0]?.knownCount === best.knownCount) throw tied(best, others[0], place);
  return [best, ...besides(best, others)];
}

/** For each other list of a JSON answer the shape that fits it best. Records are read once. */
export function besides(best: Detection, others: readonly Detection[]): Detection[] {
  const isOfRecords = ({shape}: Detection) => ['incident', 'version'].includes(shape.grain);
  const found = new Map<string | null, Detection>([[best.rowsPath, best]]);
  for (const other of others) {
    const isTwice = isOfRecords(other) && [...found.values()].some(isOfRecords);
    if (other.connector === best.connector && !isTwice && !found.has(other.rowsPath))
      found.set(other.rowsPath, other);
  }
  return [...found.values()].slice(1);
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
      const missing = [...missingColumns(table.headers, shape), ...unlike(sniffed, shape)];
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
): {headers: string[]; rowsPath: string | null; dateFormats?: string[]} | null {
  const format = shape.format ?? 'csv';
  if (sniffed.format === 'csv') return cellsFor(sniffed, shape);
  if (format !== 'json') return null;
  const rowsPath = shape.rows?.find((path) => sniffed.paths.some((leaf) => reaches(leaf, path)));
  if (rowsPath === undefined) return null;
  return {headers: jsonHeaders(sniffed.paths, rowsPath), rowsPath};
}

/** What becomes cells: text files, workbooks and Parquet are one to a connector, XML and event logs are not. */
function cellsFor(
  {form, headers, rowsPath}: SniffedCsv,
  shape: Shape,
): {headers: string[]; rowsPath: null; dateFormats?: string[]} | null {
  const format = shape.format ?? 'csv';
  if (form === 'csv') return format === 'csv' ? {headers, rowsPath: null} : null;
  if (form === 'xml') {
    const isRead = format === 'xml' && (shape.rows?.includes(rowsPath ?? '') ?? false);
    return isRead ? {headers, rowsPath: null} : null;
  }
  if (form === 'xes') return format === 'xes' ? {headers, rowsPath: null} : null;
  return format === 'csv' ? {headers, rowsPath: null, dateFormats: cellDates} : null;
}

/** How our own readers write dates of native cells. */
const cellDates = ['%Y-%m-%d %H:%M:%S', '%Y-%m-%dT%H:%M:%SZ'];

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
function jsonHeaders(paths: readonly string[], rowsPath: string): string[] {
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
    // A list of plain values is one cell.
    if (/\[\]|\{\}/.test(path.replace(/\[\]$/, ''))) return [];
    const outer = lists[0] === '' ? leaf : leaf.slice((lists[0] ?? '').length + 1);
    return [{name: plainNames(outer.replace(/\[\]|\{\}/g, '')), level, path}];
  });
}

/**
 * The list of a JSON file that is most like a table: whose rows have most leaves of their own, the outermost
 * of several. Null when there is none with two.
 */
export function widestList(paths: readonly string[]): string | null {
  const lists = ['[]', ...paths.flatMap((path) => listsIn(path.replace(/\[\]$/, '')))];
  let widest: {list: string; width: number} = {list: '[]', width: 1};
  for (const list of new Set(lists)) {
    const innermost = listsIn(list).length - 1;
    const width = jsonLeaves(paths, list).filter(({level}) => level === innermost).length;
    if (width > widest.width) widest = {list, width};
  }
  return widest.width > 1 ? widest.list : null;
}

/** `[].a[].b[]` holds the lists ``, `a[]` and `a[].b[]`; a map, marked `{}`, is a list of its members. */
export function listsIn(rowsPath: string): string[] {
  const path = rowsPath.replace(/^\[\]\.?/, '');
  const inner = [...path.matchAll(/\[\]|\{\}/g)].map((mark) => path.slice(0, mark.index + 2));
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

/** Columns whose first values are not what the shape says; exports with one header are told apart by them. */
function unlike(sniffed: Sniffed, {header}: Shape): string[] {
  return Object.entries(header.like ?? {}).flatMap(([column, pattern]) => {
    const miss = [`${column} like ${pattern}`];
    if (sniffed.format !== 'csv') return miss;
    const at = headerPositions(sniffed.headers).get(headerName(column))?.[0] ?? -1;
    const values = sniffed.sampleRows.slice(0, 20).flatMap((row) => row[at] ?? []);
    const filled = values.filter((value) => value.trim() !== '');
    return filled.length > 0 && filled.every((value) => new RegExp(pattern, 'su').test(value))
      ? []
      : miss;
  });
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
  return new NotAnExportError(
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
  const first = names.slice(0, 12).map(shown).join(', ');
  return names.length > 12 ? `${first} and ${names.length - 12} more` : first;
}
