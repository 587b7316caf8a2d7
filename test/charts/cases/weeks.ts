import type {WeekMark, WeekMean, WeekRow} from '../../../src/charts/chart.ts';
import {randomNumbers, week, type ChartCase} from './chart-case.ts';

function rowsOf(count: number, rate: number, seed = 3): WeekRow[] {
  const random = randomNumbers(seed);
  return Array.from({length: count}, (_, index) => {
    const incidents = Math.round((random() + random()) * rate);
    return {
      ...week(index),
      count: incidents,
      hours: incidents * 1.7,
      isComplete: index < count - 1,
    };
  });
}

function weeks(
  rows: WeekRow[],
  {marks = [], means = [], width = 640}: {marks?: WeekMark[]; means?: WeekMean[]; width?: number},
): ChartCase {
  const context = {unit: 'count' as const, ariaLabel: 'Incidents a week', width};
  return {data: {chart: 'weeks', rows, marks, means}, context};
}

function mark(index: number, label: string, isDecision = false): WeekMark {
  return {day: week(index).day, label, isDecision};
}

function mean(from: number, to: number, value: number, label: string): WeekMean {
  return {from: week(from).day, to: week(to).day, value, label};
}

const marks = [mark(6, 'CHG0001'), mark(20, 'PRB0040219 opened'), mark(40, 'fixed', true)];
const means = [mean(0, 43, 2.1, '44 weeks before'), mean(44, 51, 3.4, 'last 8 weeks')];

export const normal = weeks(rowsOf(53, 2.4), {marks, means});
export const phone = weeks(rowsOf(53, 2.4), {marks, means, width: 350});
export const wide = weeks(rowsOf(104, 9), {marks, means, width: 1100});
export const fixed = weeks(
  rowsOf(53, 4).map((row, index) => (index > 41 ? {...row, count: index % 9 === 0 ? 1 : 0} : row)),
  {
    marks,
    means: [mean(0, 39, 4.1, 'before the fix'), mean(42, 51, 0.1, 'since')],
  },
);
export const crowdedMarks = weeks(rowsOf(30, 3), {
  marks: Array.from({length: 14}, (_, index) => mark(2 * index + 1, `CHG00${4100 + index}`)),
});
export const marksAtTheEnds = weeks(rowsOf(30, 3), {
  marks: [mark(0, 'first seen'), mark(27, 'accepted as PRB0040219', true), mark(29, 'CHG0042')],
});
export const onePoint = weeks(rowsOf(1, 8, 5), {});
export const allZero = weeks(
  rowsOf(10, 3).map((row) => ({...row, count: 0})),
  {},
);
export const hugeValues = weeks(
  rowsOf(20, 3).map((row) => ({...row, count: row.count * 1_234_567})),
  {means: [mean(0, 18, 3_000_000, 'before')], width: 380},
);
export const empty = weeks([], {});
