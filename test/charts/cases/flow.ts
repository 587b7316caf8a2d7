import type {FlowRow} from '../../../src/charts/chart.ts';
import {type ChartCase, usual, week} from './chart-case.ts';

function rows(count: number): FlowRow[] {
  const opened = usual(count, 1290, 160, 2);
  const resolved = usual(count, 1285, 170, 5);
  let backlog = 349;
  return opened.map((value, index) => {
    const row = {
      ...week(index),
      opened: Math.round(value),
      reopened: 41,
      resolved: Math.round(resolved[index] ?? 0) + 34,
      cancelled: 6,
      isComplete: true,
    };
    backlog += row.opened + row.reopened - row.resolved - row.cancelled;
    return {...row, backlog};
  });
}

function flow(data: FlowRow[], width = 640): ChartCase {
  return {
    data: {chart: 'flow', rows: data},
    context: {unit: 'count', ariaLabel: 'Opened, resolved and backlog by week', width},
  };
}

export const normal = flow(rows(26));
export const phone = flow(rows(26), 358);
export const wide = flow(rows(26), 1180);
export const empty = flow([]);
export const onePoint = flow(rows(1));
export const twoPoints = flow(rows(2));
export const incompleteLast = flow(
  rows(20).map((row, index) =>
    index < 19 ? row : {...row, opened: 402, resolved: 377, isComplete: false},
  ),
);
export const allZero = flow(
  rows(8).map((row) => ({...row, opened: 0, reopened: 0, resolved: 0, cancelled: 0, backlog: 0})),
);
export const hugeValues = flow(
  rows(60).map((row) => ({
    ...row,
    opened: row.opened * 54_321,
    resolved: row.resolved * 54_321,
    backlog: row.backlog * 54_321,
  })),
  390,
);
