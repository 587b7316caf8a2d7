import {noMoments, type Moments, type SegmentMoments} from '../metrics/moments.ts';

/** A segment's moments in every period, gaps filled. */
export interface Series {
  dimensions: readonly string[];
  values: readonly (string | null)[];
  periods: readonly Moments[];
}

/** Rows of one metric as series, a segment each: a period without incidents has no moments. */
export function seriesOf(
  rows: readonly SegmentMoments[],
  periods: readonly string[],
): Map<string, Series> {
  const places = new Map(periods.map((period, index) => [period, index]));
  const found = new Map<string, Series & {periods: Moments[]}>();
  // The rows of a segment share their list of values, and a key is dear.
  const keys = new Map<SegmentMoments['values'], string>();
  for (const row of rows) {
    const place = places.get(row.period);
    if (place === undefined) continue;
    const key = keys.get(row.values) ?? segmentKey(row);
    keys.set(row.values, key);
    const known = found.get(key) ?? {
      dimensions: row.dimensions,
      values: row.values,
      periods: periods.map(() => noMoments),
    };
    known.periods[place] = row;
    found.set(key, known);
  }
  return found;
}

/** The same for the same filters, in whatever order they are named. */
export function segmentKey({dimensions, values}: Pick<Series, 'dimensions' | 'values'>): string {
  return keyOf(dimensions.map((id, index) => [id, values[index] ?? null]));
}

export function keyOf(filters: readonly (readonly [string, string | null])[]): string {
  return JSON.stringify([...filters].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The filters of both; null where they have two values of one dimension, and so share nothing. */
export function bothValues(a: Series, b: Series): Map<string, string | null> | null {
  const values = new Map<string, string | null>();
  for (const each of [a, b])
    for (const [index, id] of each.dimensions.entries()) {
      const value = each.values[index] ?? null;
      if (values.has(id) && values.get(id) !== value) return null;
      values.set(id, value);
    }
  return values;
}
