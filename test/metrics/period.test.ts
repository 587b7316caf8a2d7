import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
  addDays,
  isDay,
  parsePeriod,
  periodOf,
  periodsBetween,
  shiftPeriod,
  type CalendarGrain,
} from '../../src/metrics/period.ts';

const grains: CalendarGrain[] = ['day', 'week', 'month', 'quarter', 'year'];
const days = fc.integer({min: -20_000, max: 40_000}).map((count) => addDays('2000-01-01', count));

test('weeks are numbered as ISO 8601 has them, at both ends of a year', () => {
  expect(periodOf('2016-01-03', 'week')).toEqual({
    id: '2015-W53',
    from: '2015-12-28',
    to: '2016-01-04',
  });
  expect(periodOf('2018-12-31', 'week').id).toBe('2019-W01');
  expect(periodOf('2016-03-21', 'week').id).toBe('2016-W12');
});

test('months, quarters and years end where the next begins', () => {
  expect(periodOf('2016-02-29', 'month')).toEqual({
    id: '2016-02',
    from: '2016-02-01',
    to: '2016-03-01',
  });
  expect(periodOf('2016-12-31', 'quarter')).toEqual({
    id: '2016-Q4',
    from: '2016-10-01',
    to: '2017-01-01',
  });
  expect(periodOf('2016-06-01', 'year')).toEqual({
    id: '2016',
    from: '2016-01-01',
    to: '2017-01-01',
  });
});

test('every day is in exactly one period of each grain, whose id reads back', () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...grains), (day, grain) => {
      const period = periodOf(day, grain);
      expect(period.from <= day && day < period.to).toBe(true);
      expect(periodOf(period.to, grain).from).toBe(period.to);
      expect(parsePeriod(period.id)).toEqual({...period, grain});
      expect(shiftPeriod(shiftPeriod(period, grain, 3), grain, -3)).toEqual(period);
    }),
  );
});

test('periods between two days leave no gap', () => {
  fc.assert(
    fc.property(
      days,
      fc.integer({min: 1, max: 900}),
      fc.constantFrom(...grains),
      (from, length, grain) => {
        const to = addDays(from, length);
        const periods = periodsBetween(from, to, grain);
        expect((periods[0]?.from ?? '') <= from).toBe(true);
        expect((periods.at(-1)?.to ?? '') >= to).toBe(true);
        for (const [index, period] of periods.slice(1).entries())
          expect(period.from).toBe(periods[index]?.to);
      },
    ),
  );
});

test('what isn’t in the calendar is no day and no period', () => {
  expect(['2016-02-30', '2015-02-29', '16-02-01', '2016-2-1', ''].filter(isDay)).toEqual([]);
  expect(
    ['2016-W54', '2015-W00', '2016-13', '2016-Q5', 'total', '2017-W53'].map(parsePeriod),
  ).toEqual([null, null, null, null, null, null]);
});
