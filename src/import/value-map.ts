import {quoteText} from '../warehouse/quote.ts';
import type {ValueMap} from './connector.ts';

/**
 * A value map as a small table joined to the rows: one look-up a cell whatever the map's length, where a chain
 * of comparisons was measured to cost as much as reading the file.
 */
export interface Lookup {
  alias: string;
  /** `alias.value` is the canonical value, `alias.stops` whether a status stops the clock; null when unknown. */
  join: string;
}

/**
 * @param cell the text to look up, as SQL
 */
export function lookupSql(alias: string, cell: string, values: ValueMap): Lookup {
  const rows = keyed(values).map(({key, value, stops}) =>
    tuple([quoteText(key), quoteText(value), stops]),
  );
  return {
    alias,
    join: joinSql(alias, ['key', 'value', 'stops'], rows, `${alias}.key = lower(${cell})`),
  };
}

/** The same for texts that mean different things by the field they belong to. */
export function fieldLookupSql(
  alias: string,
  {field, cell}: {field: string; cell: string},
  maps: ReadonlyMap<string, ValueMap>,
): Lookup {
  const rows = [...maps].flatMap(([name, values]) =>
    keyed(values).map(({key, value, stops}) =>
      tuple([quoteText(name), quoteText(key), quoteText(value), stops]),
    ),
  );
  const on = `${alias}.field = ${field} and ${alias}.key = lower(${cell})`;
  return {alias, join: joinSql(alias, ['field', 'key', 'value', 'stops'], rows, on)};
}

function joinSql(alias: string, columns: string[], rows: string[], on: string): string {
  // A map without values is a table without rows, which needs a row to have its columns.
  const table = rows.length > 0 ? rows : [tuple(columns.map(() => 'null'))];
  const casts = columns.map(
    (name) => `${name}::${name === 'stops' ? 'boolean' : 'varchar'} as ${name}`,
  );
  return `left join (select ${casts.join(', ')} from (values ${table.join(', ')}) as v(${columns.join(', ')})) as ${alias} on ${on}`;
}

function tuple(values: string[]): string {
  return `(${values.join(', ')})`;
}

interface Keyed {
  key: string;
  value: string;
  stops: string;
}

/** Each text once, in lower case; a later spelling of the same text counts. */
function keyed(values: ValueMap): Keyed[] {
  const found = new Map<string, Keyed>();
  for (const [raw, mapped] of Object.entries(values)) {
    const value = typeof mapped === 'string' ? mapped : mapped.is;
    const stops = String(typeof mapped === 'string' ? mapped === 'on_hold' : mapped.stops_clock);
    for (const key of spellings(raw)) found.set(key, {key, value, stops});
  }
  return [...found.values()];
}

/** As the engine's `lower` writes it; a Turkish `KAPALI` loses the dotless ı of `kapalı` on the way. */
function spellings(raw: string): string[] {
  const lower = raw.trim().replaceAll('İ', 'i').toLowerCase();
  return [lower, lower.replaceAll('ı', 'i')];
}
