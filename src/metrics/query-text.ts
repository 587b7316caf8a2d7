/** A query's own text, cut at its clauses, so that a slice can be composed from it. */
export interface QueryText {
  /** Everything before the outermost select: its `with`, usually nothing. */
  before: string;
  /** The select list. */
  list: string;
  from: string;
  /** Null when there is no `where`. */
  where: string | null;
}

interface Word {
  text: string;
  start: number;
  end: number;
}

const forbidden = [
  'having',
  'qualify',
  'window',
  'limit',
  'offset',
  'fetch',
  'sample',
  'tablesample',
];

/**
 * Cuts one select at its outermost `select`, `from` and `where`.
 * @throws Error naming the clause that has no place in a metric
 */
export function cutQuery(sql: string): QueryText {
  const words = outerWords(sql);
  const select = words.find((word) => word.text === 'select');
  const from = words.find((word, index) => word.text === 'from' && !isComparison(words, index));
  if (!select || !from) throw new Error('expected `select … from …`');
  const where = words.find((word) => word.text === 'where' && word.start > from.end);
  const alien = words.find((word) => forbidden.includes(word.text) && word.start > from.end);
  if (alien) throw new Error(`\`${alien.text}\` has no place in a metric`);
  return {
    before: sql.slice(0, select.start),
    list: sql.slice(select.end, from.start).trim(),
    from: sql.slice(from.end, where?.start).trim(),
    where: where ? sql.slice(where.end).trim() : null,
  };
}

/** The columns of a select list by alias, each without its `as`; a bare name is its own alias. */
export function columnsOf(list: string): Map<string, string> {
  const columns = new Map<string, string>();
  for (const item of splitAtCommas(list)) {
    const text = withoutComments(item).trim();
    const parts = /^([\s\S]*?)\s+as\s+("?)(\w+)\2\s*$/i.exec(text);
    const bare = /^(?:\w+\.)?(\w+)$/.exec(text)?.[1];
    if (parts) columns.set(parts[3] ?? '', (parts[1] ?? '').trim());
    else if (bare !== undefined) columns.set(bare, text);
  }
  return columns;
}

/** A call: `count(a) filter (where b)` is `count` of `a`, followed by `filter (where b)`. */
export interface Call {
  name: string;
  inside: string;
  rest: string;
}

/** An expression as one call and what follows it; null where it isn't one. */
export function callOf(expression: string): Call | null {
  const text = withoutComments(expression).trim();
  const name = /^(\w+)\s*(?=\()/.exec(text)?.[1];
  if (name === undefined) return null;
  const [open, close] = [...tokens(text)].filter(
    ({text: sign, depth}) => depth === 0 && (sign === '(' || sign === ')'),
  );
  if (!open || !close) return null;
  return {
    name: name.toLowerCase(),
    inside: text.slice(open.end, close.start).trim(),
    rest: text.slice(close.end).trim(),
  };
}

/** `a is distinct from b` has a `from` that starts no clause. */
function isComparison(words: Word[], index: number): boolean {
  return words[index - 1]?.text === 'distinct';
}

function outerWords(sql: string): Word[] {
  const words: Word[] = [];
  for (const token of tokens(sql))
    if (token.depth === 0 && token.isWord)
      words.push({text: token.text.toLowerCase(), start: token.start, end: token.end});
  return words;
}

function splitAtCommas(list: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const token of tokens(list)) {
    if (token.depth !== 0 || token.text !== ',') continue;
    parts.push(list.slice(start, token.start));
    start = token.end;
  }
  return [...parts, list.slice(start)];
}

function withoutComments(sql: string): string {
  return sql.replace(tokenPattern, (token) => (/^(--|\/\*)/.test(token) ? '' : token));
}

interface Token extends Word {
  depth: number;
  isWord: boolean;
}

// Comments, texts and quoted names are one token each, so nothing inside them counts.
const tokenPattern =
  /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|[A-Za-z_][\w.]*|[()[\]{},]/g;

function* tokens(sql: string): Generator<Token> {
  let depth = 0;
  for (const match of sql.matchAll(tokenPattern)) {
    const text = match[0];
    if (')]}'.includes(text)) depth--;
    const isWord = /^[A-Za-z_]/.test(text);
    yield {text, start: match.index, end: match.index + text.length, depth, isWord};
    if ('([{'.includes(text)) depth++;
  }
}
