import type {Session} from '../warehouse/database.ts';
import {parseSelect} from '../warehouse/syntax.ts';
import type {Layer, Model} from './model.ts';

/** A model with the relations it reads. */
export interface OrderedModel extends Model {
  reads: readonly string[];
}

/** Which schemas a layer may read. */
const mayRead: Record<Layer, readonly string[]> = {
  staging: ['landing', 'staging', 'settings'],
  intermediate: ['staging', 'intermediate', 'settings'],
  marts: ['staging', 'intermediate', 'marts', 'settings'],
};

/**
 * The models in an order in which each finds what it reads.
 * @throws Error that names the file, for a cycle, an unknown relation, or one of a layer it may not read
 */
export async function orderModels(session: Session, models: Model[]): Promise<OrderedModel[]> {
  const parsed: OrderedModel[] = [];
  for (const model of models) parsed.push({...model, reads: await relationsRead(session, model)});
  const byName = new Map(parsed.map((model) => [model.name, model]));
  const problems = parsed.flatMap((model) =>
    model.reads.flatMap((name) => problemOfReading(model, name, byName) ?? []),
  );
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return sortedByDependency(parsed, byName);
}

async function relationsRead(session: Session, model: Model): Promise<readonly string[]> {
  try {
    return (await parseSelect(session, model.sql)).tables;
  } catch (error) {
    throw new Error(`${model.file}: ${messageOf(error)}`, {cause: error});
  }
}

function problemOfReading(
  model: OrderedModel,
  name: string,
  models: Map<string, OrderedModel>,
): string | null {
  const schema = name.includes('.') ? (name.split('.')[0] ?? '') : '';
  const allowed = mayRead[model.layer];
  const start = `${model.file}: reads ${name}`;
  if (schema === '') return `${start}; write schema.name, or name a CTE so`;
  if (!allowed.includes(schema)) return `${start}; ${model.layer} may read ${allowed.join(', ')}`;
  const isInput = schema === 'landing' || schema === 'settings';
  return isInput || models.has(name) ? null : `${start}, which no file defines`;
}

function sortedByDependency(
  models: OrderedModel[],
  byName: Map<string, OrderedModel>,
): OrderedModel[] {
  const done = new Set<string>();
  const order: OrderedModel[] = [];
  function place(model: OrderedModel, path: string[]): void {
    if (done.has(model.name)) return;
    if (path.includes(model.name)) {
      const cycle = [...path.slice(path.indexOf(model.name)), model.name];
      throw new Error(`${model.file}: reads itself: ${cycle.join(' → ')}`);
    }
    for (const name of model.reads) {
      const upstream = byName.get(name);
      if (upstream) place(upstream, [...path, model.name]);
    }
    done.add(model.name);
    order.push(model);
  }
  for (const model of models) place(model, []);
  return order;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
