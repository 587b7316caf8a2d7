import type {DistributionRow} from '../../../src/charts/chart.ts';
import type {ChartCase} from './chart-case.ts';

const edges = [0, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];

function bins(counts: readonly number[]): DistributionRow[] {
  return counts.map((count, index) => ({
    fromHours: edges[index] ?? 0,
    toHours: edges[index + 1] ?? 2048,
    count,
  }));
}

function durations(rows: DistributionRow[], width = 640, median?: number): ChartCase {
  return {
    data: {chart: 'distribution', rows, median},
    context: {unit: 'hours', ariaLabel: 'Time to resolve', width},
  };
}

const usual = bins([14, 31, 66, 121, 188, 241, 236, 171, 98, 61, 38, 14, 4, 1]);

export const normal = durations(usual, 640, 5.4);
export const phone = durations(usual, 358);
export const wide = durations(usual, 1180, 5.4);
export const empty = durations([]);
export const allZero = durations(bins([0, 0, 0]));
export const onePoint = durations(bins([0, 0, 0, 0, 0, 1]));
export const gap = durations(bins([0, 0, 3, 0, 0, 12, 9, 0, 2]), 460);
export const belowFirstEdge = durations(bins([40, 3]), 460);
export const openEnd = durations([
  {fromHours: 512, toHours: 1024, count: 12},
  {fromHours: 1024, toHours: Infinity, count: 30},
]);
export const hugeValues = durations(
  usual.map((row) => ({...row, count: row.count * 98_765})),
  390,
);
