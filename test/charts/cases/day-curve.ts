import type {DayRow} from '../../../src/charts/chart.ts';
import {randomNumbers, type ChartCase} from './chart-case.ts';

/** Working hours bring most of it. */
function curve(day: string, rate: number, {until = 24, isToday = false, seed = 5} = {}): DayRow[] {
  const random = randomNumbers(seed);
  const rows: DayRow[] = [{day, hour: 0, count: 0, isToday}];
  let count = 0;
  for (let hour = 1; hour <= until; hour++) {
    count += Math.round(random() * rate * (hour > 7 && hour < 19 ? 1 : 0.1));
    rows.push({day, hour, count, isToday});
  }
  return rows;
}

function dayCurve(rows: DayRow[], width = 440): ChartCase {
  return {
    data: {chart: 'day curve', rows},
    context: {unit: 'count', ariaLabel: 'Incidents opened by hour', width},
  };
}

const before = Array.from({length: 8}, (_, index) =>
  curve(`2016-0${index + 1}-07`, 9, {seed: index + 1}),
).flat();

export const morning = dayCurve([...before, ...curve('2016-09-05', 9, {until: 10, isToday: true})]);
export const evening = dayCurve([
  ...before,
  ...curve('2016-09-05', 22, {until: 21, isToday: true}),
]);
export const phone = dayCurve(
  [...before, ...curve('2016-09-05', 9, {until: 14, isToday: true})],
  350,
);
export const oneDayBefore = dayCurve([
  ...curve('2016-08-29', 9),
  ...curve('2016-09-05', 2, {until: 12, isToday: true}),
]);
export const allZero = dayCurve(before.map((row) => ({...row, count: 0})));
export const empty = dayCurve([]);
