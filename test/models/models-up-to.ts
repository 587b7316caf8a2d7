import type {OrderedModel} from '../../src/models/order.ts';

/** Models and all they read, directly or not, in the order they are built in. */
export function modelsUpTo(
  names: readonly string[],
  models: readonly OrderedModel[],
): OrderedModel[] {
  const needed = new Set<OrderedModel>();
  const need = (name: string) => {
    const model = models.find((each) => each.name === name);
    if (!model || needed.has(model)) return;
    needed.add(model);
    model.reads.forEach(need);
  };
  names.forEach(need);
  return models.filter((model) => needed.has(model));
}
