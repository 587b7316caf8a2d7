import type {Progress} from '../base/progress.ts';
import type {Session} from '../warehouse/database.ts';
import {quoteName, quoteText} from '../warehouse/quote.ts';
import type {OrderedModel} from './order.ts';

export interface ModelRun {
  model: string;
  rows: number;
  seconds: number;
}

export interface RunModelsOptions {
  progress: Progress;
  /** Drops each table that is no mart after its last reader, which leaves its memory to the others. */
  dropsRead?: boolean;
}

/** Creates every model as a table, in the order given, in schemas that are there already, with comments where it stays, and checks its grain. */
export async function runModels(
  session: Session,
  models: OrderedModel[],
  {progress, dropsRead = false}: RunModelsOptions,
): Promise<ModelRun[]> {
  const runs: ModelRun[] = [];
  for (const [index, model] of models.entries()) {
    progress.report(model.name, index / models.length);
    runs.push(await runModel(session, model));
    const isKept = !dropsRead || model.layer === 'marts';
    if (isKept) await comment(session, model);
    if (!dropsRead) continue;
    for (const name of lastReadBy(models, index)) await session.run(`drop table ${name}`);
  }
  progress.report('models', 1);
  return runs;
}

/** The tables, marts aside, that no model after this one reads. */
function lastReadBy(models: OrderedModel[], index: number): string[] {
  const later = new Set(models.slice(index + 1).flatMap(({reads}) => reads));
  const known = new Set(models.map(({name}) => name));
  const read = models[index]?.reads ?? [];
  return read.filter((name) => known.has(name) && !name.startsWith('marts.') && !later.has(name));
}

/**
 * Creates one model as a table.
 * @throws Error that names the file, when the SQL fails or the grain isn't unique
 */
async function runModel(session: Session, model: OrderedModel): Promise<ModelRun> {
  const started = performance.now();
  try {
    // What is read once and thrown away is not worth packing.
    const packing = model.layer === 'marts' ? 'auto' : 'uncompressed';
    await session.run(`set global force_compression = '${packing}'`);
    const [made] = await session.query<{Count: number}>(
      `create or replace table ${model.name} as ${model.sql}`,
    );
    await checkGrain(session, model);
    const seconds = (performance.now() - started) / 1000;
    return {model: model.name, rows: made?.Count ?? 0, seconds};
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`${model.file}: ${message}`, {cause: error});
  }
}

async function comment(session: Session, model: OrderedModel): Promise<void> {
  const columns = await session.query<{name: string}>(
    `select column_name as name from duckdb_columns()
     where schema_name || '.' || table_name = $name`,
    {name: model.name},
  );
  const documented = columns.filter(({name}) => model.columnDocs[name] !== undefined);
  const statements = documented.map(({name}) => {
    const doc = quoteText(model.columnDocs[name] ?? null);
    return `comment on column ${model.name}.${quoteName(name)} is ${doc}`;
  });
  statements.unshift(`comment on table ${model.name} is ${quoteText(model.description)}`);
  // Each would be written to the disk by itself otherwise, at several times what the model costs.
  await session.run(['begin', ...statements, 'commit'].join(';\n'));
}

async function checkGrain(session: Session, model: OrderedModel): Promise<void> {
  if (model.grain.length === 0) return;
  const columns = model.grain.map(quoteName).join(', ');
  const duplicates = await session.query(
    `select ${columns}, count(*) as row_count from ${model.name}
     group by all having count(*) > 1 limit 3`,
  );
  if (duplicates.length > 0)
    throw new Error(`@grain ${columns} is not unique, e.g. ${JSON.stringify(duplicates)}`);
}
