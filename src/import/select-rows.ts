import {quoteName, quoteText} from '../warehouse/quote.ts';
import {attributesSql} from './attributes-sql.ts';
import {isFlag, isMap} from './bind-fields.ts';
import type {ValueMap} from './connector.ts';
import {fieldsOfGrain, recordFields, slaFields} from './canonical-fields.ts';
import {cleanRows} from './clean-rows.ts';
import {sqlTypes, type CompiledField, type CompiledFile} from './compile.ts';
import {fieldLookupSql, type Lookup} from './value-map.ts';

/** A column of a landing table and the SQL that fills it from `typedRows`. */
interface Output {
  column: string;
  sql: string;
}

/**
 * The one statement of an import, a select for its landing table: rows that can't be read carry the import's
 * number with a minus, and `skipCounter` counts those left out, so that every row is counted without a second read.
 */
export function landingSelect(
  file: CompiledFile,
  relation: string,
  {source, importId}: {source: string; importId: number},
): {columns: string[]; sql: string} {
  const outputs: Output[] = [
    {column: 'source', sql: quoteText(source)},
    ...outputsOf(file),
    {column: 'row_hash', sql: 'row_hash'},
    {
      column: 'import_id',
      sql: `case when ${problemCondition(file)} then -${importId} else ${importId} end`,
    },
  ];
  const list = outputs.map(({column, sql}) => `${sql} as ${quoteName(column)}`);
  return {
    columns: outputs.map(({column}) => column),
    sql: `select ${list.join(',\n')} from (${typedRows(file, relation, {isCounting: true})})`,
  };
}

/** The rows that can't be read: their number, the field in the way, its value, why, and all cells. */
export function problemSelect(file: CompiledFile, relation: string): string {
  const branches = problemsOf(file);
  const pick = (part: (problem: Problem) => string) =>
    `case ${branches.map((problem) => `when ${problem.condition} then ${part(problem)}`).join(' ')} end`;
  const columns = file.detection.headers.map((_, index) => `c${index}`);
  const kept = ['row_number', ...columns];
  const cells = columns.join(', ');
  const numbered = `(select *, row_number() over () as row_number from ${relation})`;
  return `select row_number, ${pick((p) => quoteText(p.field))} as field, ${pick((p) => p.value)} as value,
    ${pick((p) => quoteText(p.reason))} as reason, [${cells}]::varchar[] as cells
    from (${typedRows(file, numbered, {kept})})
    where ${problemCondition(file)} order by row_number`;
}

/** Every field typed as `v_field`, with `x_field` the text it came from where that is needed again. */
function typedRows(
  file: CompiledFile,
  relation: string,
  {kept = [], isCounting = false}: {kept?: string[]; isCounting?: boolean},
): string {
  const parts = [...kept, 'row_hash'];
  for (const field of file.fields.values()) {
    parts.push(`${field.value} as ${quoteName(`v_${field.field}`)}`);
    if (field.failure !== null) parts.push(`${field.failure} as ${quoteName(`e_${field.field}`)}`);
    if (field.cell !== null) parts.push(`${field.cell} as ${quoteName(`x_${field.field}`)}`);
  }
  if (isRecordGrain(file)) parts.push(`${attributesSql(file)} as attributes`);
  const status = file.fields.get('status');
  if (status && isMap(status.rule) && status.cell) parts.push('m_status.stops as stops_status');
  for (const {alias} of file.detection.shape.grain === 'change' ? sideLookups(file) : []) {
    const side = alias.replace('side_', '');
    parts.push(`${alias}.value as canonical_${side}`, `${alias}.stops as stops_${side}`);
  }
  return `select ${parts.join(',\n')} from ${lookedUpRows(file, relation, {isCounting})}`;
}

/** A from clause in which the `value` of each of the file's fields can be selected. */
export function lookedUpRows(
  file: CompiledFile,
  relation: string,
  {isCounting = false} = {},
): string {
  const lookups = [...file.fields.values()].flatMap((field) => field.lookups);
  const all =
    file.detection.shape.grain === 'change' ? [...lookups, ...sideLookups(file)] : lookups;
  return [`(${cleanRows(file, relation, {isCounting})}) as r`, ...all.map(({join}) => join)].join(
    '\n',
  );
}

function isRecordGrain(file: CompiledFile): boolean {
  return ['incident', 'version'].includes(file.detection.shape.grain);
}

export function isFlagField(field: CompiledField): boolean {
  return isFlag(field.rule) || (field.type === 'flag' && field.cell !== null);
}

interface Problem {
  field: string;
  condition: string;
  value: string;
  reason: string;
}

function problemCondition(file: CompiledFile): string {
  return `(${problemsOf(file)
    .map(({condition}) => condition)
    .join(' or ')})`;
}

function problemsOf(file: CompiledFile): Problem[] {
  const {shape} = file.detection;
  const problems: Problem[] = [
    {
      field: 'record_id',
      condition: `${keySql(file)} is null`,
      value: 'null',
      reason: 'no record id or number',
    },
  ];
  for (const field of file.fields.values()) {
    if (field.failure !== null)
      problems.push({
        field: field.field,
        condition: quoteName(`e_${field.field}`),
        value: 'null',
        reason: `what is read from "${field.header}" can't be computed`,
      });
    if (field.expected === null || field.cell === null) continue;
    const [typed, text] = [quoteName(`v_${field.field}`), quoteName(`x_${field.field}`)];
    problems.push({
      field: field.field,
      condition: `(${typed} is null and ${text} is not null)`,
      value: text,
      reason: `"${field.header}" is not ${field.expected}`,
    });
  }
  if (shape.grain !== 'change') return problems;
  for (const field of ['field', 'changed_at'])
    problems.push({
      field,
      condition: `${valueOf(file, field, field === 'field' ? 'x' : 'v')} is null`,
      value: 'null',
      reason: `no ${field === 'field' ? 'field name' : 'time of the change'}`,
    });
  return problems;
}

function keySql(file: CompiledFile): string {
  const {record_id: id, number} = {
    record_id: valueOf(file, 'record_id'),
    number: file.fields.has('number') ? valueOf(file, 'number') : 'null',
  };
  return `coalesce(${id}, ${number})`;
}

function valueOf(file: CompiledFile, field: string, mark: 'v' | 'x' = 'v'): string {
  const compiled = file.fields.get(field);
  if (!compiled || (mark === 'x' && compiled.cell === null)) {
    const type = fieldsOfGrain(file.detection.shape.grain)[field] ?? 'text';
    return `null::${sqlTypes[mark === 'x' ? 'text' : type]}`;
  }
  return quoteName(`${mark}_${field}`);
}

function outputsOf(file: CompiledFile): Output[] {
  const {grain} = file.detection.shape;
  if (grain === 'change') return changeOutputs(file);
  const fields = Object.keys(grain === 'sla_cycle' ? slaFields : recordFields);
  const plain = fields.map((field) => ({column: field, sql: valueOf(file, field)}));
  const key = {column: 'record_id', sql: `coalesce(${keySql(file)}, '')`};
  const rest = plain.filter(({column}) => !['record_id', 'status'].includes(column));
  if (grain === 'sla_cycle') return [key, ...rest];
  const status = file.fields.get('status');
  return [
    key,
    ...rest,
    {column: 'status', sql: statusSql(valueOf(file, 'status'), valueOf(file, 'status', 'x'))},
    {column: 'status_raw', sql: valueOf(file, 'status', 'x')},
    {column: 'stops_clock', sql: status ? stopsSql(status) : 'null::boolean'},
    {column: 'priority_raw', sql: valueOf(file, 'priority', 'x')},
    {column: 'attributes', sql: 'attributes'},
    {column: 'grain', sql: quoteText(grain)},
  ];
}

function statusSql(mapped: string, raw: string): string {
  return `case when ${raw} is null then ${mapped} else coalesce(${mapped}, 'unknown') end`;
}

function stopsSql({rule, cell}: CompiledField): string {
  const byName = `case when "v_status" is not null then "v_status" = 'on_hold' end`;
  return isMap(rule) && cell !== null ? `coalesce("stops_status", ${byName})` : byName;
}

/** Old and new values of the fields that the shape translates, looked up by field and text. */
function sideLookups(file: CompiledFile): Lookup[] {
  const maps = translated(file);
  if (maps.size === 0) return [];
  const name = file.fields.get('field');
  const field = `coalesce(${name?.value ?? 'null'}, ${name?.cell ?? 'null'})`;
  return ['from', 'to'].flatMap((side) => {
    const cell = sideText(file, side);
    return cell ? [fieldLookupSql(`side_${side}`, {field, cell}, maps)] : [];
  });
}

/** The old or new value's text as SQL over the file's columns; an expression's value is its text. */
function sideText(file: CompiledFile, side: string): string | null {
  const field = file.fields.get(`${side}_value`);
  return field?.header ? (field.cell ?? field.value) : null;
}

function translated({detection: {shape, connector}}: CompiledFile): Map<string, ValueMap> {
  const names = shape.grain === 'change' ? Object.entries(shape.translate ?? {}) : [];
  return new Map(names.map(([field, map]) => [field, connector.maps?.[map] ?? {}]));
}

function rawSide(file: CompiledFile, side: string): string {
  const name = `${side}_value`;
  return valueOf(file, name, file.fields.get(name)?.cell ? 'x' : 'v');
}

function changeOutputs(file: CompiledFile): Output[] {
  const field = `coalesce(${valueOf(file, 'field')}, ${valueOf(file, 'field', 'x')}, '')`;
  const maps = [...translated(file).keys()];
  const value = (side: 'from' | 'to') => {
    const raw = rawSide(file, side);
    if (maps.length === 0 || sideText(file, side) === null) return raw;
    const known = `"canonical_${side}"`;
    const others = maps.filter((name) => name !== 'status').map(quoteText);
    const keeps = others.length > 0 ? ` when ${field} in (${others.join(', ')}) then ${known}` : '';
    return `case when ${field} = 'status' then ${statusSql(known, raw)}${keeps} else ${raw} end`;
  };
  const stops = maps.includes('status') && sideText(file, 'to') !== null ? '"stops_to"' : 'null';
  return [
    {column: 'record_id', sql: `coalesce(${keySql(file)}, '')`},
    {column: 'field', sql: field},
    {column: 'from_value', sql: value('from')},
    {column: 'to_value', sql: value('to')},
    {column: 'from_raw', sql: rawSide(file, 'from')},
    {column: 'to_raw', sql: rawSide(file, 'to')},
    {column: 'to_stops_clock', sql: `case when ${field} = 'status' then ${stops} end::boolean`},
    {column: 'changed_at', sql: `coalesce(${valueOf(file, 'changed_at')}, 'epoch'::timestamptz)`},
    {column: 'changed_by', sql: valueOf(file, 'changed_by')},
  ];
}
