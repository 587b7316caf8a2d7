import {countsRows} from './counted-rows.ts';
import type {Figure, Metric} from './metric.ts';

/** As many events make the six gaps that a usual range takes. */
const enoughEvents = 7;

/** Whether each unit of a count is an event with a moment of its own: neither a stock nor a difference. */
export function isCountOfEvents(metric: Metric): boolean {
  return metric.unit === 'count' && !metric.isSnapshot && countsRows(metric);
}

/** Whether the events are rare: more than half of the complete periods have none or one. DECISIONS.md, 67. */
export function isRare(figures: readonly Figure[]): boolean {
  const counts = completeCounts(figures);
  const few = counts.filter((count) => count <= 1);
  return few.length > counts.length / 2;
}

/**
 * Whether a metric's events are judged by the days between them instead of by their number a period:
 * rare ones, of which there were enough before the last complete period for a usual range of gaps.
 * Until then a burst would be its own yardstick, and the counts still tell it.
 */
export function isJudgedByGaps(metric: Metric, figures: readonly Figure[]): boolean {
  if (!isCountOfEvents(metric) || !isRare(figures)) return false;
  const before = completeCounts(figures).slice(0, -1);
  return before.reduce((sum, count) => sum + count, 0) >= enoughEvents;
}

function completeCounts(figures: readonly Figure[]): number[] {
  return figures.flatMap(({value, isComplete}) => (isComplete && value !== null ? [value] : []));
}
