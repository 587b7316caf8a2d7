import type {Metric} from '../metrics/metric.ts';
import {callOf, columnsOf, cutQuery} from '../metrics/query-text.ts';

/** What a metric says of single incidents, from which two stretches of time can be compared. */
export type Outcome =
  /** Each incident has it or not. */
  | {kind: 'share'; expression: string}
  /** How long each took: compared on a log scale. */
  | {kind: 'log'; expression: string}
  /** Another number of each incident. */
  | {kind: 'mean'; expression: string}
  /** How long the longest take: whether fewer are as long, `share` being that of the shorter ones. */
  | {kind: 'tail'; expression: string; share: number}
  /** How many there are. */
  | {kind: 'count'}
  /** Only the figures of whole weeks can be compared. */
  | {kind: 'weeks'};

const durations: ReadonlySet<string> = new Set(['hours', 'days']);

/** Read from the metric's own query, so that a metric of a workspace's own is verified as well. */
export function outcomeOf(metric: Metric): Outcome {
  if (metric.isSnapshot || metric.isSurvival) return {kind: 'weeks'};
  const call = callOf(columnsOf(cutQuery(metric.sql).list).get('value') ?? '');
  if (call === null || call.rest !== '') return {kind: 'weeks'};
  const expression = call.inside;
  switch (call.name) {
    case 'avg':
      if (metric.unit === 'share') return {kind: 'share', expression};
      return {kind: durations.has(metric.unit) ? 'log' : 'mean', expression};
    case 'median':
      return {kind: durations.has(metric.unit) ? 'log' : 'mean', expression};
    case 'quantile_cont': {
      const [, of, share] = /^([\s\S]+),\s*(0?\.\d+)$/.exec(expression) ?? [];
      if (of === undefined || share === undefined) return {kind: 'weeks'};
      return {kind: 'tail', expression: of.trim(), share: Number(share)};
    }
    case 'count':
      return metric.unit === 'count' ? {kind: 'count'} : {kind: 'weeks'};
    default:
      return {kind: 'weeks'};
  }
}
