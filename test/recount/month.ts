import {Temporal} from 'temporal-polyfill';

/** A calendar month of a zone, half-open. */
export interface Month {
  id: string;
  startsAt: number;
  endsAt: number;
}

/** The months from one instant to another, both included. */
export function monthsBetween(from: number, to: number, zone: string): Month[] {
  const months: Month[] = [];
  let first = zoned(from, zone).toPlainDate().with({day: 1});
  while (startOf(first, zone) <= to) {
    const next = first.add({months: 1});
    const id = first.toString().slice(0, 7);
    months.push({id, startsAt: startOf(first, zone), endsAt: startOf(next, zone)});
    first = next;
  }
  return months;
}

export function monthOf(instant: number, months: readonly Month[]): Month | null {
  return months.find(({startsAt, endsAt}) => startsAt <= instant && instant < endsAt) ?? null;
}

export function localDayOf(instant: number, zone: string): string {
  return zoned(instant, zone).toPlainDate().toString();
}

function startOf(day: Temporal.PlainDate, zone: string): number {
  return day.toZonedDateTime(zone).epochMilliseconds;
}

function zoned(instant: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}
