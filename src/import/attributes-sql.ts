import {quoteText} from '../warehouse/quote.ts';
import {isMap} from './bind-fields.ts';
import {listSql, textSql} from './cell-sql.ts';
import type {CompiledFile} from './compile.ts';

/**
 * Columns that no field was read from and, where a map or a flag could not read its cell, that cell too.
 * Status and priority have raw columns of their own.
 */
export function attributesSql(file: CompiledFile): string {
  const columns = file.binding.unmapped.map(({header, columns: [first = 0, ...more]}) => ({
    header,
    sql: more.length > 0 ? listSql([first, ...more]) : textSql(first),
  }));
  const unread = [...file.fields.values()].flatMap(({field, rule, cell, value, type, header}) => {
    if (cell === null || ['status', 'priority'].includes(field)) return [];
    if (!isMap(rule) && type !== 'flag') return [];
    return [{header: header ?? '', sql: `case when ${value} is null then ${cell} end`}];
  });
  const base =
    columns.length === 0
      ? 'null::map(varchar, varchar)'
      : `case when coalesce(${columns.map(({sql}) => sql).join(', ')}, '') <> '' then ${mapOf(columns)} end`;
  if (unread.length === 0) return base;
  const whenUnread = `coalesce(${unread.map(({sql}) => sql).join(', ')}, '') <> ''`;
  return `case when ${whenUnread} then map_concat(coalesce(${base}, map([]::varchar[], []::varchar[])), ${mapOf(unread)}) else ${base} end`;
}

function mapOf(entries: readonly {header: string; sql: string}[]): string {
  const keys = entries.map(({header}) => quoteText(header)).join(', ');
  return `map([${keys}], [${entries.map(({sql}) => sql).join(', ')}])`;
}
