import {Temporal} from 'temporal-polyfill';
import type {Calendar} from '../../src/config/config.ts';
import {overlap, without, type Span} from './span.ts';

/** What of a calendar says when it works. */
export type WorkingHours = Pick<Calendar, 'zone' | 'hours' | 'holidays'>;

/** The stretches of a span in which a calendar works, in order. */
export type WorkIn = (span: Span) => Span[];

/**
 * Walks: every local day of the span, every stretch of work that begins on it. Slow and plain,
 * because it is what the product's look-ups are proven against.
 */
export function workingTimeOf(calendar: WorkingHours): WorkIn {
  const dayOf = remembered((day: string) => dayIn(calendar, day));
  return (span) => {
    const work: Span[] = [];
    if (span.to <= span.from) return work;
    // A night shift that began the day before may still last.
    let day = dayOf(localDay(span.from, calendar.zone).subtract({days: 1}).toString());
    for (; day.startsAt < span.to; day = dayOf(day.next))
      for (const each of day.work) {
        const both = overlap(each, span);
        if (both !== null) work.push(both);
      }
    return work;
  };
}

/** A local day of a calendar, with the stretches of work that begin on it. */
interface WorkingDay {
  startsAt: number;
  work: Span[];
  next: string;
}

function dayIn(calendar: WorkingHours, day: string): WorkingDay {
  const date = Temporal.PlainDate.from(day);
  return {
    startsAt: wallTime(date, 0, calendar.zone),
    work: workBeginningOn(day, calendar),
    next: date.add({days: 1}).toString(),
  };
}

/** The stretches of work that begin on a local day, less what is holiday of it and of the day after. */
function workBeginningOn(day: string, {zone, hours, holidays}: WorkingHours): Span[] {
  const date = Temporal.PlainDate.from(day);
  const daysOff = holidays
    .filter((each) => each.day === day || each.day === date.add({days: 1}).toString())
    .map((each) => ({
      from: wallTime(Temporal.PlainDate.from(each.day), each.startsMinute, zone),
      to: wallTime(Temporal.PlainDate.from(each.day), each.endsMinute, zone),
    }));
  return hours
    .filter(({weekday, from, until}) => weekday === date.dayOfWeek && isWithin(day, from, until))
    .map(({startsMinute, endsMinute}) => ({
      from: wallTime(date, startsMinute, zone),
      to: wallTime(date, endsMinute, zone),
    }))
    .flatMap((span) => without(span, daysOff));
}

/** The instant at which the clock on the wall has gone so many minutes past midnight of a day. */
function wallTime(day: Temporal.PlainDate, minute: number, zone: string): number {
  const time = {hour: Math.floor(minute / 60) % 24, minute: minute % 60};
  const days = Math.floor(minute / 1440);
  const local = day.add({days}).toPlainDateTime(Temporal.PlainTime.from(time));
  return local.toZonedDateTime(zone).epochMilliseconds;
}

function isWithin(day: string, from: string | null, until: string | null): boolean {
  return (from === null || from <= day) && (until === null || day <= until);
}

function localDay(instant: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate();
}

function remembered<Value>(make: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key)!;
  };
}
