import {join} from 'node:path';
import type {CutTables} from './cut-table.ts';
import {GrowingTable} from './growing-table.ts';
import {textChunks} from './text-chunks.ts';
import type {CutRequest} from './xlsx-tables.ts';
import {localName} from './xlsx-workbook.ts';
import {readXml} from './xml-stream.ts';
import {NotAnExportError} from './not-an-export.ts';

const attributeKinds = new Set([
  ...['string', 'date', 'int', 'float', 'boolean', 'id', 'list', 'container', 'values'],
]);

/**
 * Writes an event log (IEEE 1849, XES) as CSV, a row an event: the attributes of its trace as
 * `case:concept:name`, its own as `concept:name`, attributes of attributes as `outer.inner`.
 * @throws UserError when it is not well-formed, hostile, or has no events
 */
export async function cutXes(request: CutRequest & {isGzip: boolean}): Promise<CutTables> {
  const table = new GrowingTable(join(request.directory, 'events.csv'));
  const cutter = new XesCutter(table);
  await readXml(textChunks(request.path, request.isGzip), request.place, cutter);
  if (table.rowCount === 0)
    throw new NotAnExportError(
      `${request.place} is an event log without events.`,
      'Export it again with its events.',
    );
  const {emptyTraces} = cutter;
  return {
    tables: [await table.finish('log.trace.event')],
    warnings:
      emptyTraces === 0
        ? []
        : [`${emptyTraces} traces of the log have no events and gave no rows.`],
  };
}

class XesCutter {
  emptyTraces = 0;
  #table: GrowingTable;
  #trace: Map<string, string> | null = null;
  #event: Map<string, string> | null = null;
  /** A trace's attributes may follow its events. */
  #events: Map<string, string>[] = [];
  #keys: string[] = [];

  constructor(table: GrowingTable) {
    this.#table = table;
  }

  text(): void {}

  open(name: string, {key = '', value}: Record<string, string>): void {
    const local = localName(name);
    if (local === 'trace') this.#trace = new Map();
    else if (local === 'event' && this.#trace) this.#event = new Map();
    else if (attributeKinds.has(local) && this.#trace) {
      this.#keys.push(key);
      if (value === undefined) return;
      const column = this.#keys.filter((part) => part !== '').join('.');
      if (this.#event) this.#event.set(column, value);
      else this.#trace.set(`case:${column}`, value);
    }
  }

  close(name: string): void {
    const local = localName(name);
    if (attributeKinds.has(local)) this.#keys.pop();
    if (local === 'event' && this.#event) {
      this.#events.push(this.#event);
      this.#event = null;
    }
    if (local !== 'trace' || !this.#trace) return;
    for (const event of this.#events) this.#table.add(new Map([...this.#trace, ...event]));
    if (this.#events.length === 0) this.emptyTraces++;
    this.#events = [];
    this.#trace = null;
  }
}
