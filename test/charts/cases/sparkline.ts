import type {TrendRow} from '../../../src/charts/chart.ts';
import {type ChartCase, usual, weeks} from './chart-case.ts';

function spark(rows: TrendRow[], width = 168): ChartCase {
  return {
    data: {chart: 'sparkline', rows},
    context: {
      unit: 'share',
      ariaLabel: '26 weeks of SLA met',
      width,
      range: {lower: 0.87, centre: 0.9, upper: 0.93},
    },
  };
}

const rows = weeks(usual(26, 0.9, 0.03), 218);

export const normal = spark(rows);
export const phone = spark(rows, 92);
export const empty = spark([]);
export const onePoint = spark(rows.slice(0, 1));
export const gap = spark(
  rows.map((row, index) => (index > 8 && index < 13 ? {...row, value: null} : row)),
);
export const worse = spark(
  rows.map((row, index) => (index < 24 ? row : {...row, value: 0.83, signal: 'worse'})),
);
export const better = spark(
  rows.map((row, index) => (index < 22 ? row : {...row, value: 0.95, signal: 'better'})),
);
export const incompleteLast = spark(
  rows.map((row, index) => (index < 25 ? row : {...row, isComplete: false})),
);
