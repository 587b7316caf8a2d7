import type {Session} from '../../src/warehouse/database.ts';
import {quoteName} from '../../src/warehouse/quote.ts';
import type {OrderedModel} from '../../src/models/order.ts';

/** A model test: rows given to tables, rows that a model must then have. */
export interface ModelCase {
  /** What must hold, as a sentence. */
  sentence: string;
  model: string;
  given: {table: string; rows: string}[];
  /** A select; only the columns it names are compared. */
  expect: string;
}

/**
 * Reads a case: `-- sentence`, `-- model schema.name`, then parts that begin with
 * `-- given schema.table` or `-- expect`. A part without rows is `-- expect nothing`.
 */
export function parseCase(file: string, text: string): ModelCase {
  const given: ModelCase['given'] = [];
  const sentences: string[] = [];
  let model: string | null = null;
  let expected: string | null = null;
  let part: string[] | null = null;
  const parts: {table: string | null; lines: string[]}[] = [];
  for (const line of text.split('\n')) {
    const directive = /^--\s*(model|given|expect)\b\s*(.*)$/.exec(line);
    if (directive?.[1] === 'model') model = (directive[2] ?? '').trim();
    else if (directive) {
      const isNothing = directive[2]?.trim() === 'nothing';
      part = isNothing ? ['select null as nothing limit 0'] : [];
      parts.push({
        table: directive[1] === 'given' ? (directive[2] ?? '').trim() : null,
        lines: part,
      });
    } else if (part) part.push(line);
    else if (line.startsWith('--')) sentences.push(line.slice(2).trim());
  }
  for (const {table, lines} of parts) {
    const rows = lines.join('\n').trim().replace(/;$/, '');
    if (table === null) expected = rows;
    else given.push({table, rows});
  }
  if (sentences.length === 0)
    throw new Error(`${file}: begin with a sentence that says what must hold`);
  if (!model) throw new Error(`${file}: name the model: -- model intermediate.…`);
  if (!expected) throw new Error(`${file}: there is no -- expect part`);
  return {sentence: sentences.join(' '), model, given, expect: expected};
}

export interface Differences {
  missing: object[];
  unexpected: object[];
}

/**
 * Runs a case inside a transaction that is rolled back: fills the given tables, runs every model that
 * lies between them and the tested one, and compares.
 */
export async function runCase(
  session: Session,
  models: OrderedModel[],
  testCase: ModelCase,
): Promise<Differences> {
  await session.run('begin');
  try {
    for (const {table, rows} of testCase.given) await fill(session, table, rows);
    for (const model of modelsToRun(models, testCase))
      await session.run(`create or replace table ${model.name} as ${model.sql}`);
    return await compare(session, testCase);
  } finally {
    await session.run('rollback');
  }
}

/** Given rows replace what the table has; columns that aren't named are null. */
async function fill(session: Session, table: string, rows: string): Promise<void> {
  await session.run(`delete from ${table}`);
  const notNull = await requiredColumns(session, table);
  const given = await columnsOf(session, rows);
  const missing = notNull.filter(({name}) => !given.includes(name));
  const defaults = missing.map(({name, value}) => `, ${value} as ${quoteName(name)}`).join('');
  const numbered = given.filter(isRecordNumber).map((name) => `${numberOf(name)} as ${name}`);
  const replace = numbered.length > 0 ? ` replace (${numbered.join(', ')})` : '';
  await session.run(
    `insert into ${table} by name select *${replace}${defaults} from (${rows}) given_rows`,
  );
}

/** Cases name records by words, which are easier to read than numbers: each word has its number. */
function isRecordNumber(name: string): boolean {
  return name.endsWith('record_no');
}

function numberOf(name: string): string {
  return `case when try_cast(${name} as integer) is null then (hash(${name}) % 2000000000)::integer
    else ${name}::integer end`;
}

/** The landing's required columns, with something to put in those that a case leaves out. */
async function requiredColumns(
  session: Session,
  table: string,
): Promise<{name: string; value: string}[]> {
  const columns = await session.query<{name: string; type: string}>(
    `select column_name as name, data_type as type from duckdb_columns()
     where schema_name || '.' || table_name = $table and not is_nullable`,
    {table},
  );
  return columns.map(({name, type}) => ({name, value: placeholder(name, type)}));
}

function placeholder(name: string, type: string): string {
  if (name === 'row_hash') return 'row_number() over ()';
  if (name === 'grain') return `'incident'`;
  if (name === 'source') return `'desk'`;
  if (type.endsWith('[]')) return '[]';
  if (type.startsWith('TIMESTAMP')) return `timestamptz '2024-06-30 12:00:00+00'`;
  if (type === 'BOOLEAN') return 'false';
  return type === 'VARCHAR' ? `''` : '1';
}

function modelsToRun(models: OrderedModel[], {model, given}: ModelCase): OrderedModel[] {
  const tested = models.find(({name}) => name === model);
  if (!tested) throw new Error(`there is no model ${model}`);
  const fixed = new Set(given.map(({table}) => table));
  const changed = new Set(fixed);
  const needed = upstreamOf(tested, models, fixed);
  return models.filter((candidate) => {
    if (!needed.has(candidate.name)) return false;
    const isChanged = candidate === tested || candidate.reads.some((name) => changed.has(name));
    if (isChanged) changed.add(candidate.name);
    return isChanged;
  });
}

/** The tested model and all it reads, directly or not, up to what is given. */
function upstreamOf(
  tested: OrderedModel,
  models: OrderedModel[],
  fixed: ReadonlySet<string>,
): Set<string> {
  const found = new Set<string>();
  const visit = (model: OrderedModel) => {
    if (found.has(model.name)) return;
    found.add(model.name);
    for (const name of model.reads) {
      const upstream = fixed.has(name) ? undefined : models.find((other) => other.name === name);
      if (upstream) visit(upstream);
    }
  };
  visit(tested);
  return found;
}

async function compare(session: Session, testCase: ModelCase): Promise<Differences> {
  if (testCase.expect.startsWith('select null as nothing'))
    return {missing: [], unexpected: await session.query(`from ${testCase.model}`)};
  const names = await columnsOf(session, testCase.expect);
  const types = new Map(
    (
      await session.query<{name: string; type: string}>(
        `select column_name as name, column_type as type from (describe ${testCase.model})`,
      )
    ).map(({name, type}) => [name, type]),
  );
  const expected = names.map((name) => comparable(name, types.get(name))).join(', ');
  const worded = names.map((name) =>
    isRecordNumber(name) ? `${numberOf(name)} as ${name}` : comparable(name, types.get(name)),
  );
  await session.run(
    `create temp table expected_rows as select ${worded.join(', ')} from (${testCase.expect})`,
  );
  await session.run(`create temp table actual_rows as select ${expected} from ${testCase.model}`);
  const missing = await session.query(
    'from expected_rows except all from actual_rows order by all',
  );
  const unexpected = await session.query(
    'from actual_rows except all from expected_rows order by all',
  );
  return {missing, unexpected};
}

/** In the model's type; times and hours to a millionth, so that 0.1 + 0.2 is 0.3. */
function comparable(name: string, type: string | undefined): string {
  if (type === undefined) throw new Error(`the model has no column ${name}`);
  const value = `${quoteName(name)}::${type}`;
  return `${type === 'DOUBLE' ? `round(${value}, 6)` : value} as ${quoteName(name)}`;
}

async function columnsOf(session: Session, sql: string): Promise<string[]> {
  const rows = await session.query<{name: string}>(
    `select column_name as name from (describe (${sql}))`,
  );
  return rows.map(({name}) => name);
}
