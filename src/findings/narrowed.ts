import type {Filter} from '../metrics/metric.ts';

/** Filters and one value more; where they already name its dimension, the value is what is left of it. */
export function narrowed(where: readonly Filter[], dimension: string, value: string): Filter[] {
  return [
    ...where.filter((filter) => filter.dimension !== dimension),
    {dimension, values: [value]},
  ];
}
