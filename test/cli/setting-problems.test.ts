import {expect, test} from 'vitest';
import {goalProblems, idlePolicies} from '../../src/cli/setting-problems.ts';
import {parseMetricFile} from '../../src/metrics/metric-file.ts';
import type {MetricTarget} from '../../src/metrics/targets.ts';
import {openDatabase} from '../../src/warehouse/database.ts';

const metrics = [
  parseMetricFile(
    'flr.sql',
    `-- First level
-- Share.
-- @unit share
-- @better higher
-- @at resolved_at
select 1 as value, count(*) as n from marts.fct_incident`,
  ),
];

function messagesOf(...targets: Partial<MetricTarget>[]): string[] {
  const always = {metric: 'flr', priority: null, service: null, from: null, until: null};
  const goal = {goal: 0.9, direction: 'at least'} as const;
  return goalProblems(
    {metrics},
    targets.map((target) => ({...always, ...goal, ...target})),
  ).map(({message, remedy}) => `${message} ${remedy}`);
}

test('a sound goal is no problem', () => {
  expect(messagesOf({}, {priority: 'P1', goal: 1})).toEqual([]);
});

test('a goal of a metric there isn’t is said once', () => {
  expect(messagesOf({metric: 'frl'}, {metric: 'frl', priority: 'P1'})).toEqual([
    'targets.frl: There is no such metric, so nothing is judged by it. Correct the name in meantime.yaml; meantime metrics lists all. Then: meantime build',
  ]);
});

test('a share above the whole was meant in per cent', () => {
  expect(messagesOf({goal: 90})).toEqual([
    "targets.flr: A share of 90 can't be meant. Write it with its sign: at least 90 %. Then: meantime build",
  ]);
});

test('a goal in the wrong direction is named', () => {
  expect(messagesOf({direction: 'at most'})).toEqual([
    'targets.flr: Here higher is better, and the goal says the opposite. Write at least. Then: meantime build',
  ]);
});

test('policies in force under which nothing was opened are named, plain targets and others’ times are not', async () => {
  const database = await openDatabase(':memory:');
  await database.run(`
    create schema settings; create schema marts;
    create table marts.fct_incident as select date '2026-03-01' as opened_on;
    create table marts.fct_clock as select 'Payroll' as policy;
    create table settings.sla_policy as from (values
      (1, 'Payroll', null, null),
      (2, 'payroll', null, date '2026-12-31'),
      (3, 'Next year', date '2027-01-01', null),
      (4, 'Last year', null, date '2025-12-31'),
      (5, 'standard P5', null, null)
    ) t(position, policy, from_day, until_day)`);
  const idle = await idlePolicies(database);
  database.close();
  expect(idle.map(({message}) => message)).toEqual([
    'The policy "payroll" holds for nothing in the data.',
  ]);
});
