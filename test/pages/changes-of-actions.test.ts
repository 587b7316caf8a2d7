import {expect, test} from 'vitest';
import {breaksOf} from '../../src/metrics/dated-changes.ts';
import {changesOfActions, inOrderOfDay} from '../../src/pages/changes-of-actions.ts';
import {sampleAction} from '../register/sample-action.ts';

const where = [{dimension: 'service', values: ['Mail']}];

test('a verified action starts the limits of its figure anew, and of that part only', () => {
  const verified = {
    ...sampleAction({metric: 'flr', where, effectOn: '2026-03-01'}),
    status: 'verified' as const,
  };
  const changes = changesOfActions([verified]);
  const periods = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'];
  expect(breaksOf(changes, {metric: 'flr', where, periods}).map(({place}) => place)).toEqual([2]);
  expect(breaksOf(changes, {metric: 'flr', where: [], periods})).toEqual([]);
  expect(breaksOf(changes, {metric: 'mttr', where, periods})).toEqual([]);
});

test('an action that is only done, or about a candidate, breaks nothing', () => {
  const done = sampleAction({status: 'done'});
  const ofCandidate = {...sampleAction({candidateNo: 3}), status: 'verified' as const};
  expect(changesOfActions([done, ofCandidate])).toEqual([]);
});

test('changes of the configuration and of actions stand in the order of their days', () => {
  const change = (on: string) => ({on, what: on, metrics: null, where: []});
  const mixed = inOrderOfDay([change('2026-05-01'), change('2026-02-01')]);
  expect(mixed.map(({on}) => on)).toEqual(['2026-02-01', '2026-05-01']);
});
