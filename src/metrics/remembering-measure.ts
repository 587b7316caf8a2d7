import type {Session} from '../warehouse/database.ts';
import type {Catalogue} from './catalogue.ts';
import {measure} from './measure.ts';
import type {Figure, Filter, Grain, Metric} from './metric.ts';

export interface MeasurePart {
  grain: Grain;
  from: string | null;
  to: string | null;
  by?: readonly string[];
  where?: readonly Filter[];
}

/** Figures of some filters and more; null where the metric can't be cut that way. */
export type RememberingMeasure = (metric: string, part: MeasurePart) => Promise<Figure[] | null>;

/**
 * A `measure` that remembers its answers and adds the filters of where it is asked.
 * The same question asked twice is one query.
 */
export function rememberingMeasure(
  {session, catalogue}: {session: Session; catalogue: Catalogue},
  filters: readonly Filter[],
): RememberingMeasure {
  const answers = new Map<string, Promise<Figure[]>>();
  return async (id, {grain, from, to, by = [], where = []}) => {
    const metric = catalogue.get(id);
    const all = [...filters, ...where];
    if (!canCut(metric, [...by, ...all.map(({dimension}) => dimension)])) return null;
    const key = JSON.stringify([id, grain, from, to, by, all]);
    const known = answers.get(key) ?? measure(session, metric, {grain, from, to, by, where: all});
    answers.set(key, known);
    return known;
  };
}

function canCut(metric: Metric, dimensions: readonly string[]): boolean {
  return dimensions.every((dimension) => metric.by.includes(dimension));
}
