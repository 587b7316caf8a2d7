import {expect, test} from 'vitest';
import {
  formatDay,
  formatDayRange,
  formatInstant,
  formatPeriod,
} from '../../src/charts/format-period.ts';

test.each([
  ['2016-W12', 'Week 12'],
  ['2016-W03', 'Week 3'],
  ['2016-03', 'March 2016'],
  ['2016-Q1', 'Quarter 1 2016'],
  ['2016', '2016'],
  ['2016-03-07', '7 Mar 2016'],
  ['total', 'All periods'],
])('the period %s is called %s', (period, name) => {
  expect(formatPeriod(period)).toBe(name);
});

test.each([
  ['2016-03-21', '2016-03-28', '21 – 27 Mar 2016'],
  ['2026-10-26', '2026-11-02', '26 Oct – 1 Nov 2026'],
  ['2026-12-28', '2027-01-04', '28 Dec 2026 – 3 Jan 2027'],
  ['2016-03-21', '2016-03-22', '21 Mar 2016'],
])('days from %s up to %s are written %s', (from, to, text) => {
  expect(formatDayRange(from, to)).toBe(text);
});

test('a day is the same in every zone', () => {
  expect(formatDay('2016-02-29')).toBe('29 Feb 2016');
});

test('an instant is told in its zone', () => {
  expect(formatInstant('2026-11-01T22:10:00Z', 'Europe/Berlin')).toBe('Sun 1 Nov 2026, 23:10 CET');
  expect(formatInstant('2026-09-01T00:05:00Z', 'UTC')).toBe('Tue 1 Sep 2026, 00:05 UTC');
});
