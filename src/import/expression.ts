import {UserError} from '../base/user-error.ts';
import type {Session} from '../warehouse/database.ts';
import {headerName} from './header-name.ts';

const allowedClasses = new Set([
  'FUNCTION',
  'COLUMN_REF',
  'CONSTANT',
  'CASE',
  'CAST',
  'TYPE',
  'OPERATOR',
  'COMPARISON',
  'CONJUNCTION',
  'BETWEEN',
]);

/** Scalar, pure and harmless; operators come besides. */
const allowedFunctions = new Set(
  `abs ceil ceiling coalesce concat concat_ws contains date_diff date_part date_trunc ends_with epoch epoch_ms
  floor greatest if ifnull instr json_extract json_extract_string least left length lower lpad ltrim make_timestamp
  md5 nullif prefix regexp_extract regexp_full_match regexp_matches regexp_replace replace right round rpad rtrim split_part
  starts_with strip_accents strpos strptime substr substring suffix to_timestamp trim try_strptime upper`.split(
    /\s+/,
  ),
);

/** The "Header" names in an expression, in order; texts in single quotes are passed over. */
export function quotedNames(sql: string): string[] {
  return pieces(sql).flatMap((piece) => (piece.name === null ? [] : [piece.name]));
}

/**
 * Checks a connector's expression by its syntax tree: one scalar over quoted headers, nothing that reads
 * tables, files or settings.
 * @param place where it stands, for the message
 * @throws UserError saying what is not allowed
 */
export async function checkExpression(session: Session, sql: string, place: string): Promise<void> {
  const tree = await treeOf(session, sql, place);
  const names = new Set(quotedNames(sql));
  walk(tree, (node) => {
    if (typeof node.class !== 'string') return;
    if (!allowedClasses.has(node.class)) throw refused(place, node.class.toLowerCase());
    if (node.class === 'FUNCTION') checkFunction(node, place);
    const columns = node.class === 'COLUMN_REF' ? (node.column_names as string[]) : [];
    if (columns.length > 1 || columns.some((name) => !names.has(name)))
      throw refused(place, `the name ${columns.join('.')}, which is not in double quotes,`);
  });
}

/** The expression with each "Header" replaced by the column the file has it in; null where it has none. */
export function bindExpression(sql: string, positions: Map<string, number[]>): string {
  const bound = pieces(sql).map((piece) => {
    if (piece.name === null) return piece.text;
    const column = positions.get(headerName(piece.name))?.[0];
    return column === undefined ? 'null::varchar' : `c${column}`;
  });
  return `(${bound.join('')})`;
}

function pieces(sql: string): {text: string; name: string | null}[] {
  const tokens = sql.match(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[^'"]+|['"]/g) ?? [];
  return tokens.map((text) => ({
    text,
    name: /^"[^]+"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : null,
  }));
}

interface Node {
  [key: string]: unknown;
}

async function treeOf(session: Session, sql: string, place: string): Promise<unknown> {
  const [row] = await session.query<{tree: string}>(
    'select json_serialize_sql($sql::varchar)::varchar as tree',
    {sql: `select (${sql})`},
  );
  const tree = JSON.parse(row?.tree ?? '{}') as {
    error?: boolean;
    error_message?: string;
    statements?: {node: Node}[];
  };
  if (tree.error) throw refused(place, `this: ${tree.error_message ?? 'not SQL'};`);
  const node = tree.statements?.[0]?.node;
  const list = node?.select_list as unknown[] | undefined;
  const from = node?.from_table as Node | undefined;
  if (tree.statements?.length !== 1 || list?.length !== 1 || from?.type !== 'EMPTY')
    throw refused(place, 'more than one scalar');
  return list;
}

function checkFunction(node: Node, place: string): void {
  const name = String(node.function_name).toLowerCase();
  if (node.is_operator === true || allowedFunctions.has(name)) return;
  // LIKE and its kin arrive as functions named by their signs.
  if (/^[^a-z]+$/.test(name)) return;
  throw refused(place, `the function ${name}`);
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) return value.forEach((item) => walk(item, visit));
  if (value === null || typeof value !== 'object') return;
  visit(value as Node);
  for (const inner of Object.values(value)) walk(inner, visit);
}

function refused(place: string, what: string): UserError {
  return new UserError(
    `${place}: an expression may not use ${what}.`.replace(/[;,]\.$/, '.'),
    'Use functions of texts, numbers and dates over "Header" names, case, cast and operators.',
  );
}
