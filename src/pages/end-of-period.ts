import {Temporal} from 'temporal-polyfill';
import type {PageContext} from './page-context.ts';

/** The end of the page's period, or the data's now while it is running. */
export function endOfPeriod({period, frame}: Pick<PageContext, 'period' | 'frame'>): Date {
  const day = Temporal.PlainDate.from(period?.to ?? frame.asOfOn);
  const end = new Date(day.toZonedDateTime(frame.zone).epochMilliseconds);
  return end < frame.asOf ? end : frame.asOf;
}

/** The local day that an instant lies in; midnight ends the day before where `isEnd`. */
export function localDay(instant: Date, zone: string, {isEnd = false} = {}): string {
  const at = Temporal.Instant.fromEpochMilliseconds(instant.getTime() - (isEnd ? 1 : 0));
  return at.toZonedDateTimeISO(zone).toPlainDate().toString();
}
