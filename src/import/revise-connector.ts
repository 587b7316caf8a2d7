import {isMap, isScalar, parseDocument, type Document, type YAMLMap} from 'yaml';
import {UserError} from '../base/user-error.ts';
import {fieldsOfGrain} from './canonical-fields.ts';
import {parseConnector, type Connector, type FieldRule, type ValueMap} from './connector.ts';
import {fitsOf} from './date-format.ts';
import {dateFormatCandidates} from './propose-dates.ts';
import {priorityOf, recordTypeOf, statusOf} from './propose-values.ts';

/** What a person says of one export's mapping: names and values of the file, never an expression. */
export interface Revision {
  /** Id of the shape it is about. */
  shape: string;
  /** Fields that are read from another column than so far, or from none. */
  fields: {field: string; column: RevisedColumn | null}[];
  /** Values that mean something else than so far; null for nothing that is known. */
  values: {field: string; value: string; meaning: ValueMap[string] | null}[];
}

/** A column with what its cells look like. */
export interface RevisedColumn {
  header: string;
  samples: readonly string[];
  /** All its values, where they are few. */
  values: readonly string[] | null;
}

/** Fields whose values are mapped, with what their words say by themselves. */
const mappedFields = {
  status: statusOf,
  priority: priorityOf,
  record_type: recordTypeOf,
} as const;

/**
 * A connector's YAML with a person's corrections in it; what they don't touch stays as it stands, comments
 * included. The result is checked as any connector is.
 * @param place the file, for messages
 * @throws UserError when a column can't be what it is said to be
 */
export function reviseConnector(text: string, revision: Revision, place: string): string {
  const connector = parseConnector(text, place);
  const index = connector.shapes.findIndex(({id}) => id === revision.shape);
  const shape = connector.shapes[index];
  if (!shape) throw new Error(`${place} has no shape ${revision.shape}`);
  const document = parseDocument(text);
  for (const {field, column} of revision.fields) {
    const path = ['shapes', index, 'fields', field];
    if (column === null) {
      document.deleteIn(path);
      continue;
    }
    const before = (shape.fields as Record<string, FieldRule | undefined>)[field];
    const type = fieldsOfGrain(shape.grain)[field];
    document.setIn(path, document.createNode(ruleFor(field, column, {before, type})));
  }
  const revised = parseConnector(document.toString(), place);
  for (const field of new Set(revision.values.map((one) => one.field)))
    setValues(document, revised, {index, field, values: revision.values});
  const result = document.toString({lineWidth: 100, flowCollectionPadding: false});
  parseConnector(result, place);
  return result;
}

function ruleFor(
  field: string,
  {header, samples, values}: RevisedColumn,
  {before, type}: {before: FieldRule | undefined; type: string | undefined},
): FieldRule {
  if (type === 'instant') return {time: header, formats: formatsOf(field, header, samples)};
  if (type === 'flag') return {flag: header};
  if (!(field in mappedFields)) return header;
  const words = mappedFields[field as keyof typeof mappedFields];
  const known = isMapped(before) ? before : null;
  if (known && typeof known.values === 'string') return {map: header, values: known.values};
  // What the words of the new column say by themselves; the rest is shown as unknown.
  const guessed = (values ?? []).flatMap((value): [string, string][] => {
    const guess = words(value);
    return guess?.sureness === 1 ? [[value, guess.meaning]] : [];
  });
  const so = typeof known?.values === 'object' ? known.values : {};
  return {map: header, values: {...so, ...(Object.fromEntries(guessed) as ValueMap)}};
}

function isMapped(rule: FieldRule | undefined): rule is Extract<FieldRule, {map: unknown}> {
  return typeof rule === 'object' && !Array.isArray(rule) && 'map' in rule;
}

/** Formats that read the samples: the import proves over the whole column which of them it is. */
function formatsOf(field: string, header: string, samples: readonly string[]): string[] {
  const fits = fitsOf([...samples], dateFormatCandidates);
  const formats = fits.filter(({count}) => count === samples.length).map(({format}) => format);
  const written = [...new Set(formats.map(({format}) => format))];
  if (samples.length > 0 && written.length > 0) return written;
  throw new UserError(
    `“${header}” can’t be ${field}: ${samples[0] === undefined ? 'it is empty' : `“${samples[0]}” is no date that can be read`}.`,
    'Choose a column of dates, or none.',
  );
}

interface ValueChange {
  index: number;
  field: string;
  values: Revision['values'];
}

/** Changes the map a field reads its values with, wherever the connector keeps it. */
function setValues(document: Document, connector: Connector, change: ValueChange): void {
  const {index, field, values} = change;
  const rule = (connector.shapes[index]?.fields as Record<string, FieldRule | undefined>)[field];
  if (!isMapped(rule)) return;
  const path =
    typeof rule.values === 'string'
      ? ['maps', rule.values]
      : ['shapes', index, 'fields', field, 'values'];
  const map = ownMap(document, path);
  for (const one of values) {
    if (one.field !== field) continue;
    removeSpellings(map, one.value);
    if (one.meaning !== null) map.set(one.value, document.createNode(one.meaning));
  }
}

/** The map at a path; one that is shared by an anchor, or isn't written out, gets a copy of its own. */
function ownMap(document: Document, path: (string | number)[]): YAMLMap {
  const found = document.getIn(path, true);
  if (isMap(found)) return found;
  const values = path.reduce<unknown>(
    (inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key],
    document.toJS(),
  );
  document.setIn(path, document.createNode(values ?? {}));
  return document.getIn(path, true) as YAMLMap;
}

/** Maps take any case, so every spelling of a value goes. */
function removeSpellings(map: YAMLMap, value: string): void {
  const same = (key: unknown) =>
    String(isScalar(key) ? key.value : key).toLowerCase() === value.toLowerCase();
  map.items = map.items.filter(({key}) => !same(key));
}
