import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {holidaysOfFile} from '../../src/config/holiday-file.ts';
import {parseConfig, readConfig} from '../../src/config/read-config.ts';
import {addDays} from '../../src/time/period.ts';
import {emptyWorkspace, writeFiles} from '../models/workspace-fixture.ts';

const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const file = (...parts: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts, 'END:VCALENDAR'].join('\r\n');

function read(text: string, zone = 'Europe/Berlin') {
  const found = holidaysOfFile(text, zone);
  if (typeof found === 'string') throw new Error(found);
  return found.map((h) => `${h.day} ${h.startsMinute}–${h.endsMinute} ${h.label}`);
}

/** Windows' name for Berlin, described in the file as Outlook does. */
const outlookZone = [
  ...['BEGIN:VTIMEZONE', 'TZID:W. Europe Standard Time'],
  ...['BEGIN:STANDARD', 'DTSTART:16010101T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100'],
  ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD'],
  ...['BEGIN:DAYLIGHT', 'DTSTART:16010101T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
  ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'],
].join('\r\n');

describe('holidaysOfFile', () => {
  test('reads whole days, whose end is the day after', () => {
    const text = file(
      event('UID:1', 'SUMMARY:New Year', 'DTSTART;VALUE=DATE:20260101'),
      event('UID:2', 'DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20270101'),
      event('UID:3', 'SUMMARY:Off', 'DTSTART;VALUE=DATE:20260301', 'DURATION:P2D'),
    );
    expect(read(text, 'Pacific/Auckland')).toEqual([
      '2026-01-01 0–1440 New Year',
      '2026-12-30 0–1440 Holiday',
      '2026-12-31 0–1440 Holiday',
      '2026-03-01 0–1440 Off',
      '2026-03-02 0–1440 Off',
    ]);
  });

  test('takes a whole day that ends on itself for that day', () => {
    const day = ['DTSTART;VALUE=DATE:20260510', 'DTEND;VALUE=DATE:20260510', 'SUMMARY:Fair'];
    expect(read(file(event('UID:1', ...day)))).toEqual(['2026-05-10 0–1440 Fair']);
  });

  test('reads a file that begins with the mark of its encoding', () => {
    const text = file(event('UID:1', 'SUMMARY:Fair', 'DTSTART;VALUE=DATE:20260510'));
    expect(read(`\uFEFF${text}`)).toEqual(['2026-05-10 0–1440 Fair']);
  });

  test('counts the first day beside dates to repeat on, unless it is excluded', () => {
    const repeated = ['DTSTART;VALUE=DATE:20260501', 'RDATE;VALUE=DATE:20260601,20260701'];
    expect(read(file(event('UID:1', 'SUMMARY:R', ...repeated)))).toEqual([
      '2026-05-01 0–1440 R',
      '2026-06-01 0–1440 R',
      '2026-07-01 0–1440 R',
    ]);
    const excluded = event('UID:1', 'SUMMARY:R', ...repeated, 'EXDATE;VALUE=DATE:20260501');
    expect(read(file(excluded))).toHaveLength(2);
  });

  test.each([
    ['20260231', 'has a date of "Fair" that is none: 2026-02-31. Mend it there.'],
    ['20261345', 'has a date of "Fair" that is none: 2026-13-45. Mend it there.'],
    ['tomorrow', 'has a date of "Fair" that is none: tomo-rr-ow. Mend it there.'],
  ])('takes %s for no date, rather than for another day', (day, problem) => {
    const text = file(event('UID:1', 'SUMMARY:Fair', `DTSTART;VALUE=DATE:${day}`));
    expect(holidaysOfFile(text, 'Europe/Berlin')).toBe(problem);
  });

  test('says which event ends before it begins', () => {
    const days = ['DTSTART;VALUE=DATE:20260510', 'DTEND;VALUE=DATE:20260505'];
    const sound = event('UID:2', 'SUMMARY:Ball', 'DTSTART;VALUE=DATE:20260601');
    expect(
      holidaysOfFile(file(sound, event('UID:1', 'SUMMARY:Fair', ...days)), 'Europe/Berlin'),
    ).toBe('has an end of "Fair" before its beginning. Mend it there.');
  });

  test('turns times into minutes of the calendar’s zone, over midnight too', () => {
    const text = file(
      event('UID:1', 'SUMMARY:UTC', 'DTSTART:20260701T100000Z', 'DTEND:20260701T120000Z'),
      event(
        'UID:2',
        'SUMMARY:NY',
        'DTSTART;TZID=America/New_York:20260701T160000',
        'DURATION:PT4H',
      ),
      event('UID:3', 'SUMMARY:here', 'DTSTART:20260701T080000', 'DTEND:20260701T090000'),
    );
    expect(read(text)).toEqual([
      '2026-07-01 720–840 UTC',
      '2026-07-01 1320–1440 NY',
      '2026-07-02 0–120 NY',
      '2026-07-01 480–540 here',
    ]);
  });

  test('keeps the local time of repeats when the clocks change', () => {
    const text = file(
      event(
        ...['UID:1', 'SUMMARY:Stocktaking', 'DTSTART;TZID=Europe/Berlin:20260322T120000'],
        ...['DTEND;TZID=Europe/Berlin:20260322T140000', 'RRULE:FREQ=WEEKLY;COUNT=3'],
        'EXDATE;TZID=Europe/Berlin:20260405T120000',
      ),
    );
    expect(read(text)).toEqual([
      '2026-03-22 720–840 Stocktaking',
      '2026-03-29 720–840 Stocktaking',
    ]);
    expect(read(text, 'UTC')).toEqual([
      '2026-03-22 660–780 Stocktaking',
      '2026-03-29 600–720 Stocktaking',
    ]);
  });

  test('understands zones that only the file describes', () => {
    const times = ['DTSTART;TZID=W. Europe Standard Time:20260701T120000', 'DURATION:PT1H'];
    expect(read(file(outlookZone, event('UID:1', ...times)), 'UTC')).toEqual([
      '2026-07-01 600–660 Holiday',
    ]);
    expect(() => read(file(event('UID:1', ...times)))).toThrow(
      'has times of "Holiday" in the zone W. Europe Standard Time, which it doesn\'t describe.',
    );
  });

  test('repeats without an end up to the last year, from the first', () => {
    const days = read(
      file(event('UID:1', 'SUMMARY:Eve', 'DTSTART;VALUE=DATE:19901224', 'RRULE:FREQ=YEARLY')),
    );
    expect(days).toHaveLength(61);
    expect([days[0], days.at(-1)]).toEqual(['2000-12-24 0–1440 Eve', '2060-12-24 0–1440 Eve']);
  });

  test('takes a changed or cancelled repeat for what it became, and only of its own event', () => {
    const yearly = ['DTSTART;VALUE=DATE:20260501', 'RRULE:FREQ=YEARLY;COUNT=2'];
    const text = file(
      event('UID:1', 'SUMMARY:A', ...yearly),
      event('UID:2', 'SUMMARY:B', ...yearly),
      event(
        'UID:1',
        'SUMMARY:A moved',
        'RECURRENCE-ID;VALUE=DATE:20270501',
        'DTSTART;VALUE=DATE:20270503',
      ),
      event(
        'UID:2',
        'SUMMARY:B',
        'RECURRENCE-ID;VALUE=DATE:20260501',
        'DTSTART;VALUE=DATE:20260501',
        'STATUS:CANCELLED',
      ),
      event('UID:3', 'SUMMARY:C', 'STATUS:CANCELLED', 'DTSTART;VALUE=DATE:20260601'),
    );
    expect(read(text)).toEqual([
      '2026-05-01 0–1440 A',
      '2027-05-03 0–1440 A moved',
      '2027-05-01 0–1440 B',
    ]);
  });

  test.each([
    ['PK', 'is no iCalendar file ('],
    ['', 'is no iCalendar file ('],
    [file(), 'holds no event between 2000 and 2060.'],
    [
      file(event('UID:1', 'SUMMARY:Tick', 'DTSTART:20260101T000000Z', 'RRULE:FREQ=SECONDLY')),
      'repeats "Tick" more than 25000 times.',
    ],
  ])('says what is wrong with %j', (text, says) => expect(() => read(text)).toThrow(says));

  test('gives the days that meantime.yaml would give', () => {
    fc.assert(
      fc.property(
        fc.date({min: new Date('2001-01-01'), max: new Date('2059-01-01'), noInvalidDate: true}),
        fc.integer({min: 1, max: 30}),
        (date, length) => {
          const from = date.toISOString().slice(0, 10);
          const [start, end] = [from, addDays(from, length)].map((day) => day.replaceAll('-', ''));
          const dates = [`DTSTART;VALUE=DATE:${start}`, `DTEND;VALUE=DATE:${end}`];
          const calendars = parseConfig(
            `calendars: {business hours: {holidays: [{from: ${from}, to: ${addDays(from, length - 1)}}]}}`,
            'meantime.yaml',
          ).calendars;
          expect(holidaysOfFile(file(event('UID:1', ...dates)), 'America/New_York')).toEqual(
            calendars[1]?.holidays,
          );
        },
      ),
      {numRuns: 50},
    );
  });
});

describe('readConfig', () => {
  const yaml = 'calendars: {business hours: {public_holidays: NL, holiday_files: [days/own.ics]}}';

  test('reads holiday files of the workspace and public holidays of the library', async () => {
    const workspace = await emptyWorkspace();
    const own = event('UID:1', 'SUMMARY:Outing', 'DTSTART;VALUE=DATE:20260619');
    await writeFiles(workspace.directory, {'meantime.yaml': yaml, 'days/own.ics': file(own)});
    const days = (await readConfig(workspace)).calendars[1]?.holidays.map(({day}) => day);
    expect(days).toEqual(expect.arrayContaining(['2026-04-27', '2026-06-19']));
  });

  test('names the file that is missing or no file, with its line', async () => {
    const workspace = await emptyWorkspace();
    await writeFiles(workspace.directory, {'meantime.yaml': yaml});
    const path = join(workspace.directory, 'days', 'own.ics');
    await expect(readConfig(workspace)).rejects.toThrow(
      `meantime.yaml, line 1: calendars.business hours.holiday_files.0: days/own.ics is missing: ${path}.`,
    );
    await writeFiles(workspace.directory, {'days/own.ics/x': ''});
    await expect(readConfig(workspace)).rejects.toThrow(/days\/own.ics can't be read: .*EISDIR/);
  });
});
