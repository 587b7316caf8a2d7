import {describe, expect, test} from 'vitest';
import {loadHolidaySources} from '../../src/config/holiday-sources.ts';
import {publicHolidays} from '../../src/config/public-holidays.ts';

function days(country: string, region: string | null, year: string) {
  const found = publicHolidays(country, region);
  if (typeof found === 'string') throw new Error(found);
  return found.filter(({day}) => day.startsWith(year));
}
const dates = (country: string, region: string | null, year: string) =>
  days(country, region, year).map(({day}) => day.slice(5));
const whole = {startsMinute: 0, endsMinute: 1440};

describe('publicHolidays', () => {
  test('knows the days off of a country and the ones its regions add', () => {
    expect(dates('DE', null, '2026')).toEqual([
      ...['01-01', '04-03', '04-06', '05-01', '05-14', '05-25', '10-03', '12-25', '12-26'],
    ]);
    expect(dates('DE', 'BY', '2026')).toEqual(expect.arrayContaining(['01-06', '06-04', '11-01']));
    expect(dates('DE', 'BY', '2026')).not.toContain('08-08');
    expect(dates('DE', 'BY-A', '2026')).toContain('08-08');
  });

  test('covers a fixed span of years, whatever day it is', () => {
    expect(dates('NL', null, '2000')).toContain('12-25');
    expect(dates('NL', null, '2060')).toContain('12-25');
    expect(dates('NL', null, '1999')).toEqual([]);
  });

  test('gives whole days on which the clocks change', () => {
    // Easter Sunday 2024 has 23 hours in Amsterdam; 28 October 2035 has 25 in Prague.
    expect(days('NL', null, '2024-03-31')).toMatchObject([whole]);
    expect(days('CZ', null, '2035-10-28')).toMatchObject([whole]);
    expect(days('CZ', null, '2035-10-29')).toEqual([]);
  });

  test('takes a holiday that begins at sunset as the day after', () => {
    // Passover 2026 begins in the evening of 1 April; work stops on the 2nd.
    expect(days('IL', null, '2026-04-01')).toEqual([]);
    expect(days('IL', null, '2026-04-02')).toMatchObject([whole]);
    expect(days('IL', null, '2026-04-03')).toEqual([]);
  });

  test('counts out holidays of several days, also over half evenings', () => {
    const ramazan = days('TR', null, '2024-04').filter(({label}) => label.includes('Ramazan'));
    expect(ramazan.map(({day}) => day)).toEqual(['2024-04-10', '2024-04-11', '2024-04-12']);
    expect(days('RU', null, '2026-01-04')).toMatchObject([whole]);
  });

  test('keeps half days as parts', () => {
    expect(days('IS', null, '2026-12-24')).toMatchObject([{startsMinute: 780, endsMinute: 1440}]);
  });

  test('says which places there are', () => {
    expect(publicHolidays('XX', null)).toMatch('No public holidays are known for "XX".');
    expect(publicHolidays('DE', 'XY')).toMatch(/DE has no region "XY"\. Use one of: .*BY/);
    expect(publicHolidays('PL', 'XY')).toMatch('Write PL.');
  });
});

test('settings that are read again do not work out the same holidays again', async () => {
  const portugal = {country: 'PT', region: null, except: []};
  const file = {calendars: {desk: {public_holidays: portugal}}};
  const load = () => loadHolidaySources(file, '.', {readText: () => Promise.resolve('')});
  const first = (await load()).publicHolidays('PT', null);
  expect(first.length).toBeGreaterThan(60);
  expect((await load()).publicHolidays('PT', null)).toBe(first);
});
