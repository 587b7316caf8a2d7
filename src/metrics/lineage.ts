import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {packagePath} from '../base/package-root.ts';
import type {Metric} from './metric.ts';
import {columnsOf, cutQuery} from './query-text.ts';

/** What a metric rests on: the mart it reads, the models its columns come from, what was decided. */
export interface Lineage {
  metric: string;
  /** `marts.fct_incident` */
  mart: string;
  /** Models that the mart reads its columns from, in the order of the mart. */
  models: string[];
  /** Entries of `sql/DECISIONS.md` that name the metric or one of those models. */
  decisions: Decision[];
}

export interface Decision {
  number: number;
  title: string;
}

/** Reads it off the shipped SQL: which columns a metric names, and what the mart makes them of. */
export async function readLineage(
  metrics: readonly Metric[],
  sqlDirectory: string = packagePath('sql'),
): Promise<Lineage[]> {
  const entries = parseDecisions(await readFile(join(sqlDirectory, 'DECISIONS.md'), 'utf8'));
  const marts = new Map<string, Mart>();
  const lineages: Lineage[] = [];
  for (const {id, sql, at} of metrics) {
    const mart = cutQuery(sql).from;
    const known = marts.get(mart) ?? (await readMart(sqlDirectory, mart));
    marts.set(mart, known);
    const models = modelsOf(`${sql} ${at}`, known);
    const names = [`sql/metrics/${id}.sql`, ...models];
    const decisions = entries
      .filter(({refs}) => names.some((name) => refs.includes(name)))
      .map(({number, title}) => ({number, title}));
    lineages.push({metric: id, mart, models, decisions});
  }
  return lineages;
}

interface Entry extends Decision {
  /** Names in code font: models, files. */
  refs: string[];
}

/** Entries begin with `## 20. Title`. */
function parseDecisions(text: string): Entry[] {
  return text.split(/^## /m).flatMap((part) => {
    const heading = /^(\d+)\. (.+)$/m.exec(part);
    if (!heading?.[1] || !heading[2]) return [];
    const refs = [...part.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name ?? '');
    return [{number: Number(heading[1]), title: heading[2].trim(), refs}];
  });
}

/** A mart's columns, each with the models its expression reads. */
type Mart = Map<string, string[]>;

async function readMart(sqlDirectory: string, name: string): Promise<Mart> {
  const [schema, model] = name.split('.');
  if (schema !== 'marts' || !/^\w+$/.test(model ?? '')) return new Map();
  const sql = await readFile(join(sqlDirectory, 'marts', `${model}.sql`), 'utf8').catch(
    (error: unknown) => {
      // A mart that no file makes is a fault of the catalogue, which tells it; it has no lineage.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    },
  );
  return sql === null ? new Map() : columnModels(sql);
}

/** Which models each output column of a query is made of, by the aliases its expression names. */
function columnModels(sql: string): Mart {
  const {before, list, from} = cutQuery(sql);
  const parts = withParts(before);
  const byAlias = new Map<string, string[]>();
  for (const [, relation = '', alias = ''] of from.matchAll(/([\w.]+)\s+as\s+(\w+)/gi))
    byAlias.set(alias, relation.includes('.') ? [relation] : tablesIn(parts.get(relation) ?? ''));
  const columns: Mart = new Map();
  for (const [column, expression] of columnsOf(withNames(list)))
    columns.set(
      column,
      aliasesIn(expression).flatMap((alias) => byAlias.get(alias) ?? []),
    );
  return columns;
}

/** `c.source` is named as `c.source as source` is. */
function withNames(list: string): string {
  return list.replace(/^(\s*)(\w+)\.(\w+)(,?)(\s*(?:--.*)?)$/gm, '$1$2.$3 as $3$4$5');
}

function aliasesIn(expression: string): string[] {
  return [...expression.matchAll(/\b([a-z]\w*)\.\w/g)].map(([, alias]) => alias ?? '');
}

/** The bodies of a query's `with`, by name. */
function withParts(before: string): Map<string, string> {
  const heads = [...before.matchAll(/(?:^|\n)\s*(?:with\s+)?(\w+) as \(\n/g)];
  return new Map(
    heads.map((head, index) => [
      head[1] ?? '',
      before.slice(head.index, heads[index + 1]?.index ?? before.length),
    ]),
  );
}

function tablesIn(sql: string): string[] {
  return [...sql.matchAll(/\b(?:from|join)\s+(\w+\.\w+)/gi)].map(([, table]) => table ?? '');
}

/** Models of work done on the way; what is only staged or set explains nothing. */
function modelsOf(sql: string, mart: Mart): string[] {
  const words = new Set(sql.match(/\w+/g));
  const used = [...mart].filter(([column]) => words.has(column)).flatMap(([, models]) => models);
  return [...new Set(used)].filter((model) => model.startsWith('intermediate.'));
}
