import ICAL from 'ical.js';
import {Temporal} from 'temporal-polyfill';
import {isZone} from '../time/zone.ts';
import type {Holiday} from './config.ts';
import {daysBetween, holidayYears, type LocalMinute} from './holiday-span.ts';
import {unrealDate} from './unreal-date.ts';

/** Once a day in all the years is fewer; what repeats more often is no holiday. */
const repeatLimit = 25_000;

/**
 * The days and parts of days that the events of an iCalendar text take, with repeats in the years
 * that are worked out. Whole-day events are local days wherever they are read; timed ones are turned
 * into minutes of `zone`, in which times without a zone are taken to be. Cancelled events are left
 * out. A text says what is wrong.
 */
export function holidaysOfFile(text: string, zone: string): Holiday[] | string {
  const calendars = calendarsOf(text);
  if (typeof calendars === 'string') return calendars;
  const holidays: Holiday[] = [];
  for (const calendar of calendars)
    for (const event of eventsOf(calendar)) {
      const days = daysOrProblem(event, zone);
      if (typeof days === 'string') return days;
      holidays.push(...days);
    }
  if (holidays.length > 0) return holidays;
  return `holds no event between ${holidayYears.first} and ${holidayYears.last}. Check the file, or remove it.`;
}

function calendarsOf(text: string): ICAL.Component[] | string {
  type Tree = [string, never[], never[]];
  let cause = 'no BEGIN:VCALENDAR';
  try {
    // The mark of the encoding that many programs begin a file with is no part of the first line.
    const parsed = ICAL.parse(text.replace(/^\uFEFF/, '')) as unknown as Tree | Tree[];
    // Several calendars in one file come as a list of lists.
    const trees = (typeof parsed[0] === 'string' ? [parsed] : parsed) as Tree[];
    if (trees[0]?.[0] === 'vcalendar') return trees.map((tree) => new ICAL.Component(tree));
  } catch (error) {
    // The library stumbles over a file that begins in the middle of a calendar.
    if (!(error instanceof TypeError)) cause = messageOf(error);
  }
  return `is no iCalendar file (${cause}). Export the calendar again as .ics.`;
}

/** Events with the changed occurrences of their own; the library would mix those of all events. */
function eventsOf(calendar: ICAL.Component): ICAL.Event[] {
  const components = calendar
    .getAllSubcomponents('vevent')
    .filter((component) => component.hasProperty('dtstart'));
  const isChange = (component: ICAL.Component) => component.hasProperty('recurrence-id');
  const uidOf = (component: ICAL.Component) => component.getFirstPropertyValue('uid');
  const masters = components.filter((component) => !isChange(component));
  const alone = components.filter(
    (change) => isChange(change) && !masters.some((master) => uidOf(master) === uidOf(change)),
  );
  return [...masters, ...alone].map((component) => {
    const changes = components.filter(
      (other) => other !== component && isChange(other) && uidOf(other) === uidOf(component),
    );
    return new ICAL.Event(component, {
      strictExceptions: false,
      exceptions: isChange(component) ? [] : changes,
    });
  });
}

function daysOrProblem(event: ICAL.Event, zone: string): Holiday[] | string {
  const unreal = unrealDate(event.component);
  if (unreal !== null)
    return `has a date of "${event.summary}" that is none: ${unreal}. Mend it there.`;
  try {
    return daysOfEvent(event, zone);
  } catch (error) {
    return `has an event "${event.summary}" that can't be understood (${messageOf(error)}). Mend it there.`;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function daysOfEvent(event: ICAL.Event, zone: string): Holiday[] | string {
  if (!event.isRecurring()) return daysOfOccurrence(event, event.startDate, event.endDate, zone);
  const repeats = repeatsOf(event);
  if (repeats === null)
    return `repeats "${event.summary}" more than ${repeatLimit} times. Give it a sound rule.`;
  const holidays: Holiday[] = [];
  for (const repeat of repeats) {
    const {item, startDate, endDate} = event.getOccurrenceDetails(repeat);
    const days = daysOfOccurrence(item, startDate, endDate, zone);
    if (typeof days === 'string') return days;
    holidays.push(...days);
  }
  return holidays;
}

/** When it repeats, up to the last year; null when that is too often. */
function repeatsOf(event: ICAL.Event): ICAL.Time[] | null {
  const repeats: ICAL.Time[] = isFirstLeftOut(event) ? [event.startDate.clone()] : [];
  const iterator = event.iterator();
  while (repeats.length <= repeatLimit) {
    const next = iterator.next() as ICAL.Time | null;
    if (!next || next.year > holidayYears.last) return repeats;
    repeats.push(next.clone());
  }
  return null;
}

/** With dates to repeat on and no rule, the library forgets the event's own day. */
function isFirstLeftOut({component, startDate}: ICAL.Event): boolean {
  const times = (name: string) =>
    component
      .getAllProperties(name)
      .flatMap((property) => property.getValues().map((time) => String(time)));
  const told = [...times('rdate'), ...times('exdate')];
  return !component.hasProperty('rrule') && !told.includes(startDate.toString());
}

function daysOfOccurrence(
  event: ICAL.Event,
  start: ICAL.Time,
  end: ICAL.Time,
  zone: string,
): Holiday[] | string {
  const status = event.component.getFirstPropertyValue('status');
  if (String(status).toUpperCase() === 'CANCELLED') return [];
  if (start.year < holidayYears.first || start.year > holidayYears.last) return [];
  const label = (event.summary ?? '').trim() || 'Holiday';
  const startZone = zoneNameOf(event, 'dtstart');
  // The end of a repeat is told in the zone of its start.
  const endZone = event.isRecurring() ? startZone : (zoneNameOf(event, 'dtend') ?? startZone);
  const from = localTime(start, startZone, zone);
  const to = localTime(end, endZone, zone);
  if (from === null || to === null)
    return `has times of "${label}" in the zone ${startZone ?? endZone}, which it doesn't describe. Export it with its zones (VTIMEZONE).`;
  const order = Temporal.PlainDateTime.compare(from, to);
  if (order > 0) return `has an end of "${label}" before its beginning. Mend it there.`;
  // Some programs write a whole day as ending on itself.
  const until = order === 0 && start.isDate ? to.add({days: 1}) : to;
  return daysBetween(minuteOf(from, Math.floor), minuteOf(until, Math.ceil), label);
}

function minuteOf(time: Temporal.PlainDateTime, round: (n: number) => number): LocalMinute {
  const minute = time.hour * 60 + round(time.minute + time.second / 60);
  return {day: time.toPlainDate().toString(), minute};
}

/**
 * A time of the file as the clocks of `zone` show it; null when its own zone, `named`, is neither
 * known nor described. Whole days and times without a zone are those of the clocks already.
 */
function localTime(
  time: ICAL.Time,
  named: string | null,
  zone: string,
): Temporal.PlainDateTime | null {
  const {year, month, day, hour, minute, second, isDate} = time;
  if (isDate) return new Temporal.PlainDateTime(year, month, day);
  const wall = new Temporal.PlainDateTime(year, month, day, hour, minute, second);
  const described = time.zone?.tzid ?? 'floating';
  if (described === 'floating' && named === null) return wall;
  const known = described === 'UTC' ? described : named;
  if (known !== null && isZone(known))
    return wall.toZonedDateTime(known).withTimeZone(zone).toPlainDateTime();
  if (described === 'floating') return null;
  const instant = Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000);
  return instant.toZonedDateTimeISO(zone).toPlainDateTime();
}

function zoneNameOf(event: ICAL.Event, property: 'dtstart' | 'dtend'): string | null {
  const name = event.component.getFirstProperty(property)?.getParameter('tzid');
  return typeof name === 'string' ? name : null;
}
