import {describe, expect, test} from 'vitest';
import {parseSelection, selectionQuery} from '../../src/metrics/selection.ts';
import {everything, mttr, resolved} from './tiny-marts.ts';

const metrics = [mttr, resolved];

test('nothing given is everything', () => {
  expect(parseSelection(metrics, {})).toEqual(everything);
  expect(parseSelection(metrics, {grain: '', by: '', from: '', to: '', where: ['']})).toEqual(
    everything,
  );
});

test('dimensions come as a list or with commas, filters gather by dimension', () => {
  const selection = parseSelection(metrics, {
    grain: 'week',
    by: ['priority,service', 'priority'],
    where: ['priority=P1', 'service=A=B, or not', 'priority=P2', 'priority=P1', 'service='],
    from: '2016-03-01',
    to: '2016-04-01',
  });
  expect(selection).toEqual({
    grain: 'week',
    by: ['priority', 'service'],
    where: [
      {dimension: 'priority', values: ['P1', 'P2']},
      {dimension: 'service', values: ['A=B, or not', '']},
    ],
    from: '2016-03-01',
    to: '2016-04-01',
  });
});

test('a selection written as a query reads back the same', () => {
  const selection = parseSelection(metrics, {
    grain: 'month',
    by: 'service',
    where: ['service=Müller & Söhne=ü', 'service=', 'priority=P1'],
    from: '2016-03-01',
  });
  const query = selectionQuery(selection);
  const again = parseSelection(metrics, {
    ...Object.fromEntries(query),
    where: query.getAll('where'),
  });
  expect(again).toEqual(selection);
  expect(selectionQuery(everything).toString()).toBe('');
});

describe('what isn’t known is refused with what is', () => {
  const wrong: [object, string, string][] = [
    [
      {grain: 'fortnight'},
      'There is no grain "fortnight".',
      'day, week, month, quarter, year, total',
    ],
    [{by: 'colour'}, '"mttr" has no dimension "colour".', 'priority, service'],
    [{by: 'is_major'}, '"mttr" has no dimension "is_major".', 'priority, service'],
    [{where: 'record_key=1'}, '"mttr" has no dimension "record_key".', 'priority, service'],
    [{where: 'P1'}, 'names no value', 'priority=P1'],
    [{from: '2016-02-30'}, '"from" is no day: 2016-02-30.', '2016-03-01'],
    [{from: '01/02/2016'}, '"from" is no day', 'year-month-day'],
    [{from: '2016-03-01', to: '2016-03-01'}, 'is not before "to"', 'the day after the last one'],
    [{sql: 'select 1'}, "can't be read", 'grain, by, where, from and to'],
    [{by: {toString: 'x'}}, 'at "by"', 'grain, by, where, from and to'],
    [{where: ['priority=' + 'x'.repeat(600)]}, "can't be read", 'grain'],
  ];
  test.each(wrong)('%j', (input, message, remedy) => {
    expect(() => parseSelection(metrics, input)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(message),
        remedy: expect.stringContaining(remedy),
        status: 400,
      }),
    );
  });

  test('a yes-no dimension that is neither', () => {
    expect(() => parseSelection([resolved], {where: 'is_major=maybe'})).toThrow(
      '"is_major" can\'t be "maybe".',
    );
  });
});
