import type {AgeingRow} from '../../../src/charts/chart.ts';
import type {ChartCase} from './chart-case.ts';

const bands: AgeingRow[] = [
  {band: '0–2 days', count: 171, breached: 4},
  {band: '2–5 days', count: 104, breached: 17},
  {band: '5–10 days', count: 66, breached: 31},
  {band: '10–30 days', count: 48, breached: 40},
  {band: 'over 30 days', count: 23, breached: 23},
];

function ageing(rows: AgeingRow[], width = 460): ChartCase {
  return {
    data: {chart: 'ageing', rows},
    context: {unit: 'count', ariaLabel: 'Open incidents by age', width},
  };
}

export const normal = ageing(bands);
export const phone = ageing(bands, 320);
export const wide = ageing(bands, 1180);
export const empty = ageing([]);
export const onePoint = ageing([{band: '0–2 days', count: 1, breached: 0}]);
export const noneBreached = ageing(bands.map((row) => ({...row, breached: 0})));
export const allZero = ageing(bands.map(({band}) => ({band, count: 0, breached: 0})));
export const hugeValues = ageing(
  bands.map((row) => ({...row, count: row.count * 98_765, breached: row.breached * 98_765})),
  358,
);
