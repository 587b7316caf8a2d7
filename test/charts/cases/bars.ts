import type {BarRow} from '../../../src/charts/chart.ts';
import type {ChartCase} from './chart-case.ts';

const target = {value: 0.9, label: 'Target 90 %'};
const priorities: BarRow[] = [
  {label: 'P1', value: 0.944, n: 18, low: 0.742, high: 0.99, before: 0.95, signal: 'common'},
  {label: 'P2', value: 0.812, n: 218, low: 0.754, high: 0.859, before: 0.843, signal: 'worse'},
  {label: 'P3', value: 0.956, n: 702, low: 0.938, high: 0.969, before: 0.951, signal: 'common'},
  {label: 'P4', value: 0.969, n: 346, low: 0.945, high: 0.983, before: 0.955, signal: 'common'},
];

function shares(rows: BarRow[], width = 460): ChartCase {
  return {
    data: {chart: 'bars', rows},
    context: {unit: 'share', ariaLabel: 'SLA met by priority', target, width},
  };
}

function counts(rows: BarRow[], width = 460): ChartCase {
  return {
    data: {chart: 'bars', rows},
    context: {unit: 'count', ariaLabel: 'Opened by service', width},
  };
}

export const normal = shares(priorities);
export const phone = shares(priorities, 358);
export const wide = shares(priorities, 1180);
export const empty = shares([]);
export const onePoint = shares(priorities.slice(1, 2));
export const gap = shares(
  priorities.map((row, index) =>
    index === 0 ? {...row, value: null, low: null, high: null, n: 3} : row,
  ),
);
export const belowEnough = shares(
  priorities.map((row) => ({...row, n: 8, low: 0.5, high: 0.99, signal: 'too few'})),
);
export const allNull = shares(
  priorities.map(({label}) => ({label, value: null, n: 0, signal: 'none'})),
);
const services = [
  'Workplace and collaboration services for branch offices',
  'Network and remote access (Frankfurt, Lyon, Porto and Gdańsk data centres)',
  'Zahlungsverkehr und Kontoführung',
  'ERP',
];
export const longLabels = shares(
  priorities.map((row, index) => ({...row, label: services[index] ?? ''})),
);
export const longLabelsPhone = shares(
  priorities.map((row, index) => ({...row, label: services[index] ?? ''})),
  320,
);
export const countsNormal = counts([
  {label: 'Mail', value: 412, n: 412, before: 398},
  {label: 'Network', value: 287, n: 287, before: 340},
  {label: 'Workplace', value: 241, n: 241, before: 229, signal: 'worse'},
  {label: 'ERP', value: 96, n: 96, before: 101},
  {label: 'not filled', value: 12, n: 12, before: 0},
]);
export const countsHuge = counts(
  [
    {label: 'Mail', value: 48_120_340, n: 48_120_340},
    {label: 'Network', value: 1_204, n: 1_204},
    {label: 'Nothing', value: 0, n: 0},
  ],
  320,
);
export const hours: ChartCase = {
  data: {
    chart: 'bars',
    rows: [
      {label: 'L1', value: 3.1, n: 802, low: 2.8, high: 3.5, before: 3.4},
      {label: 'L2', value: 26.4, n: 311, low: 22.1, high: 31.9, before: 24.0},
      {label: 'L3', value: 71.2, n: 94, low: 55.0, high: 92.4, before: 80.3},
    ],
  },
  context: {unit: 'hours', ariaLabel: 'Mean time to resolve by tier', width: 460},
};
