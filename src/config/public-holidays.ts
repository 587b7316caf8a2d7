import Holidays, {type HolidaysTypes} from 'date-holidays';
import {addDays} from '../time/period.ts';
import type {Holiday} from './config.ts';
import {daysBetween, holidayYears} from './holiday-span.ts';

/**
 * Days off by law of a country, or a region of it such as `BY`, in the years that are worked out.
 * Names are in the country's language. A text says what is wrong with the place, and the way out.
 */
export function publicHolidays(country: string, region: string | null): Holiday[] | string {
  const library = new Holidays();
  if (!(country in library.getCountries()))
    return `No public holidays are known for "${country}". Write a country's ISO code such as NL, or list the days under holidays.`;
  const problem = region === null ? null : regionProblem(library, country, region);
  if (problem !== null) return problem;
  const [state, part] = region === null ? [] : splitRegion(library, country, region);
  library.init(
    {country, ...(state ? {state} : {}), ...(part ? {region: part} : {})},
    {types: ['public']},
  );
  const holidays: Holiday[] = [];
  for (let year: number = holidayYears.first; year <= holidayYears.last; year++)
    for (const holiday of library.getHolidays(year)) holidays.push(...daysOf(holiday));
  return holidays;
}

function regionProblem(library: Holidays, country: string, region: string): string | null {
  if (splitRegion(library, country, region).length > 0) return null;
  const names = Object.keys(statesOf(library, country));
  if (names.length === 0)
    return `${country} has no regions with holidays of their own. Write ${country}.`;
  return `${country} has no region "${region}". Use one of: ${names.join(', ')}.`;
}

/** State and region of `BY` or `BY-A`; codes may hold hyphens. Empty when there is no such place. */
function splitRegion(library: Holidays, country: string, region: string): string[] {
  for (const state of Object.keys(statesOf(library, country))) {
    if (state.toUpperCase() === region) return [state];
    for (const part of Object.keys(library.getRegions(country, state) ?? {}))
      if (`${state}-${part}`.toUpperCase() === region) return [state, part];
  }
  return [];
}

function statesOf(library: Holidays, country: string): Record<string, string> {
  return library.getStates(country) ?? {};
}

/**
 * The local days of one holiday. One that begins at sunset (marked by an offset) is told by the
 * library as the civil day after that evening, which is the day off; what it lasts beyond whole days
 * is an evening.
 */
function daysOf({date, start, end, name}: HolidaysTypes.Holiday): Holiday[] {
  const [, day = '', clock = '', sunset] =
    /^(\d{4}-\d\d-\d\d) (\d\d:\d\d):\d\d( -\d+)?$/.exec(date) ?? [];
  if (day === '') throw new Error(`date-holidays gave an unknown form of date: ${date}`);
  const minute = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const hours = (end.getTime() - start.getTime()) / 3_600_000;
  const length = sunset ? Math.max(1, Math.floor(hours / 24)) * 1440 : hours * 60;
  const ends = toMidnight(minute + length);
  const after = addDays(day, Math.floor(ends / 1440));
  return daysBetween({day, minute}, {day: after, minute: ends % 1440}, name);
}

/** A day on which the clocks change has 23 or 25 hours, and still ends at midnight. */
function toMidnight(minute: number): number {
  const nearest = Math.round(minute / 1440) * 1440;
  return nearest > 0 && Math.abs(minute - nearest) <= 60 ? nearest : minute;
}
