import type {HeatRow, HourMark} from '../../../src/charts/chart.ts';
import {type ChartCase, randomNumbers} from './chart-case.ts';

function hours(seed: number, scale: number): HeatRow[] {
  const random = randomNumbers(seed);
  return Array.from({length: 168}, (_, index) => {
    const weekday = Math.floor(index / 24) + 1;
    const hour = index % 24;
    const isWorking = weekday < 6 && hour >= 7 && hour < 19;
    const rate = (isWorking ? 0.5 + (hour === 9 || hour === 14 ? 0.4 : 0) : 0.06) * scale;
    return {weekday, hour, value: Math.round(rate * random() * 1.2)};
  });
}

const handovers: HourMark[] = [
  {hour: 14, label: 'handover'},
  {hour: 22, label: 'handover'},
];

function map(rows: HeatRow[], width = 460, hourMarks?: HourMark[]): ChartCase {
  return {
    data: {chart: 'heatmap', rows, hourMarks},
    context: {unit: 'count', ariaLabel: 'Opened by hour and weekday', width},
  };
}

export const normal = map(hours(4, 40), 460, handovers);
export const phone = map(hours(4, 40), 358, handovers);
export const wide = map(hours(4, 400), 1180);
export const empty = map([]);
export const allZero = map(hours(4, 0));
export const onePoint = map([{weekday: 3, hour: 10, value: 1}]);
/** Hours without a row count as none. */
export const gap = map(hours(4, 40).filter((row) => row.hour % 5 > 0));
export const longLabels = map(hours(4, 40), 358, [
  {hour: 6, label: 'handover from night to early shift'},
  {hour: 22, label: 'handover from late to night shift'},
]);
export const hugeValues = map(hours(4, 48_000_000), 320);
