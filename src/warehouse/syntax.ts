import type {Session} from './database.ts';

/** One statement as DuckDB's parser sees it. */
export interface Syntax {
  /** `schema.table` or `table`, for every base table that is not a CTE. */
  tables: readonly string[];
  /** The aliases of the last select's output columns; null where an expression has none. */
  columns: readonly (string | null)[];
  /** What the outermost select has, beyond its list, from and where. */
  has: Readonly<{group: boolean; modifiers: boolean; distinct: boolean; setOperation: boolean}>;
}

interface Node {
  [key: string]: unknown;
}

/** What was parsed before, by its text: models and metrics are the same from build to build. */
const known = new Map<string, Syntax>();
const mostKnown = 2000;

/**
 * Parses one select.
 * DuckDB's `getTableNames` is not used: it answers with nothing, silently, for `join … using`.
 * @throws Error with DuckDB's message when the text is not a single select
 */
export async function parseSelect(session: Session, sql: string): Promise<Syntax> {
  const before = known.get(sql);
  if (before) return before;
  const [row] = await session.query<{tree: string}>(
    'select json_serialize_sql($sql::varchar)::varchar as tree',
    {sql},
  );
  const syntax = syntaxOf(row?.tree ?? '{}');
  if (known.size >= mostKnown) known.clear();
  known.set(sql, syntax);
  return syntax;
}

function syntaxOf(text: string): Syntax {
  const tree = JSON.parse(text) as Node & {error?: boolean; error_message?: string};
  if (tree.error) throw new Error(tree.error_message ?? 'not a select statement');
  const statements = tree.statements as Node[];
  if (statements.length !== 1) throw new Error('expected exactly one statement');
  const node = statements[0]?.node as Node;
  return {tables: [...tablesIn(node)].sort(), columns: columnsOf(node), has: partsOf(node)};
}

function tablesIn(root: unknown): Set<string> {
  const found = new Set<string>();
  visit(root, new Set(), found);
  return found;
}

function visit(value: unknown, scope: Set<string>, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, scope, found);
    return;
  }
  if (value === null || typeof value !== 'object') return;
  const node = value as Node;
  const inner = new Set([...scope, ...cteNames(node)]);
  if (node.type === 'BASE_TABLE') addTable(node, inner, found);
  for (const child of Object.values(node)) visit(child, inner, found);
}

function addTable(node: Node, scope: Set<string>, found: Set<string>): void {
  const schema = String(node.schema_name ?? '');
  const table = String(node.table_name ?? '');
  // A recursive CTE may read all its rows so far, as `recurring.name`.
  if ((schema === '' || schema === 'recurring') && scope.has(table.toLowerCase())) return;
  found.add(schema === '' ? table : `${schema}.${table}`);
}

function cteNames(node: Node): string[] {
  const map = (node.cte_map as {map?: {key: string}[]} | undefined)?.map ?? [];
  return map.map((entry) => entry.key.toLowerCase());
}

function columnsOf(node: Node): (string | null)[] {
  const list = (node.select_list as Node[] | undefined) ?? [];
  return list.map((item) => {
    if (item.alias) return String(item.alias);
    const names = item.column_names as string[] | undefined;
    return names?.at(-1) ?? null;
  });
}

function partsOf(node: Node): Syntax['has'] {
  const groups = (node.group_expressions as unknown[] | undefined) ?? [];
  const modifiers = (node.modifiers as {type?: string}[] | undefined) ?? [];
  return {
    group: groups.length > 0 || node.aggregate_handling === 'FORCE_AGGREGATES',
    modifiers: modifiers.length > 0,
    distinct: modifiers.some((m) => m.type === 'DISTINCT_MODIFIER'),
    setOperation: node.type !== 'SELECT_NODE',
  };
}
