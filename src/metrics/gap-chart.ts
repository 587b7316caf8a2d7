import {behaviourChart, type BehaviourChart} from './behaviour-chart.ts';
import type {Metric} from './metric.ts';
import type {UsualRange} from './process-limits.ts';

/**
 * The power that makes gaps between chance events nearly normal. Nelson, "A control chart for
 * parts-per-million nonconforming items", Journal of Quality Technology 26 (1994), 239–240.
 */
const power = 1 / 3.6;

export interface GapChart {
  /** Of gaps, in days: too short a gap is a signal, and so is a long one. */
  chart: BehaviourChart;
  /** Days since the last event: longer than any usual gap is a signal before the next one comes. */
  openGap: {days: number; isLong: boolean} | null;
}

export interface GapOptions {
  /** Which direction of the gaps is an improvement: longer ones, where the events are unwanted. */
  better?: Metric['better'];
  /** Places of the first gaps that began after dated changes: limits start anew there. */
  breaks?: readonly number[];
  /** How many gaps of the last stretch there were before those asked about: they make the limits. */
  known?: number;
}

const fewestGaps = 6;
const mostGaps = 20;

/**
 * Rare events charted by the days between them (t chart): counts a period that are mostly 0 or 1 have no
 * usual range, the gaps do. Limits are those of individual values after Nelson's transformation, and come
 * back in days.
 * @param gaps days from the event before to each event, in order of time
 * @param sinceLast days since the last one, by the data's clock
 */
export function gapChart(
  gaps: readonly number[],
  sinceLast: number | null,
  {better = 'higher', breaks = [], known = mostGaps}: GapOptions = {},
): GapChart {
  const shaped = gaps.map((gap) => Math.max(0, gap) ** power);
  const series = shaped.map((value) => ({value, n: 1, isComplete: true}));
  // A cluster among few gaps would make its own yardstick, so those before it do, if they are enough.
  const baseline = known < fewestGaps ? mostGaps : Math.min(known, mostGaps);
  const chart = behaviourChart(series, {better, breaks, baseline, enough: 1, bounds: {least: 0}});
  const range = rangeInDays(chart.range);
  const upper = range?.upper ?? Infinity;
  return {
    chart: {
      ...chart,
      lower: inDays(chart.lower),
      centre: inDays(chart.centre),
      upper: inDays(chart.upper),
      range,
      stretches: chart.stretches.map((stretch) => ({
        ...stretch,
        range: rangeInDays(stretch.range),
      })),
      ranges: chart.ranges?.map(rangeInDays) ?? null,
    },
    openGap: sinceLast === null ? null : {days: sinceLast, isLong: sinceLast > upper},
  };
}

function inDays(value: number): number {
  return Math.max(0, value) ** (1 / power);
}

function rangeInDays(range: UsualRange | null): UsualRange | null {
  return (
    range && {
      lower: inDays(range.lower),
      centre: inDays(range.centre),
      upper: inDays(range.upper),
    }
  );
}
