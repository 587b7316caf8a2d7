import {Temporal} from 'temporal-polyfill';
import type {WallTime} from './data-table.ts';

/** What a clock in the zone shows at an instant, in minutes: spreadsheets know no zones. */
export function wallTime(milliseconds: number, zone: string): WallTime {
  const at = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone);
  return {shown: at.toPlainDateTime().toString({smallestUnit: 'minute'})};
}
