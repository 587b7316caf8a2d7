import {z} from 'zod';
import {UserError} from '../../base/user-error.ts';
import {isZone} from '../../time/zone.ts';
import {fieldsOfGrain, type Grain} from '../../import/canonical-fields.ts';
import {encodingOf} from '../../import/encoding-scan.ts';
import type {Inspection} from '../../import/inspect.ts';
import type {Revision, RevisedColumn} from '../../import/revise-connector.ts';
import {canonicalValues, meaningCode, meaningOf} from './canonical-values.ts';
import {stampOf} from './inspection-stamp.ts';
import type {Answers} from './uploads.ts';

/** A field that is read from no column, and one that stays as its connector makes it. */
export const noColumn = 'none';
export const asBefore = 'same';

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^\P{Cc}*$/u)
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null);

const answerFields = {
  connector: line(100),
  zone: line(100),
  dateOrder: z
    .enum(['', 'day-first', 'month-first'])
    .transform((text) => (text === '' ? null : text))
    .default(null as never),
  source: line(60),
  asOf: line(40),
  encoding: line(40),
  sheet: line(200),
};

const formSchema = z
  .object({...answerFields, stamp: z.string().max(60), then: z.enum(['look', 'import'])})
  .catchall(z.string().max(100));

/** What the form of a preview says. */
export interface MappingForm {
  answers: Answers;
  /** What differs from the preview, table by table; null where nothing does. */
  revisions: (Revision | null)[];
  then: 'look' | 'import';
}

/**
 * Reads the form of a preview against the preview itself: columns and values come as their places in it, so that
 * nothing the browser sends becomes a name, a path or SQL.
 * @throws UserError for what isn't on offer, and 409 when the preview was another one
 */
export function mappingForm(body: unknown, inspections: readonly Inspection[]): MappingForm {
  const checked = formSchema.safeParse(body ?? {});
  if (!checked.success) throw unreadable(String(checked.error.issues[0]?.path[0] ?? 'form'));
  const {stamp, then, connector, zone, dateOrder, source, asOf, encoding, sheet, ...rest} =
    checked.data;
  const answers = {connector, zone, dateOrder, source, asOf, encoding, sheet};
  checkAnswers(answers, inspections);
  const entries = Object.entries(rest as Record<string, string>).map(entryOf);
  if (entries.length > 0 && stamp !== stampOf(inspections)) throw outdated();
  const revisions = inspections.map((inspection, table) =>
    revisionOf(
      inspection,
      entries.filter((entry) => entry.table === table),
    ),
  );
  return {answers, revisions, then};
}

interface Entry {
  table: number;
  kind: 'field' | 'column' | 'value';
  /** A field's name, or the place of a column or value. */
  key: string;
  value: string;
}

/** `t0.field.status`, `t0.column.4`, `t0.value.2` */
function entryOf([name, value]: [string, string]): Entry {
  const found = /^t(\d{1,3})\.(field|column|value)\.(\w{1,40})$/.exec(name);
  if (!found) throw unreadable(name.slice(0, 40));
  const [, table = '', kind, key = ''] = found;
  return {table: Number(table), kind: kind as Entry['kind'], key, value};
}

function revisionOf(inspection: Inspection, entries: readonly Entry[]): Revision | null {
  const fields = revisedFields(inspection, entries);
  const values = entries
    .filter(({kind}) => kind === 'value')
    .flatMap((entry) => revisedValue(inspection, entry));
  if (fields.size === 0 && values.length === 0) return null;
  return {
    shape: inspection.chosen.shape,
    fields: [...fields].map(([field, column]) => ({field, column})),
    values,
  };
}

function revisedFields(
  inspection: Inspection,
  entries: readonly Entry[],
): Map<string, RevisedColumn | null> {
  const {fields, columns} = inspection;
  const known = fieldsOfGrain(inspection.chosen.grain as Grain);
  const revised = new Map<string, RevisedColumn | null>();
  for (const {kind, key, value} of entries) {
    if (kind !== 'field' || value === asBefore) continue;
    if (!Object.hasOwn(known, key)) throw unreadable(key);
    const before = fields.find(({field}) => field === key);
    const column = value === noColumn ? null : columns[place(value, columns.length)]!;
    const isSame = column === null ? !before?.header : isBoundTo(before, Number(value));
    if (!isSame) revised.set(key, column);
  }
  const chosen = new Map<string, string>();
  for (const {kind, key, value} of entries) {
    if (kind !== 'column' || value === '') continue;
    if (!Object.hasOwn(known, value)) throw unreadable(value);
    const column = columns[place(key, columns.length)]!;
    if (chosen.has(value) || revised.get(value)) throw readTwice(value);
    chosen.set(value, column.header);
    revised.set(value, column);
  }
  return revised;
}

function isBoundTo(field: Inspection['fields'][number] | undefined, position: number): boolean {
  return field !== undefined && !field.isComputed && field.position === position;
}

function revisedValue(inspection: Inspection, {key, value}: Entry): Revision['values'] {
  const mapped = inspection.mappedValues[place(key, inspection.mappedValues.length)]!;
  if (value === meaningCode(mapped)) return [];
  const offered = canonicalValues(mapped.field).some(({code}) => code === value);
  if (!offered) throw unreadable(`${mapped.field} of “${mapped.value}”`);
  return [{field: mapped.field, value: mapped.value, meaning: meaningOf(value)}];
}

function place(text: string, count: number): number {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : count;
  if (number >= count) throw unreadable(text);
  return number;
}

function checkAnswers(answers: Answers, inspections: readonly Inspection[]): void {
  const {zone, source, encoding, sheet} = answers;
  if (zone !== null && !isZone(zone))
    throw new UserError(
      `“${zone}” is not a time zone.`,
      'Choose one from the list, such as Europe/Berlin.',
    );
  if (source !== null && !/^[a-z0-9][a-z0-9_-]*$/i.test(source))
    throw new UserError(
      `“${source}” can’t name a source.`,
      'Use letters, digits, - and _, such as service_desk.',
    );
  if (encoding !== null && encodingOf(encoding) === null) throw unreadable('encoding');
  const parts = inspections.map(({part}) => part);
  if (sheet !== null && inspections.length > 0 && !parts.includes(sheet)) throw unreadable('sheet');
}

function unreadable(what: string): UserError {
  return new UserError(
    `The form says something of ${what} that is not on offer.`,
    'Open the preview again and use its lists.',
  );
}

function readTwice(field: string): UserError {
  return new UserError(
    `Two columns are to be read as ${field}.`,
    'Go back and give it one of them only.',
  );
}

function outdated(): UserError {
  return new UserError(
    'The preview has changed since this page was opened.',
    'Open it again: what was applied meanwhile is kept.',
    409,
  );
}
