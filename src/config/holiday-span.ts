import {addDays} from '../time/period.ts';
import type {Holiday} from './config.ts';

/** Years for which rules without an end are worked out: fixed, so that a build depends on no clock. */
export const holidayYears = {first: 2000, last: 2060} as const;

/** A minute of a local day. */
export interface LocalMinute {
  day: string;
  minute: number;
}

/** The days and parts of days from `start` up to, not including, `end`. */
export function daysBetween(start: LocalMinute, end: LocalMinute, label: string): Holiday[] {
  const holidays: Holiday[] = [];
  for (let day = start.day; day <= end.day; day = addDays(day, 1)) {
    const startsMinute = day === start.day ? start.minute : 0;
    const endsMinute = day === end.day ? end.minute : 1440;
    if (endsMinute > startsMinute) holidays.push({day, startsMinute, endsMinute, label});
  }
  return holidays;
}
