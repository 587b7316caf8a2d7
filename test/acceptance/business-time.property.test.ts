import fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Session} from '../../src/warehouse/database.ts';
import {emptyWarehouse, type EmptyWarehouse} from '../sql/empty-warehouse.ts';
import {minutesTo, wholeOrPart, workingMinutes, type Calendar} from './minute-counter.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const mondayToFriday = [1, 2, 3, 4, 5];

/**
 * Each has something of its own that a shortcut would get wrong. None begins or ends within an hour that
 * its clocks skip or repeat: such an hour has no one reading.
 */
const calendars: Calendar[] = [
  {
    calendar: 'office with holidays',
    zone: 'Europe/Berlin',
    hours: [{weekdays: mondayToFriday, starts: 540, ends: 1020}],
    holidays: ['2024-01-01', '2024-03-29', '2024-04-01', '2024-10-03', '2024-10-28', '2024-12-25'],
  },
  {
    calendar: 'nights, over midnight and over the change of the clocks',
    zone: 'Europe/Berlin',
    hours: [{weekdays: everyDay, starts: 1320, ends: 1800}],
    holidays: ['2024-03-30', '2024-12-24'],
  },
  {
    calendar: 'shorter in summer, off in parts of days',
    zone: 'Europe/Lisbon',
    hours: [
      {weekdays: mondayToFriday, starts: 540, ends: 1080, until: '2024-05-31'},
      {weekdays: mondayToFriday, starts: 480, ends: 900, from: '2024-06-01', until: '2024-09-08'},
      {weekdays: everyDay, starts: 1260, ends: 1740, from: '2024-06-01', until: '2024-09-08'},
      {weekdays: mondayToFriday, starts: 60, ends: 1020, from: '2024-09-09'},
    ],
    holidays: [
      ['2024-03-29', 720, 1440],
      ['2024-06-13', 0, 30],
      ['2024-06-13', 600, 1290],
      ['2024-10-28', 600, 660],
    ],
  },
  {
    calendar: 'with a lunch break',
    zone: 'America/New_York',
    hours: [
      {weekdays: mondayToFriday, starts: 540, ends: 720},
      {weekdays: mondayToFriday, starts: 780, ends: 1050},
    ],
    holidays: ['2024-07-04'],
  },
  {
    calendar: 'where clocks change by half an hour',
    zone: 'Australia/Lord_Howe',
    hours: [{weekdays: everyDay, starts: 30, ends: 360}],
    holidays: [],
  },
  {
    calendar: 'where clocks change at midnight',
    zone: 'America/Santiago',
    hours: [{weekdays: everyDay, starts: 0, ends: 1440}],
    holidays: ['2024-09-18'],
  },
  {
    calendar: 'half past the hour of everybody else',
    zone: 'Asia/Kolkata',
    hours: [{weekdays: [1, 2, 3, 4, 5, 6], starts: 0, ends: 240}],
    holidays: ['2024-08-15'],
  },
];

const [firstMinute, lastMinute] = [minutesTo('2024-01-03'), minutesTo('2024-12-20')];
const twoYears = 2 * 365 * 1440;
/** Minutes around which clocks change somewhere: pairs near them come up as often as all others. */
const changes = [
  '2024-03-10',
  '2024-03-31',
  '2024-04-07',
  '2024-09-08',
  '2024-10-06',
  '2024-10-27',
  '2024-11-03',
].map(minutesTo);

/** A clock that runs, is stopped for a while (perhaps for no time at all) and runs on. In minutes. */
interface Clock {
  calendar: Calendar;
  starts: number;
  runs: number;
  stops: number;
  runsOn: number;
  target: number;
}

const clocks: fc.Arbitrary<Clock> = fc.record({
  calendar: fc.constantFrom(...calendars),
  starts: fc.oneof(
    fc.integer({min: firstMinute, max: lastMinute - 20_160}),
    fc
      .tuple(fc.constantFrom(...changes), fc.integer({min: -1440, max: 1440}))
      .map(([change, away]) => change + away),
  ),
  runs: fc.integer({min: 1, max: 5760}),
  stops: fc.integer({min: 0, max: 2880}),
  runsOn: fc.integer({min: 0, max: 5760}),
  target: fc.integer({min: 1, max: 4800}),
});

describe('business time by two look-ups in the calendar', () => {
  let warehouse: EmptyWarehouse;

  beforeAll(async () => {
    warehouse = await emptyWarehouse();
    await warehouse.database.session(async (session) => {
      await writeCalendars(session);
      await run(session, 'intermediate.working_span');
      await run(session, 'marts.working_span');
    });
  });
  afterAll(() => warehouse.database.close());

  test('is what counting minute by minute gives, for time used, time paused and the due time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(clocks, {minLength: 40, maxLength: 80}), async (some) => {
        const read = await warehouse.database.session((session) => readings(session, some));
        expect(read).toEqual(some.map(counted));
      }),
      {numRuns: 40, seed: 20240331},
    );
  });

  test('asked one question at a time is the same: time between, due time, next working moment', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(clocks, {minLength: 40, maxLength: 60}), async (some) => {
        const rows = some.map((clock) => {
          const {starts, ends} = cuts(clock);
          return `('${clock.calendar.calendar}', ${instant(starts)}, ${instant(ends)}, ${clock.target * 60})`;
        });
        const answers = await warehouse.database.query<Answers>(
          `select working.seconds_between(calendar, a, b) / 60 as between_minutes,
             epoch(working.due_at(calendar, a, target)) / 60 as due,
             epoch(working.next_working_moment(calendar, a)) / 60 as next
           from (values ${rows.join(', ')}) t(calendar, a, b, target)`,
        );
        expect(answers).toEqual(some.map(answered));
      }),
      {numRuns: 20, seed: 20241027},
    );
  });

  test('holds over years', async () => {
    const pairs = calendars.slice(0, 4).map(({calendar}, index) => ({
      calendar: calendars[index]!,
      sql: `('${calendar}', ${instant(firstMinute + 777 * index)}, ${instant(firstMinute + 777 * index + twoYears)})`,
      starts: firstMinute + 777 * index,
    }));
    const answers = await warehouse.database.query<{minutes: number}>(
      `select working.seconds_between(calendar, a, b) / 60 as minutes
       from (values ${pairs.map(({sql}) => sql).join(', ')}) t(calendar, a, b)`,
    );
    const byHand = pairs.map(({calendar, starts}) => {
      const isWorking = workingMinutes(calendar);
      let minutes = 0;
      for (let at = starts; at < starts + twoYears; at++) if (isWorking(at)) minutes++;
      return {minutes};
    });
    expect(answers).toEqual(byHand);
  });

  test('has every calendar and both changes of the clocks in its way', async () => {
    for (const {calendar, zone} of calendars) {
      const [row] = await warehouse.database.query<{spans: number; lengths: number}>(
        `select count(*) as spans, count(distinct working_seconds) as lengths
         from intermediate.working_span where calendar = $calendar`,
        {calendar},
      );
      expect(row!.spans, calendar).toBeGreaterThan(300);
      const crosses = /Lord_Howe|Santiago/.test(zone) || calendar.startsWith('nights');
      // One length on usual days, a shorter and a longer one when clocks change within the span.
      if (crosses) expect(row!.lengths, calendar).toBeGreaterThanOrEqual(3);
    }
  });

  async function run(session: Session, name: string): Promise<void> {
    const {sql} = warehouse.models.find((model) => model.name === name)!;
    await session.run(`create or replace table ${name} as ${sql}`);
  }

  async function writeCalendars(session: Session): Promise<void> {
    await session.run(`
      delete from settings.calendar; delete from settings.calendar_hours; delete from settings.holiday;
      update settings.workspace set as_of = timestamptz '2025-01-01 00:00:00+00';
      delete from staging.record;
      insert into staging.record (record_no, opened_at)
        values (1, timestamptz '2024-01-01 00:00:00+00');`);
    for (const {calendar, zone, hours, holidays} of calendars) {
      await session.run('insert into settings.calendar values ($calendar, $zone)', {
        calendar,
        zone,
      });
      for (const {weekdays, starts, ends, from = null, until = null} of hours)
        for (const weekday of weekdays)
          await session.run(
            `insert into settings.calendar_hours
             values ($calendar, $weekday, $starts, $ends, $from, $until)`,
            {calendar, weekday, starts, ends, from, until},
          );
      for (const [day, starts, ends] of holidays.map(wholeOrPart))
        await session.run(
          `insert into settings.holiday values ($calendar, $day::date, $starts, $ends, '')`,
          {calendar, day, starts, ends},
        );
    }
  }

  async function readings(session: Session, some: readonly Clock[]): Promise<Reading[]> {
    await session.run('delete from intermediate.clock; delete from intermediate.segment');
    const rows = some.map((clock, index) => ({key: String(index), clock, ...cuts(clock)}));
    await session.run(
      `insert into intermediate.clock by name
       select * from (values ${rows
         .map(
           ({key, clock, starts, ends}) =>
             `('${key}', 'resolution', '${clock.calendar.calendar}', ${clock.target * 60}, ${instant(starts)}, ${instant(ends)})`,
         )
         .join(', ')}) t(record_no, kind, calendar, target_seconds, started_at, counted_until)`,
    );
    await session.run(
      `insert into intermediate.segment by name
       select * from (values ${rows
         .flatMap(({key, starts, paused, resumed}) => [
           `('${key}', ${instant(starts)}, ${instant(paused)}, false)`,
           ...(resumed > paused
             ? [`('${key}', ${instant(paused)}, ${instant(resumed)}, true)`]
             : []),
           `('${key}', ${instant(resumed)}, null, false)`,
         ])
         .join(', ')}) t(record_no, started_at, ended_at, stops_clock)`,
    );
    await run(session, 'intermediate.clock_span');
    await run(session, 'intermediate.clock_reading');
    const read = await session.query<{used: number; paused: number; due: number}>(
      `select used_seconds / 60 as used, paused_seconds / 60 as paused, epoch(due_at) / 60 as due
       from intermediate.clock_reading order by record_no::integer`,
    );
    return read.map(({used, paused, due}) => ({used, paused, due}));
  }
});

interface Answers {
  between_minutes: number;
  /** Minutes since 1970. */
  due: number;
  next: number;
}

/** The same, minute by minute. */
function answered(clock: Clock): Answers {
  const {starts, ends} = cuts(clock);
  const {used, due} = counted({...clock, stops: 0, runsOn: clock.stops + clock.runsOn});
  const isWorking = workingMinutes(clock.calendar);
  let next = starts;
  while (!isWorking(next)) next++;
  expect(ends - starts).toBeGreaterThanOrEqual(used);
  return {between_minutes: used, due, next};
}

interface Reading {
  used: number;
  paused: number;
  /** Minutes since 1970. */
  due: number;
}

function cuts({starts, runs, stops, runsOn}: Clock) {
  const paused = starts + runs;
  const resumed = paused + stops;
  return {starts, paused, resumed, ends: resumed + runsOn};
}

/** The same, minute by minute on the wall clock of the calendar's zone. */
function counted(clock: Clock): Reading {
  const {starts, paused, resumed, ends} = cuts(clock);
  const isWorking = workingMinutes(clock.calendar);
  const reading = {used: 0, paused: 0, due: NaN};
  let left = clock.target;
  for (let at = starts; at < ends || left > 0; at++) {
    if (!isWorking(at)) continue;
    const isPaused = at >= paused && at < resumed;
    if (at < ends && isPaused) reading.paused++;
    if (at < ends && !isPaused) reading.used++;
    if (!isPaused && left > 0 && --left === 0) reading.due = at + 1;
  }
  return reading;
}

function instant(at: number): string {
  return `to_timestamp(${at * 60})`;
}
