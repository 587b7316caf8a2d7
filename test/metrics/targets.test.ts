import {expect, test} from 'vitest';
import {targetFor, type MetricTarget, type TargetScope} from '../../src/metrics/targets.ts';

function target(goal: number, part: Partial<MetricTarget> = {}): MetricTarget {
  const scope = {metric: 'mttr', priority: null, service: null, from: null, until: null};
  return {...scope, goal, direction: 'at most', ...part};
}

const targets = [
  target(1),
  target(2, {priority: 'P1'}),
  target(3, {service: 'Mail'}),
  target(4, {service: 'Mail', priority: 'P1'}),
  target(5, {priority: 'P2', from: '2016-03-01'}),
  target(6, {priority: 'P2', from: '2016-07-01', until: '2016-07-31'}),
  target(9, {metric: 'mtta'}),
];

const cases: [string, TargetScope, number][] = [
  ['of everything is that for all', {}, 1],
  ['of a priority is its own', {priority: 'P1'}, 2],
  ['of a priority without one is that for all', {priority: 'P4'}, 1],
  ['of a service goes before that of a priority', {service: 'Mail', priority: 'P3'}, 3],
  ['of both goes before either', {service: 'Mail', priority: 'P1'}, 4],
  ['of another service is the priority’s', {service: 'Print', priority: 'P1'}, 2],
  ['before it holds is that for all', {priority: 'P2', on: '2016-02-29'}, 1],
  ['on its first day holds', {priority: 'P2', on: '2016-03-01'}, 5],
  ['that holds since later wins', {priority: 'P2', on: '2016-07-31'}, 6],
  ['the day after its last is the one before', {priority: 'P2', on: '2016-08-01'}, 5],
];
test.each(cases)('a goal %s', (_name, scope, goal) => {
  // In whichever order they are stated.
  for (const all of [targets, [...targets].reverse()])
    expect(targetFor(all, 'mttr', scope)?.goal).toBe(goal);
});

test('there is none where none is set', () => {
  expect(targetFor(targets, 'opened')).toBeNull();
  expect(targetFor([target(2, {priority: 'P1'})], 'mttr')).toBeNull();
});
