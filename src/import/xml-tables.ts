import {join} from 'node:path';
import type {CutTables} from './cut-table.ts';
import {GrowingTable} from './growing-table.ts';
import {textChunks} from './text-chunks.ts';
import type {CutRequest} from './xlsx-tables.ts';
import {localName} from './xlsx-workbook.ts';
import {readXml} from './xml-stream.ts';
import {XmlStructure} from './xml-structure.ts';
import {NotAnExportError} from './not-an-export.ts';

export interface XmlRequest extends CutRequest {
  isGzip: boolean;
  /** Path of the repeating element when the person has named it. */
  rows: string | null;
  /** Paths that connectors read; those that the document has are rows. */
  knownRows: string[];
}

/** In characters: enough to see a list begin. */
const structureLength = 8 * 2 ** 20;

/**
 * Writes the lists of an XML document as CSV, a table for each path of a repeating element. Columns are the
 * row's attributes (`@id`), its children (`state`), their attributes (`caller_id@display_value`) and deeper
 * elements (`a.b`); an element that repeats in its row is joined by commas.
 * @throws UserError when it is not well-formed, hostile, or has no list
 */
export async function cutXml(request: XmlRequest): Promise<CutTables> {
  const {path, isGzip, place, directory} = request;
  const isRow = await rowTest(request);
  const tables = new Map<string, GrowingTable>();
  const cutter = new XmlCutter(isRow, (rowPath, row) => {
    const table =
      tables.get(rowPath) ?? new GrowingTable(join(directory, `list-${tables.size}.csv`));
    tables.set(rowPath, table);
    table.add(row);
  });
  await readXml(textChunks(path, isGzip), place, cutter);
  const cut = [];
  for (const [rowPath, table] of tables) cut.push(await table.finish(rowPath));
  if (cut.length === 0)
    throw new NotAnExportError(
      `${place} is XML without a list of elements${request.rows === null ? '' : ` at ${request.rows}`}.`,
      request.rows === null
        ? 'Export the list again, or name the repeating element with --rows, such as --rows unload.incident.'
        : `Name one that it has, such as ${(await structureOf(request)).slice(0, 8).join(', ')}.`,
    );
  return {tables: cut, warnings: []};
}

async function structureOf(request: XmlRequest): Promise<string[]> {
  return [...(await readStructure(request)).paths];
}

async function rowTest(request: XmlRequest): Promise<(path: string, parent: string) => boolean> {
  const {rows, knownRows} = request;
  if (rows !== null) return (path) => path === rows;
  const structure = await readStructure(request);
  const seen = structure.paths;
  const known = knownRows.filter((path) => seen.has(path));
  const containers = structure.containers();
  const knownParents = known.map((path) => path.slice(0, Math.max(0, path.lastIndexOf('.'))));
  // A list beside one that a connector knows is a table too: the journal of ServiceNow’s incidents.
  const parents = known.length > 0 ? new Set(knownParents) : containers;
  return (path, parent) => known.includes(path) || parents.has(parent);
}

class EnoughSeen extends Error {}

async function readStructure({path, isGzip, place}: XmlRequest): Promise<XmlStructure> {
  const structure = new XmlStructure();
  let length = 0;
  const beginning = async function* () {
    for await (const chunk of textChunks(path, isGzip)) {
      yield chunk;
      length += chunk.length;
      if (length > structureLength) throw new EnoughSeen();
    }
  };
  const handlers = {
    open: (name: string, attributes: Record<string, string>) => structure.open(name, attributes),
    close: () => structure.close(),
    text() {},
  };
  await readXml(beginning(), place, handlers).catch((error: unknown) => {
    if (!(error instanceof EnoughSeen)) throw error;
  });
  return structure;
}

class XmlCutter {
  #isRow: (path: string, parent: string) => boolean;
  #onRow: (path: string, row: Map<string, string>) => void;
  #paths: string[] = [];
  /** Depth of the row element that is open; 0 without one. */
  #rowDepth = 0;
  #row = new Map<string, string>();
  #text = '';
  #hasChild = false;

  constructor(
    isRow: (path: string, parent: string) => boolean,
    onRow: (path: string, row: Map<string, string>) => void,
  ) {
    this.#isRow = isRow;
    this.#onRow = onRow;
  }

  open(name: string, attributes: Record<string, string>): void {
    const parent = this.#paths.at(-1) ?? '';
    const local = localName(name);
    const path = parent === '' ? local : `${parent}.${local}`;
    this.#paths.push(path);
    this.#text = '';
    if (this.#rowDepth === 0) {
      if (!this.#isRow(path, parent)) return;
      this.#rowDepth = this.#paths.length;
      this.#row = new Map();
      this.#hasChild = false;
    } else this.#hasChild = true;
    const column = this.#column();
    for (const [key, value] of Object.entries(attributes))
      if (!key.startsWith('xmlns')) this.#add(`${column}@${key}`, value);
  }

  text(text: string): void {
    if (this.#rowDepth > 0) this.#text += text;
  }

  close(): void {
    const depth = this.#paths.length;
    if (this.#rowDepth > 0 && depth > this.#rowDepth) this.#addText();
    if (this.#rowDepth === depth) {
      const path = this.#paths.at(-1) ?? '';
      // A lone value beside the rows, such as their count, is no row.
      if (this.#hasChild || this.#row.size > 1) this.#onRow(path, this.#row);
      this.#rowDepth = 0;
    }
    this.#text = '';
    this.#paths.pop();
  }

  /** The open element as a column: its path below the row. */
  #column(): string {
    const row = this.#paths[this.#rowDepth - 1] ?? '';
    return (this.#paths.at(-1) ?? '').slice(row.length + 1);
  }

  #addText(): void {
    const column = this.#column();
    const text = this.#text.trim();
    // An element without text is a column all the same; one that only holds others is none.
    if (text !== '' || !this.#isOuter(column)) this.#add(column, text);
  }

  #isOuter(column: string): boolean {
    for (const name of this.#row.keys()) if (name.startsWith(`${column}.`)) return true;
    return false;
  }

  #add(column: string, value: string): void {
    const before = this.#row.get(column);
    const isJoined = before !== undefined && before !== '' && value !== '';
    this.#row.set(column, isJoined ? `${before}, ${value}` : value === '' ? (before ?? '') : value);
  }
}
