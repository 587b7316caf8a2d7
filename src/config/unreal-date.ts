import type ICAL from 'ical.js';
import {Temporal} from 'temporal-polyfill';

/**
 * The first date or time of an event that is none, such as 31 February, as it is written; null when
 * all are sound. The library would take it for another day.
 */
export function unrealDate(event: ICAL.Component): string | null {
  const dates = ['dtstart', 'dtend', 'exdate', 'rdate', 'recurrence-id']
    .flatMap((name) => event.getAllProperties(name))
    .filter(({type}) => type === 'date' || type === 'date-time')
    .flatMap((property) => property.toJSON().slice(3).map(String));
  return dates.find((written) => !isReal(written)) ?? null;
}

function isReal(written: string): boolean {
  const wall = written.replace(/Z$/, '');
  try {
    const {year} = Temporal.PlainDateTime.from(wall);
    return year > 0;
  } catch {
    return false;
  }
}
