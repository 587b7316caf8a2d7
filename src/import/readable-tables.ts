import {UserError} from '../base/user-error.ts';
import type {Connector} from './connector.ts';
import type {DecodedFile} from './decode.ts';
import {candidates, type Detection} from './detect.ts';
import type {JsonForms} from './json-paths.ts';
import {connectorById} from './load-connectors.ts';
import type {KnownForms} from './open-file.ts';
import {shown} from './shown.ts';
import {sniffTable} from './sniff.ts';

/** What opening a file needs to know of the connectors: XML elements they read, and tables they read as they stand. */
export function knownForms(connectors: readonly Connector[]): KnownForms {
  const shapes = connectors.flatMap(({shapes}) => shapes);
  return {
    knownRows: shapes.flatMap(({format, rows}) => (format === 'xml' ? (rows ?? []) : [])),
    isKnownTable: (sniffed) => candidates(sniffed, connectors).matches.length > 0,
  };
}

/** What connectors read in JSON otherwise than it is written: objects as rows, and lists of pairs as objects. */
export function jsonForms(connectors: readonly Connector[]): JsonForms {
  const shapes = connectors.flatMap(({shapes}) => shapes).filter(({format}) => format === 'json');
  const rows = shapes.flatMap(({rows = [], pairs}) => rows.map((path) => ({path, pairs})));
  const maps = new Map<string, boolean>();
  for (const {path} of rows)
    for (const {index} of path.matchAll(/\{\}/g)) {
      const before = path.slice(0, index);
      const map = inDocument(before);
      maps.set(map, !/\[\]|\{\}/.test(before) && (maps.get(map) ?? true));
    }
  return {
    maps: [...maps].map(([path, isOutermost]) => ({path, isOutermost})),
    pairs: rows.flatMap(({path, pairs}) => {
      const row = inDocument(path);
      return pairs
        ? [{path: row === '' ? pairs.list : `${row}.${pairs.list}`, name: pairs.name}]
        : [];
    }),
  };
}

/** Elements of an outer list are documents, whose paths begin anew. */
function inDocument(path: string): string {
  return path.replace(/^\[\]\.?/, '');
}

/**
 * Of a file's tables those that a connector knows; the first of them carries a warning for each of the others.
 * A file with a single table is that table, known or not.
 * @param wanted the connector's id when the person has named it
 * @throws UserError when there are several and none is known: which tables there are and how to choose
 */
export function readableTables(
  tables: readonly DecodedFile[],
  connectors: readonly Connector[],
  wanted?: string,
): DecodedFile[] {
  if (tables.length <= 1) return [...tables];
  const among = wanted === undefined ? connectors : [connectorById(connectors, wanted)];
  const isKnown = (file: DecodedFile) =>
    file.table !== null && candidates(sniffTable(file, file.table), among).matches.length > 0;
  const known = tables.filter(isKnown);
  const [first, ...rest] = known;
  if (!first) throw whichTable(tables);
  const left = tables
    .filter((file) => !known.includes(file))
    .map((file) => `Left out, as no connector knows it: ${described(file)}.`);
  return [{...first, warnings: [...first.warnings, ...left]}, ...rest];
}

/** One more list of a JSON file, as a file of its own; what opening it warned of was told with the first. */
export function partOf(file: DecodedFile, {rowsPath}: Detection): DecodedFile {
  return {
    ...file,
    originalPath: `${file.originalPath}/${rowsPath}`,
    fileName: `${file.fileName}/${rowsPath}`,
    part: rowsPath,
    warnings: [],
  };
}

/** Several tables, none of them known: a person has to say which is meant. */
export class TableChoiceError extends UserError {
  /** @param parts the names to choose from */
  constructor(
    message: string,
    remedy: string,
    readonly parts: readonly string[],
  ) {
    super(message, remedy);
  }
}

function whichTable(tables: readonly DecodedFile[]): TableChoiceError {
  const [first] = tables;
  const isWorkbook = first?.form === 'workbook';
  const file = first?.originalPath.slice(0, -(first.part?.length ?? 0) - 1) ?? '';
  const option = isWorkbook ? '--sheet' : '--rows';
  const example = /\s/.test(first?.part ?? '') ? `"${first?.part}"` : first?.part;
  return new TableChoiceError(
    `${file} holds ${tables.length} tables, none of which a connector knows: ${tables.map(described).join('; ')}.`,
    `Choose one with ${option}, such as ${option} ${example}.`,
    tables.flatMap(({part}) => part ?? []),
  );
}

function described({part, form, table}: DecodedFile): string {
  const headers = table?.headers ?? [];
  const first = headers.slice(0, 4).map(shown).join(', ');
  const name = form === 'workbook' ? `sheet “${part}”` : part;
  return `${name} with ${table?.rowCount} rows (${first}${headers.length > 4 ? ', …' : ''})`;
}
