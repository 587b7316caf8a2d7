import {
  aliasList,
  aliasesOf,
  type Connector,
  type FieldRule,
  type FlagRule,
  type MappedRule,
  type Shape,
  type TimeRule,
  type ValueMap,
} from './connector.ts';
import {quotedNames} from './expression.ts';
import {headerName, headerPositions} from './header-name.ts';

/** A canonical field and the columns of one file that it is read from. */
export interface BoundField {
  field: string;
  rule: FieldRule;
  /** Positions of the header that was found: several for a repeated one, none when the file lacks it. */
  columns: number[];
  /** As it stands in the file; null when the file has none. */
  header: string | null;
  /** Positions of the coarser column of a map, if the rule and the file have one. */
  byColumns: number[];
}

export interface Binding {
  fields: BoundField[];
  /** Columns that no field was read from: what ends in `attributes`. */
  unmapped: {header: string; columns: number[]}[];
}

/** Which column each of a shape's fields is read from, and which columns are left. */
export function bindFields(shape: Shape, headers: readonly string[]): Binding {
  const positions = headerPositions(headers);
  const rules = Object.entries(shape.fields) as [string, FieldRule][];
  const fields = rules.map(([field, rule]) => bindField(field, rule, positions, headers));
  const used = new Set(fields.flatMap((bound) => [...bound.columns, ...bound.byColumns]));
  const unmapped = [...positions.values()].flatMap((columns) => {
    const left = columns.filter((column) => !used.has(column));
    return left.length === 0 ? [] : [{header: headers[left[0] ?? 0] ?? '', columns: left}];
  });
  return {fields, unmapped};
}

function bindField(
  field: string,
  rule: FieldRule,
  positions: Map<string, number[]>,
  headers: readonly string[],
): BoundField {
  const columns = isExpression(rule)
    ? quotedNames(rule.sql).flatMap((name) => positions.get(headerName(name))?.slice(0, 1) ?? [])
    : readColumns(rule, firstFound(aliasesOf(rule), positions));
  const by =
    isMap(rule) && rule.by ? firstFound(aliasList(rule.by.map), positions).slice(0, 1) : [];
  const first = columns[0];
  return {
    field,
    rule,
    columns,
    header: first === undefined ? null : (headers[first] ?? null),
    byColumns: by,
  };
}

/** A list reads every repeat of a header, other rules one; what they leave stays in `attributes`. */
function readColumns(rule: FieldRule, found: number[]): number[] {
  if (typeof rule === 'string' || Array.isArray(rule)) return found.slice(0, 1);
  if ('list' in rule) return found;
  return 'repeat' in rule ? found.slice(rule.repeat - 1, rule.repeat) : found.slice(0, 1);
}

function firstFound(aliases: string[], positions: Map<string, number[]>): number[] {
  for (const alias of aliases) {
    const found = positions.get(headerName(alias));
    if (found) return found;
  }
  return [];
}

export function isExpression(rule: FieldRule): rule is {sql: string} {
  return typeof rule === 'object' && !Array.isArray(rule) && 'sql' in rule;
}

export function isTime(rule: FieldRule): rule is TimeRule {
  return typeof rule === 'object' && !Array.isArray(rule) && 'time' in rule;
}

export function isMap(rule: FieldRule): rule is MappedRule {
  return typeof rule === 'object' && !Array.isArray(rule) && 'map' in rule;
}

export function isFlag(rule: FieldRule): rule is FlagRule {
  return typeof rule === 'object' && !Array.isArray(rule) && 'flag' in rule;
}

/** A rule's value map, looked up under the connector's `maps` when it is named. */
export function valuesOf(connector: Connector, values: string | ValueMap): ValueMap {
  return typeof values === 'string' ? (connector.maps?.[values] ?? {}) : values;
}
