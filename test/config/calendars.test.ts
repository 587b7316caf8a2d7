import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Calendar} from '../../src/config/config.ts';
import type {HolidaySources} from '../../src/config/holiday-sources.ts';
import {mergeHolidays} from '../../src/config/merge-holidays.ts';
import {parseConfig} from '../../src/config/read-config.ts';
import {addDays} from '../../src/time/period.ts';

const whole = (day: string, label: string) => ({day, startsMinute: 0, endsMinute: 1440, label});

/** A world with one holiday a country, and one file. */
const sources: HolidaySources = {
  publicHolidays: (country, region) =>
    country === 'XX' ? 'No such country.' : [whole('2026-01-06', `${country} ${region}`)],
  holidayFile: (name, zone) => (name === 'a.ics' ? [whole('2026-03-03', zone)] : `${name} is off.`),
};

const parse = (text: string) => parseConfig(text, '/w/meantime.yaml', sources);
function calendar(name: string, text: string): Calendar {
  const found = parse(`calendars:\n${text}`).calendars.find((one) => one.name === name);
  if (!found) throw new Error(`no calendar ${name}`);
  return found;
}
const labels = ({holidays}: Calendar) => holidays.map(({day, label}) => `${day} ${label}`);
const spans = ({hours}: Calendar) =>
  hours.map((span) => [span.weekday, span.startsMinute, span.from, span.until]);

describe('a calendar that extends another', () => {
  const base = `
  desk:
    zone: Europe/Vienna
    hours: {mon: 08:00–16:00}
    changes: [{from: 2026-07-01, until: 2026-07-31, hours: {mon: 10:00–12:00}}]
    public_holidays: AT
    holidays: [{on: 2026-12-24, label: Christmas Eve}]
    holiday_files: [a.ics]
`;

  test('inherits its zone, hours, changes and holidays', () => {
    const desk = calendar('desk', base);
    const heir = calendar('heir', `${base}\n  heir: {extends: desk}`);
    expect(heir).toEqual({...desk, name: 'heir'});
  });

  test('adds its holidays, which may have names of their own for the same day', () => {
    const heir = calendar(
      'heir',
      `${base}
  heir:
    extends: desk
    holidays: [{on: 2026-12-24, label: Heiligabend}, {on: 2026-12-31}]`,
    );
    expect(labels(heir)).toEqual([
      '2026-01-06 AT null',
      '2026-03-03 Europe/Vienna',
      '2026-12-24 Heiligabend',
      '2026-12-31 Holiday',
    ]);
  });

  test('replaces hours together with their changes, and reads holiday files in its own zone', () => {
    const heir = calendar(
      'heir',
      `${base}\n  heir: {extends: desk, zone: Asia/Tokyo, hours: {sun: 10:00–11:00}}`,
    );
    expect(heir.zone).toBe('Asia/Tokyo');
    expect(spans(heir)).toEqual([[7, 600, null, null]]);
    expect(labels(heir)).toContain('2026-03-03 Asia/Tokyo');
  });

  test('may be written before the one it extends, and may extend one there always is', () => {
    const text = '  b: {extends: a}\n  a: {extends: business hours}';
    expect(calendar('b', text).hours).toHaveLength(5);
  });

  test('must not extend itself by any way round, which is said once', () => {
    const ring = () => parse('calendars:\n  a: {extends: b}\n  b: {extends: c}\n  c: {extends: a}');
    expect(ring).toThrow(
      /line 4: calendars.c.extends: Calendars extend each other: a → b → c → a\. Break the ring\.$/,
    );
    expect(() => parse('calendars:\n  a: {extends: a}')).toThrow('a → a');
  });

  test('must extend one there is', () => {
    expect(() => parse('calendars:\n  a: {extends: dusk}')).toThrow(
      /^meantime.yaml, line 2: calendars.a.extends: There is no calendar "dusk"\. Use one of: around the clock, business hours\.$/,
    );
  });
});

describe('hours', () => {
  test('of business hours stay the usual ones where only holidays are written', () => {
    const hours = calendar('business hours', '  business hours: {public_holidays: NL}');
    expect(hours.hours).toHaveLength(5);
    expect(labels(hours)).toEqual(['2026-01-06 NL null']);
  });

  test('that change for a time hold instead of the usual ones, from day to day', () => {
    const desk = calendar(
      'desk',
      `  desk:
    hours: {mon: 08:00–16:00}
    changes:
      - {from: 2026-12-24, hours: {}}
      - {from: 2026-07-01, until: 2026-08-31, hours: {mon: 10:00–12:00}}
      - {from: 2026-09-01, until: 2026-09-30, hours: {mon: 11:00–12:00}}`,
    );
    expect(spans(desk)).toEqual([
      [1, 480, null, '2026-06-30'],
      [1, 600, '2026-07-01', '2026-08-31'],
      [1, 660, '2026-09-01', '2026-09-30'],
      [1, 480, '2026-10-01', '2026-12-23'],
    ]);
    expect(desk.workingDaySeconds).toBe(8 * 3600);
  });

  test.each([
    ['changes: [{hours: {}}]', 'changes.0: Write from, until or both.'],
    ['changes: [{from: 2026-02-02, until: 2026-02-01, hours: {}}]', '2026-02-02 is after'],
    [
      'changes: [{until: 2026-02-02, hours: {}}, {from: 2026-02-02, hours: {}}]',
      'changes.1: Another change holds on some of these days.',
    ],
    ['changes: [{until: 2026-02-02, hours: {mon: [8:00-9:00, 8:30-9:30]}}]', 'changes.0: Some of'],
    ['hours: {}', 'hours: No weekday has hours.'],
  ])('are refused with %s', (text, says) => {
    const written = text.startsWith('hours') ? text : `hours: {mon: 9:00-17:00}\n    ${text}`;
    expect(() => parse(`calendars:\n  desk:\n    ${written}`)).toThrow(says);
  });

  test('of a night must not run into the first morning of a change', () => {
    const night = (hours: string) => `calendars:
  night:
    hours: {mon–sun: 22:00–06:00}
    changes: [{from: 2026-07-01, hours: {${hours}}}]`;
    expect(() => parse(night('wed: 05:00–09:00'))).toThrow('The night of 2026-06-30 runs into');
    // 1 July 2026 is a Wednesday: on other mornings no night comes before.
    expect(() => parse(night('wed: 06:00–09:00, thu: 05:00–09:00'))).not.toThrow();
  });
});

describe('holidays', () => {
  const holidays = (text: string) =>
    calendar('desk', `  desk:\n    hours: {mon: 9:00-17:00}\n    holidays: ${text}`).holidays;

  test('may be parts of a day', () => {
    expect(
      holidays('[{on: 2026-12-24, from: 12:00, label: Eve}, {on: 2026-12-24, to: 9:30}]'),
    ).toEqual([
      {day: '2026-12-24', startsMinute: 0, endsMinute: 570, label: 'Holiday'},
      {day: '2026-12-24', startsMinute: 720, endsMinute: 1440, label: 'Eve'},
    ]);
  });

  test.each([
    ['{on: 2026-12-24, from: 25:00}', 'holidays.0.from: "25:00" is not understood. Write a time'],
    ['{from: 2026-02-30, to: 2026-03-01}', 'holidays.0.from: "2026-02-30" is not understood.'],
    ['{from: 2026-02-01}', 'holidays.0: Write a holiday as {on: 2026-12-25'],
    ['{label: Christmas}', 'holidays.0: Write a holiday as {on: 2026-12-25'],
    ['2026-12-25', 'holidays.0: Write a holiday as {on: 2026-12-25'],
    ['{on: 2026-12-24, from: 12:00, to: 12:00}', 'holidays.0: It ends before it begins.'],
    ['{from: 2026-01-01, to: 2028-01-01}', 'holidays.0: More than a year of holidays.'],
  ])('are refused as %s', (text, says) => {
    expect(() => holidays(`[${text}]`)).toThrow(says);
  });

  test('of a country or a region leave out the exceptions, which must be among them', () => {
    const of = (text: string) =>
      labels(calendar('desk', `  desk: {hours: {mon: 9:00-17:00}, public_holidays: ${text}}`));
    expect(of('de-by')).toEqual(['2026-01-06 DE BY']);
    expect(of('{country: DE, region: by-a}')).toEqual(['2026-01-06 DE BY-A']);
    expect(of('[{country: NL, except: [2026-01-06]}]')).toEqual([]);
    expect(() => of('{country: NL, except: [2026-01-07]}')).toThrow(
      'calendars.desk.public_holidays.except: 2026-01-07 is no public holiday of NL.',
    );
    expect(() => of('XX')).toThrow('calendars.desk.public_holidays: No such country.');
    expect(() => of('Germany')).toThrow('Write a country such as NL');
  });

  test('of a file that is off are told once, at its name, however many inherit it', () => {
    const text = `calendars:
  a: {hours: {mon: 9:00-17:00}, holiday_files: [a.ics, b.ics]}
  b: {extends: a}`;
    expect(() => parse(text)).toThrow(
      /^meantime.yaml, line 2: calendars.a.holiday_files.1: b.ics is off.$/,
    );
  });

  test('of several days are those days, one by one', () => {
    fc.assert(
      fc.property(
        fc.date({min: new Date('2000-01-01'), max: new Date('2050-12-31'), noInvalidDate: true}),
        fc.integer({min: 0, max: 40}),
        (date, more) => {
          const from = date.toISOString().slice(0, 10);
          const days = Array.from({length: more + 1}, (_, index) => addDays(from, index));
          expect(holidays(`[{from: ${from}, to: ${addDays(from, more)}}]`)).toEqual(
            holidays(`[${days.map((day) => `{on: ${day}}`).join(', ')}]`),
          );
        },
      ),
      {numRuns: 50},
    );
  });

  test('keep every minute when they overlap, and none twice', () => {
    const part = fc
      .record({day: fc.constantFrom('2026-01-01', '2026-01-02'), a: fc.nat(30), b: fc.nat(30)})
      .filter(({a, b}) => a < b)
      .map(({day, a, b}) => ({day, startsMinute: a, endsMinute: b, label: 'x'}));
    const minutes = (parts: Calendar['holidays']) =>
      parts.flatMap(({day, startsMinute, endsMinute}) =>
        Array.from({length: endsMinute - startsMinute}, (_, i) => `${day} ${startsMinute + i}`),
      );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const merged = minutes(mergeHolidays(parts));
        expect(merged).toHaveLength(new Set(merged).size);
        expect(new Set(merged)).toEqual(new Set(minutes(parts)));
      }),
    );
  });
});
