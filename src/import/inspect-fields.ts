import {UserError} from '../base/user-error.ts';
import type {Session} from '../warehouse/database.ts';
import {isExpression, isMap, isTime} from './bind-fields.ts';
import {textSql} from './cell-sql.ts';
import {compileFile, dateColumns, type CompiledField, type CompiledFile} from './compile.ts';
import type {DateFormat} from './date-format.ts';
import {proveDates, type DateOrder} from './dates.ts';
import type {Detection} from './detect.ts';
import type {Rows} from './read.ts';
import {safePlan} from './safe-plan.ts';
import {lookedUpRows} from './select-rows.ts';

/** What an import would read into one canonical field. */
export interface InspectedField {
  field: string;
  /** Column it would be read from; null when the file has none. */
  header: string | null;
  /** Place of that column, from 0; null when the file has none. */
  position: number | null;
  /** Made of several columns, or by an expression. */
  isComputed: boolean;
  /** Proven date format; null for other fields, and for dates that nothing settles yet. */
  format: string | null;
  /** Up to three values as they stand in the file. */
  samples: string[];
  /** Share of the rows with a value, 0–1. */
  filledShare: number;
  /** Values that could not be read, which would have their rows rejected. */
  unreadCount: number;
}

export interface UnmappedValue {
  field: string;
  value: string;
  rowCount: number;
}

/** A value of a field with a map, and what the map makes of it. */
export interface MappedValue {
  field: string;
  value: string;
  /** Null where the map doesn't know it. */
  meaning: string | null;
  stopsClock: boolean;
  rowCount: number;
}

/** A column of the file, read for a field or not. */
export interface InspectedColumn {
  header: string;
  /** Up to three values as they stand in the file. */
  samples: string[];
  /** All values the first rows hold, where they are few; null where they are many. */
  values: string[] | null;
}

export interface InspectedFields {
  rowCount: number;
  fields: InspectedField[];
  /** Every column of the file, in order. */
  columns: InspectedColumn[];
  /** The commonest values of the fields that have a map, with what they mean. */
  mappedValues: MappedValue[];
  unmappedColumns: string[];
  unmappedValues: UnmappedValue[];
  /** What an import would stop at and ask. */
  questions: string[];
}

export interface InspectFieldsOptions {
  place: string;
  zone: string | null;
  dateOrder?: DateOrder | undefined;
}

/** Samples come from the beginning of a file; counts from all of it. */
const sampledRows = 5000;

/** More different values than this are no fixed set. */
const mostValues = 60;

/** Reads a file as an import would, without landing anything; what would stop it becomes a question. */
export async function inspectFields(
  session: Session,
  rows: Rows,
  detection: Detection,
  options: InspectFieldsOptions,
): Promise<InspectedFields> {
  const questions: string[] = [];
  const formats = await provenFormats(session, rows, detection, {...options, questions});
  const compiled = await compiledOrAsked(session, detection, {...options, formats, questions});
  const fields = [...compiled.fields.values()];
  const relation = lookedUpRows(compiled, rows.relation());
  const [counts, samples] = await safePlan(session, compiled, async () => [
    await countFields(session, relation, fields),
    await sampleFields(session, relation, fields),
  ]);
  return {
    rowCount: counts.rowCount,
    fields: fields.map((field, index) => ({
      field: field.field,
      header: field.header,
      position: field.columns[0] ?? null,
      isComputed: isExpression(field.rule) || (isTime(field.rule) && !!field.rule.plus),
      format: formats.get(field.field)?.format ?? null,
      samples: samples[index] ?? [],
      filledShare: counts.rowCount === 0 ? 0 : counts.filled[index]! / counts.rowCount,
      unreadCount: counts.unread[index]!,
    })),
    columns: await sampleColumns(session, relation, detection.headers),
    mappedValues: await mappedValues(session, relation, fields),
    unmappedColumns: compiled.binding.unmapped.map(({header}) => header),
    unmappedValues: await unmappedValues(session, relation, fields),
    questions,
  };
}

type Asking = InspectFieldsOptions & {questions: string[]};

/** All columns together, so that they can prove each other; one by one when one of them is in doubt. */
async function provenFormats(
  session: Session,
  rows: Rows,
  detection: Detection,
  {questions, ...options}: Asking,
): Promise<Map<string, DateFormat>> {
  const columns = dateColumns(detection);
  try {
    return (await proveDates(session, rows, columns, options)).formats;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
  const formats = new Map<string, DateFormat>();
  for (const column of columns) {
    try {
      const proof = await proveDates(session, rows, [column], options);
      for (const [field, format] of proof.formats) formats.set(field, format);
    } catch (error) {
      questions.push(questionOf(error, options.place));
    }
  }
  return formats;
}

async function compiledOrAsked(
  session: Session,
  detection: Detection,
  {formats, zone, place, questions}: Asking & {formats: Map<string, DateFormat>},
): Promise<CompiledFile> {
  try {
    return await compileFile(session, {detection, formats, zone, place});
  } catch (error) {
    if (zone !== null) throw error;
    // The zone moves instants, not what can be read, so the rest can be shown without it.
    const compiled = await compileFile(session, {detection, formats, zone: 'UTC', place});
    questions.push(questionOf(error, place));
    return compiled;
  }
}

/** The file is the subject of all an inspection says, so its name is left out. */
function questionOf(error: unknown, place: string): string {
  if (!(error instanceof UserError)) throw error;
  return `${error.message.replace(`${place}: `, '')} ${error.remedy}`;
}

async function countFields(
  session: Session,
  relation: string,
  fields: readonly CompiledField[],
): Promise<{rowCount: number; filled: number[]; unread: number[]}> {
  const counted = fields.flatMap((field, index) => {
    const text = textOf(field);
    const unread =
      field.expected === null ? 'false' : `${text} is not null and ${field.value} is null`;
    return [
      `count(${text})::integer as filled${index}`,
      `count(*) filter (${unread})::integer as unread${index}`,
    ];
  });
  const [row] = await session.query<Record<string, number>>(
    `select ${['count(*)::integer as row_count', ...counted].join(', ')} from ${relation}`,
  );
  return {
    rowCount: row!.row_count!,
    filled: fields.map((_, index) => row![`filled${index}`]!),
    unread: fields.map((_, index) => row![`unread${index}`]!),
  };
}

async function sampleFields(
  session: Session,
  relation: string,
  fields: readonly CompiledField[],
): Promise<string[][]> {
  if (fields.length === 0) return [];
  const lists = fields.map((field, index) => {
    const text = textOf(field);
    return `list(distinct ${text}) filter (${text} is not null) as v${index}`;
  });
  const [row] = await session.query<Record<string, string[] | null>>(
    `select ${lists.join(', ')} from (select * from ${relation} limit ${sampledRows})`,
  );
  // Sorted, because the engine's order of distinct values differs from run to run.
  return fields.map((_, index) => spread((row?.[`v${index}`] ?? []).sort()));
}

async function sampleColumns(
  session: Session,
  relation: string,
  headers: readonly string[],
): Promise<InspectedColumn[]> {
  if (headers.length === 0) return [];
  const lists = headers.map((_, index) => {
    const text = textSql(index);
    return `list(distinct ${text}) filter (${text} is not null) as v${index}`;
  });
  const [row] = await session.query<Record<string, string[] | null>>(
    `select ${lists.join(', ')} from (select * from ${relation} limit ${sampledRows})`,
  );
  return headers.map((header, index) => {
    const values = (row?.[`v${index}`] ?? []).sort();
    return {header, samples: spread(values), values: values.length <= mostValues ? values : null};
  });
}

/** First, middle and last: neighbours look alike. */
function spread(values: readonly string[]): string[] {
  if (values.length <= 3) return [...values];
  return [values[0]!, values[Math.floor(values.length / 2)]!, values.at(-1)!];
}

async function mappedValues(
  session: Session,
  relation: string,
  fields: readonly CompiledField[],
): Promise<MappedValue[]> {
  const found: MappedValue[] = [];
  for (const {field, rule, cell, value, lookups} of fields) {
    if (!isMap(rule) || cell === null) continue;
    const stops = lookups.map(({alias}) => `${alias}.stops`).join(', ');
    const rows = await session.query<Omit<MappedValue, 'field'>>(`
      select ${cell} as value, mode(${value}) as meaning,
        coalesce(bool_or(coalesce(${stops})), false) as "stopsClock", count(*)::integer as "rowCount"
      from ${relation} where ${cell} is not null
      group by 1 order by 4 desc, 1 limit ${mostValues}`);
    found.push(...rows.map((row) => ({field, ...row})));
  }
  return found;
}

async function unmappedValues(
  session: Session,
  relation: string,
  fields: readonly CompiledField[],
): Promise<UnmappedValue[]> {
  const found: UnmappedValue[] = [];
  for (const {field, rule, cell, value} of fields) {
    if (!isMap(rule) || cell === null) continue;
    const values = await session.query<{value: string; row_count: number}>(`
      select ${cell} as value, count(*)::integer as row_count from ${relation}
      where ${cell} is not null and ${value} is null
      group by 1 order by 2 desc, 1 limit 50`);
    found.push(...values.map((row) => ({field, value: row.value, rowCount: row.row_count})));
  }
  return found;
}

/** The text a person would recognise; expressions have only their value. */
function textOf({cell, value}: CompiledField): string {
  return cell ?? `(${value})::varchar`;
}
