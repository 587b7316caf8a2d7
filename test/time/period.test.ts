import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  addDays,
  isDay,
  lastCompletePeriod,
  parsePeriod,
  periodOf,
  periodsBetween,
  shiftPeriod,
  type CalendarGrain,
} from '../../src/time/period.ts';

const grains: CalendarGrain[] = ['day', 'week', 'month', 'quarter', 'year'];
const anyGrain = fc.constantFrom(...grains);
const anyDay = fc.integer({min: 0, max: 80_000}).map((count) => addDays('1950-01-01', count));

describe('periodOf', () => {
  test.each([
    ['2016-03-22', 'day', '2016-03-22', '2016-03-22', '2016-03-23'],
    ['2016-03-22', 'week', '2016-W12', '2016-03-21', '2016-03-28'],
    ['2016-03-22', 'month', '2016-03', '2016-03-01', '2016-04-01'],
    ['2016-05-31', 'quarter', '2016-Q2', '2016-04-01', '2016-07-01'],
    ['2016-03-22', 'year', '2016', '2016-01-01', '2017-01-01'],
    ['2021-01-03', 'week', '2020-W53', '2020-12-28', '2021-01-04'],
    ['2018-12-31', 'week', '2019-W01', '2018-12-31', '2019-01-07'],
  ] as const)('%s lies in the %s %s', (day, grain, id, from, to) => {
    expect(periodOf(day, grain)).toEqual({id, from, to});
  });

  test('holds its day, and its id leads back to it, for any day and grain', () => {
    fc.assert(
      fc.property(anyDay, anyGrain, (day, grain) => {
        const period = periodOf(day, grain);
        expect(period.from <= day && day < period.to).toBe(true);
        expect(parsePeriod(period.id)).toEqual({...period, grain});
      }),
    );
  });
});

describe('shiftPeriod', () => {
  test('there and back is where it was, and the next one begins where this one ends', () => {
    fc.assert(
      fc.property(anyDay, anyGrain, fc.integer({min: -30, max: 30}), (day, grain, count) => {
        const period = periodOf(day, grain);
        expect(shiftPeriod(shiftPeriod(period, grain, count), grain, -count)).toEqual(period);
        expect(shiftPeriod(period, grain, 1).from).toBe(period.to);
      }),
    );
  });
});

test('periods between two days leave no gap and no overlap', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({min: 1, max: 500}), anyGrain, (from, days, grain) => {
      const to = addDays(from, days);
      const periods = periodsBetween(from, to, grain);
      expect(periods[0]?.from).toBe(periodOf(from, grain).from);
      expect((periods.at(-1)?.to ?? '') >= to).toBe(true);
      for (const [index, period] of periods.entries())
        if (index > 0) expect(period.from).toBe(periods[index - 1]?.to);
    }),
  );
});

test.each([
  '2016-W54',
  '2015-W54',
  '2019-W53',
  '2016-W00',
  '2016-13',
  '2016-Q5',
  '2016-02-30',
  'total',
  '',
  '2016-3',
])('%j is no period', (id) => expect(parsePeriod(id)).toBeNull());

test('a day of the calendar is told from a text that looks like one', () => {
  expect(['2016-02-29', '2016-12-31'].every(isDay)).toBe(true);
  expect(['2015-02-29', '2016-00-10', '2016-01-00', '2016-1-1', '20160101'].some(isDay)).toBe(
    false,
  );
});

test.each([
  ['2016-03-27', 'week', '2016-W11'],
  ['2016-03-28', 'week', '2016-W12'],
  ['2016-03-31', 'month', '2016-02'],
  ['2016-01-01', 'quarter', '2015-Q4'],
] as const)('on %s the last complete %s is %s', (day, grain, id) => {
  expect(lastCompletePeriod(day, grain).id).toBe(id);
});
