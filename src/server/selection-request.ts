import {UserError} from '../base/user-error.ts';
import type {Cuttable} from '../metrics/dimension.ts';
import type {Selection} from '../metrics/metric.ts';
import {knownPeriod, parseSelection} from '../metrics/selection.ts';
import type {Query} from './query.ts';

/** Parameters of a request for part of a metric; dimensions may be named directly, as pages link. */
export const selectionParameters = {
  single: ['grain', 'from', 'to', 'period'],
  repeated: ['by', 'where'],
} as const;

/**
 * `?period=2016-W12` is short for its `from` and `to`; `?priority=P1` for `?where=priority=P1`.
 * @throws UserError for whatever isn't known, or a period given beside its days
 */
export function selectionOf(metric: Cuttable, query: Query): Selection {
  const filters = metric.by.flatMap((dimension) =>
    query.many(dimension).map((value) => `${dimension}=${value}`),
  );
  return parseSelection([metric], {
    grain: query.one('grain') ?? undefined,
    by: query.many('by'),
    where: [...query.many('where'), ...filters],
    ...daysOf(query),
  });
}

function daysOf(query: Query): {from?: string; to?: string} {
  const [id, from, to] = ['period', 'from', 'to'].map((name) => query.one(name));
  if (id == null) return {from: from ?? undefined, to: to ?? undefined};
  if (from != null || to != null) {
    throw new UserError('Both a period and its days are given.', 'Use period, or from and to.');
  }
  const period = knownPeriod(id);
  return {from: period.from, to: period.to};
}
