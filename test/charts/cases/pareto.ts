import type {ParetoRow} from '../../../src/charts/chart.ts';
import type {ChartCase} from './chart-case.ts';

function rowsOf(values: readonly number[]): ParetoRow[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  let sum = 0;
  return values.map((value, index) => {
    sum += value;
    return {label: `Candidate ${index + 1}`, value, runningShare: total > 0 ? sum / total : 0};
  });
}

function pareto(values: readonly number[], width = 640): ChartCase {
  const context = {unit: 'total hours' as const, ariaLabel: 'Hours lost by candidate', width};
  return {data: {chart: 'pareto', rows: rowsOf(values)}, context};
}

const falling = (count: number, ratio: number) =>
  Array.from({length: count}, (_, index) => 620 * ratio ** index);

export const normal = pareto(falling(31, 0.84));
export const phone = pareto(falling(31, 0.84), 350);
export const wide = pareto(falling(31, 0.84), 1100);
export const many = pareto(falling(300, 0.993));
export const even = pareto(falling(12, 1));
export const one = pareto([42]);
export const oneAboveAll = pareto([9000, 40, 30, 20]);
export const hugeValues = pareto(
  falling(20, 0.8).map((value) => value * 98_765),
  350,
);
export const allZero = pareto([0, 0]);
export const empty = pareto([]);
