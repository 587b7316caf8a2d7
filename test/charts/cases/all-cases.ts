import * as ageing from './ageing.ts';
import * as bars from './bars.ts';
import type {ChartCase} from './chart-case.ts';
import * as dayCurve from './day-curve.ts';
import * as distribution from './distribution.ts';
import * as flow from './flow.ts';
import * as heatmap from './heatmap.ts';
import * as pareto from './pareto.ts';
import * as sparkline from './sparkline.ts';
import * as stretches from './stretches.ts';
import * as trend from './trend.ts';
import * as weeks from './weeks.ts';

const charts = {
  ...{trend, sparkline, bars, distribution, heatmap, flow, ageing, weeks, pareto, stretches},
  'day-curve': dayCurve,
};

/** Every case by the name of its golden file, e.g. `trend-one-point`. */
export const allCases: [string, ChartCase][] = Object.entries(charts).flatMap(([chart, cases]) =>
  Object.entries(cases).map(([name, each]): [string, ChartCase] => [
    `${chart}-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    each,
  ]),
);
