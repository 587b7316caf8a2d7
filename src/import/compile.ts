import {UserError} from '../base/user-error.ts';
import {quoteText} from '../warehouse/quote.ts';
import type {Session} from '../warehouse/database.ts';
import {attempted} from './attempted.ts';
import {
  bindFields,
  isExpression,
  isFlag,
  isMap,
  isTime,
  valuesOf,
  type Binding,
  type BoundField,
} from './bind-fields.ts';
import {fieldsOfGrain, type FieldType} from './canonical-fields.ts';
import {formatList, hasZone, parseSql, type DateFormat} from './date-format.ts';
import type {DateColumn} from './dates.ts';
import {
  aliasList,
  type DurationRule,
  type FieldRule,
  type MappedRule,
  type TimeRule,
} from './connector.ts';
import type {Detection} from './detect.ts';
import {bindExpression, checkExpression} from './expression.ts';
import {headerName, headerPositions} from './header-name.ts';
import {durationSql, flagSql, joinedSql, referenceSql, textSql, unlessNull} from './cell-sql.ts';
import {lookupSql, type Lookup} from './value-map.ts';
import {isUtc} from './zone.ts';

/** A field of one file as SQL over its columns `c0`, `c1`, …. */
export interface CompiledField extends BoundField {
  type: FieldType;
  /** The text the value is read from; null when the file has no such column. */
  cell: string | null;
  /** The typed value. */
  value: string;
  /** The tables that `value` looks texts up in. */
  lookups: Lookup[];
  /** What a cell must be that `value` could not read; null where nothing can go wrong. */
  expected: string | null;
  /** Where `value` is a calculation: SQL that is true for rows it fails on. */
  failure: string | null;
}

export interface CompiledFile {
  detection: Detection;
  binding: Binding;
  fields: Map<string, CompiledField>;
  /** Zone of local times; null when no column needs one. */
  zone: string | null;
  skips: {when: string; because: string}[];
}

export interface CompileInput {
  detection: Detection;
  /** From the command line or the source. */
  zone: string | null;
  formats: ReadonlyMap<string, DateFormat>;
  place: string;
}

/** The date columns of a file, whose formats have to be proven before it is compiled. */
export function dateColumns(detection: Detection): DateColumn[] {
  const {shape, connector, headers} = detection;
  return bindFields(shape, headers).fields.flatMap((bound) => {
    if (!isTime(bound.rule) || bound.header === null) return [];
    const formats = bound.rule.formats ?? shape.formats ?? connector.formats ?? [];
    // The proof reads cells as they stand.
    const cell = timeCell(bound, `trim(c${bound.columns[0] ?? 0})`);
    const known = new Set([...formatList(formats), ...(detection.dateFormats ?? [])]);
    return [{field: bound.field, header: bound.header, cell, formats: [...known]}];
  });
}

/**
 * Turns a shape and a file's header into SQL, a field at a time.
 * @throws UserError for a missing zone or an expression that is not allowed
 */
export async function compileFile(session: Session, input: CompileInput): Promise<CompiledFile> {
  const {detection} = input;
  const {shape, connector} = detection;
  const binding = bindFields(shape, detection.headers);
  const positions = headerPositions(detection.headers);
  const expressions = binding.fields.flatMap(({rule}) => expressionsIn(rule));
  for (const sql of [...expressions, ...(shape.skip ?? []).map((skip) => skip.when)])
    await checkExpression(session, sql, `connector ${connector.id}, ${shape.id}`);
  const types = fieldsOfGrain(shape.grain);
  const compiled = binding.fields.map((bound) =>
    compileField(bound, types[bound.field] ?? 'text', positions, input),
  );
  return {
    detection,
    binding,
    fields: new Map(compiled.map((field) => [field.field, field])),
    zone: zoneOf(compiled, input),
    skips: (shape.skip ?? []).map(({when, because}) => ({
      when: `${attempted(bindExpression(when, positions)).value} is true`,
      because,
    })),
  };
}

function compileField(
  bound: BoundField,
  type: FieldType,
  positions: Map<string, number[]>,
  input: CompileInput,
): CompiledField {
  const {rule} = bound;
  const field = {...bound, type, expected: null, lookups: [], failure: null};
  if (bound.header === null) return {...field, cell: null, value: `null::${sqlTypes[type]}`};
  if (isExpression(rule)) return expressionField(bound, type, positions);
  if (isTime(rule)) return timeField(bound, type, {...input, positions});
  const cell = textSql(bound.columns[0] ?? 0);
  if (isFlag(rule)) return {...field, cell, value: flagSql(cell, rule)};
  if (isMap(rule))
    return mappedField({...field, cell, value: cell}, rule, {...input.detection, positions});
  if (typeof rule === 'object' && 'list' in rule)
    return {...field, cell, value: joinedSql(bound.columns)};
  if (typeof rule === 'object' && 'ref' in rule) return {...field, cell, value: referenceSql(cell)};
  if (typeof rule === 'object' && 'duration' in rule)
    return {
      ...field,
      cell,
      value: durationSql(cell, rule.unit),
      expected: `a duration (${rule.unit})`,
    };
  return plainField(field, cell);
}

export const sqlTypes: Record<FieldType, string> = {
  text: 'varchar',
  instant: 'timestamptz',
  flag: 'boolean',
  count: 'integer',
  number: 'double',
};

function plainField(field: Omit<CompiledField, 'cell' | 'value'>, cell: string): CompiledField {
  if (field.type === 'flag') return {...field, cell, value: flagSql(cell, {}), expected: null};
  if (field.type === 'count')
    return {...field, cell, value: `try_cast(${cell} as integer)`, expected: 'a whole number'};
  if (field.type === 'number')
    return {...field, cell, value: `try_cast(${cell} as double)`, expected: 'a number'};
  return {...field, cell, value: cell, expected: null};
}

function expressionField(
  bound: BoundField,
  type: FieldType,
  positions: Map<string, number[]>,
): CompiledField {
  const sql = bindExpression((bound.rule as {sql: string}).sql, positions);
  return {
    ...bound,
    type,
    // A text may be a status or a field's name, whose raw value is looked up and kept.
    cell: type === 'text' ? attempted(`${sql}::varchar`).value : null,
    ...attempted(`try_cast(${sql} as ${sqlTypes[type]})`),
    expected: null,
    lookups: [],
  };
}

function timeCell({rule, columns}: BoundField, text = textSql(columns[0] ?? 0)): string {
  const nulls = isTime(rule) ? (rule.nulls ?? []) : [];
  return unlessNull(text, nulls);
}

function timeField(
  bound: BoundField,
  type: FieldType,
  input: CompileInput & {positions: Map<string, number[]>},
): CompiledField {
  const cell = timeCell(bound);
  const field = {...bound, type, expected: null, lookups: [], failure: null};
  const format = input.formats.get(bound.field);
  if (!format) return {...field, cell, value: 'null::timestamptz', expected: 'a date'};
  const value = instantSql(parseSql(cell, format), format.format, zoneFor(bound, input) ?? 'UTC');
  const {plus} = bound.rule as TimeRule;
  if (plus) {
    const header = aliasList(plus.duration).find((alias) => input.positions.has(headerName(alias)));
    const column = header === undefined ? undefined : input.positions.get(headerName(header))?.[0];
    const later = laterSql(value, column === undefined ? null : textSql(column), plus.unit);
    return {...field, cell: null, ...attempted(later)};
  }
  return {...field, cell, value, expected: `a date as ${format.format}`};
}

/**
 * A local time as an instant. Where clocks go back an hour comes twice: the second one, in winter time, is
 * taken. Where they go forward an hour is missing: its times move on by the hour. That is what DuckDB's ICU
 * does for every zone, so the same text always gives the same instant; the import warns with the count.
 */
function instantSql(parsed: string, format: string, zone: string): string {
  if (format.includes('%z')) return `${parsed}::timestamptz`;
  // The general conversion goes through ICU a value at a time; universal time needs none.
  if (format.endsWith('Z') || isUtc(zone)) return `make_timestamptz(epoch_us(${parsed}))`;
  return `(${parsed} at time zone ${quoteText(zone)})`;
}

/** Nothing where the duration is not told: what it counts from is another field's value. */
function laterSql(instant: string, cell: string | null, unit: DurationRule['unit']): string {
  if (cell === null) return 'null::timestamptz';
  return `${instant} + to_microseconds(round(1000000 * (${durationSql(cell, unit)}))::bigint)`;
}

function zoneFor(bound: BoundField, {detection, zone}: CompileInput): string | null {
  const own = isTime(bound.rule) ? bound.rule.zone : undefined;
  return own ?? detection.shape.zone ?? zone;
}

function zoneOf(fields: readonly CompiledField[], input: CompileInput): string | null {
  const local = fields.filter((field) => {
    const format = input.formats.get(field.field);
    return isTime(field.rule) && format !== undefined && !hasZone(format.format);
  });
  const unstated = local.find((field) => zoneFor(field, input) === null);
  if (unstated)
    throw new UserError(
      `${input.place}: "${unstated.header}" holds local times and nothing says in which time zone.`,
      'Add --timezone with the zone of the person who exported it, such as --timezone Europe/Amsterdam, or set `zone` of the source in meantime.yaml.',
    );
  return local[0] ? zoneFor(local[0], input) : null;
}

/** The canonical value; unknown ones are told apart from empty ones later, by the raw text beside them. */
function mappedField(
  field: CompiledField & {cell: string},
  rule: MappedRule,
  {connector, positions}: Pick<Detection, 'connector'> & {positions: Map<string, number[]>},
): CompiledField {
  const alias = `m_${field.field}`;
  const lookups = [lookupSql(alias, field.cell, valuesOf(connector, rule.values))];
  const [by] = field.byColumns;
  if (rule.by && by !== undefined)
    lookups.push(lookupSql(`${alias}_by`, textSql(by), valuesOf(connector, rule.by.values)));
  const found = lookups.map((lookup) => `${lookup.alias}.value`).join(', ');
  const other = rule.else === undefined ? '' : `, ${quoteText(rule.else)}`;
  const overrides = (rule.override ?? []).map(
    ({when, is}) => `when ${bindExpression(when, positions)} then ${quoteText(is)} `,
  );
  const mapped = `when ${field.cell} is not null then coalesce(${found}${other})`;
  // The coarser column also speaks for an empty value.
  const coarser = lookups.length > 1 ? ` else ${alias}_by.value` : '';
  return {...field, lookups, value: `case ${overrides.join('')}${mapped}${coarser} end`};
}

function expressionsIn(rule: FieldRule): string[] {
  if (isExpression(rule)) return [rule.sql];
  return isMap(rule) ? (rule.override ?? []).map(({when}) => when) : [];
}
