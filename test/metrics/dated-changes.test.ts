import {expect, test} from 'vitest';
import {breaksOf, type DatedChange} from '../../src/metrics/dated-changes.ts';

const periods = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'];
const tool: DatedChange = {on: '2026-02-10', what: 'New tool', metrics: null, where: []};
const payroll: DatedChange = {
  on: '2026-03-01',
  what: 'Second line',
  metrics: ['mttr'],
  where: [{dimension: 'service', values: ['Payroll']}],
};

function places(metric: string, where: DatedChange['where'] = []): number[] {
  return breaksOf([tool, payroll], {metric, where, periods}).map(({place}) => place);
}

test('a change breaks a series at the first period that it holds for throughout', () => {
  expect(places('opened')).toEqual([2]);
});

test('a change of one service breaks the figures of that service only', () => {
  expect(places('mttr')).toEqual([2]);
  expect(places('mttr', [{dimension: 'service', values: ['Payroll']}])).toEqual([2, 2]);
  expect(places('mttr', [{dimension: 'service', values: ['Payroll', 'Mail']}])).toEqual([2]);
  expect(places('flr', [{dimension: 'service', values: ['Payroll']}])).toEqual([2]);
});

test('a change before the history or after it breaks nothing', () => {
  const changes = ['2025-12-01', '2026-06-01'].map((on) => ({...tool, on}));
  expect(breaksOf(changes, {metric: 'opened', where: [], periods})).toEqual([]);
});
