import {enoughForVerdict} from './behaviour-chart.ts';
import {countsRows} from './counted-rows.ts';
import type {Figure, Metric} from './metric.ts';

/** As many events make the six gaps that a usual range takes. */
const enoughEvents = 7;

/** Whether each unit of a count is an event with a moment of its own: neither a stock nor a difference. */
export function isCountOfEvents(metric: Metric): boolean {
  return metric.unit === 'count' && !metric.isSnapshot && countsRows(metric);
}

/**
 * Whether events are so rare that the days between them tell more than their number: most complete
 * periods have too few for a verdict on anything else. DECISIONS.md, 67.
 */
export function isRare(figures: readonly Figure[]): boolean {
  return mostHaveAtMost(enoughForVerdict - 1, completeCounts(figures));
}

/**
 * Whether counts are so small that they have no usual range and no verdict, which the days between the
 * events give: most periods have none or one. Until there were enough events before the last complete
 * period for a usual range of gaps, a burst would be its own yardstick: the counts still tell it.
 */
export function isJudgedByGaps(metric: Metric, figures: readonly Figure[]): boolean {
  const counts = completeCounts(figures);
  if (!isCountOfEvents(metric) || !mostHaveAtMost(1, counts)) return false;
  const before = counts.slice(0, -1).reduce((sum, count) => sum + count, 0);
  const isBurst = (counts.at(-1) ?? 0) > 1;
  return !isBurst || before >= enoughEvents;
}

function mostHaveAtMost(most: number, counts: readonly number[]): boolean {
  return counts.filter((count) => count <= most).length > counts.length / 2;
}

function completeCounts(figures: readonly Figure[]): number[] {
  return figures.flatMap(({value, isComplete}) => (isComplete && value !== null ? [value] : []));
}
