import type {Dimension} from '../metrics/dimension.ts';
import type {Filter} from '../metrics/metric.ts';
import {UserError} from '../base/user-error.ts';
import type {Query} from './query.ts';

/**
 * The filters of a request: `?priority=P1&priority=P2&service=` means P1 or P2 with no service filled in.
 * @param dimensions those that may be filtered by here
 * @throws UserError for a value its dimension can't have
 */
export function filtersOf(query: Query, dimensions: readonly Dimension[]): Filter[] {
  return dimensions.flatMap((dimension): Filter[] => {
    const values = [...new Set(query.many(dimension.id))];
    for (const value of values) checkValue(dimension, value);
    return values.length === 0 ? [] : [{dimension: dimension.id, values}];
  });
}

function checkValue({id, isBoolean}: Dimension, value: string): void {
  if (!isBoolean || ['', 'true', 'false'].includes(value)) return;
  throw new UserError(`"${id}" can’t be "${value.slice(0, 40)}".`, 'Use true or false.');
}
