import {Temporal} from 'temporal-polyfill';

/** One way in which tools write a time. */
export interface DateStyle {
  name: string;
  /** strptime, as the connector lists it. */
  formats: string[];
  /** Texts hold local times, so that a zone is needed to read them. */
  isLocal: boolean;
  /** Day and month are both numbers, the year last. */
  order: 'day-first' | 'month-first' | null;
  unit: 'millisecond' | 'second' | 'minute';
  write(at: Temporal.ZonedDateTime): string;
}

const two = (number: number) => String(number).padStart(2, '0');
const dayFirst = (at: Temporal.ZonedDateTime, mark: string) =>
  [two(at.day), two(at.month), at.year].join(mark);
const clock = (at: Temporal.ZonedDateTime) => `${two(at.hour)}:${two(at.minute)}`;
const seconds = (at: Temporal.ZonedDateTime) => `${clock(at)}:${two(at.second)}`;
const halfDay = (at: Temporal.ZonedDateTime) =>
  `${two(at.hour % 12 || 12)}:${two(at.minute)} ${at.hour < 12 ? 'AM' : 'PM'}`;
const isoDay = (at: Temporal.ZonedDateTime) => at.toPlainDate().toString();

function monthName(at: Temporal.ZonedDateTime, language: string, month: 'long' | 'short'): string {
  const date = new Date(Date.UTC(at.year, at.month - 1, at.day));
  const format = new Intl.DateTimeFormat(language, {day: 'numeric', month, timeZone: 'UTC'});
  return format.formatToParts(date).find(({type}) => type === 'month')!.value;
}

function style(
  name: string,
  formats: string[],
  write: DateStyle['write'],
  more: Partial<DateStyle> = {},
): DateStyle {
  return {name, formats, write, isLocal: true, order: null, unit: 'second', ...more};
}

const minute = {unit: 'minute' as const};
const own = {isLocal: false};

export const dateStyles: DateStyle[] = [
  style('ISO', ['%Y-%m-%d %H:%M:%S'], (at) => `${isoDay(at)} ${seconds(at)}`),
  style('ISO to the minute', ['%Y-%m-%dT%H:%M'], (at) => `${isoDay(at)}T${clock(at)}`, minute),
  style(
    'universal time',
    ['%Y-%m-%dT%H:%M:%SZ', '%Y-%m-%dT%H:%M:%S.%fZ'],
    (at) => `${isoDay(at.withTimeZone('UTC'))}T${seconds(at.withTimeZone('UTC'))}Z`,
    own,
  ),
  style(
    'universal time, fractions where there are any',
    ['%Y-%m-%dT%H:%M:%SZ', '%Y-%m-%dT%H:%M:%S.%fZ'],
    (at) => at.toInstant().toString(),
    {...own, unit: 'millisecond'},
  ),
  style(
    'with an offset',
    ['%Y-%m-%dT%H:%M:%S%z', '%Y-%m-%dT%H:%M:%S.%f%z'],
    (at) => at.toString({timeZoneName: 'never', smallestUnit: 'second', roundingMode: 'trunc'}),
    own,
  ),
  style('31/12/2024 23:59', ['%d/%m/%Y %H:%M'], (at) => `${dayFirst(at, '/')} ${clock(at)}`, {
    ...minute,
    order: 'day-first',
  }),
  style(
    '31.12.2024 10:00:00',
    ['%d.%m.%Y %H:%M:%S'],
    (at) => `${dayFirst(at, '.')} ${seconds(at)}`,
  ),
  style(
    '31.12.2024 10:00',
    ['%d.%m.%Y %H:%M'],
    (at) => `${dayFirst(at, '.')} ${clock(at)}`,
    minute,
  ),
  style(
    '12/31/2024 11:59 PM',
    ['%m/%d/%Y %I:%M %p'],
    (at) => `${two(at.month)}/${two(at.day)}/${at.year} ${halfDay(at)}`,
    {...minute, order: 'month-first'},
  ),
  style(
    '12/31/2024 23:59:59',
    ['%m/%d/%Y %H:%M:%S'],
    (at) => `${two(at.month)}/${two(at.day)}/${at.year} ${seconds(at)}`,
    {order: 'month-first'},
  ),
  style(
    '31/Dec/24 11:59 PM',
    ['%d/%b/%y %I:%M %p'],
    (at) => `${two(at.day)}/${monthName(at, 'en', 'short')}/${two(at.year % 100)} ${halfDay(at)}`,
    minute,
  ),
  ...['en', 'de', 'fr'].map((language) =>
    style(
      `31 December 2024 23:59 (${language})`,
      ['%d %B %Y %H:%M'],
      (at) => `${at.day} ${monthName(at, language, 'long')} ${at.year} ${clock(at)}`,
      minute,
    ),
  ),
  ...['de', 'fr'].map((language) =>
    style(
      `31-Dez-2024 23:59:59 (${language})`,
      ['%d-%b-%Y %H:%M:%S'],
      (at) =>
        `${two(at.day)}-${monthName(at, language, 'short').replace('.', '')}-${at.year} ${seconds(at)}`,
    ),
  ),
];

/** The instant as text in a style, by the clocks of a zone. */
export function dateText(at: Date, {write}: DateStyle, zone: string): string {
  return write(Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone));
}

/** What a reader can know of an instant that was written so: an hour that came twice is the second one. */
export function readBack(at: Date, {unit, isLocal}: DateStyle, zone: string): Date {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  const rounded = zoned.round({smallestUnit: unit, roundingMode: 'trunc'});
  const read = isLocal
    ? rounded.toPlainDateTime().toZonedDateTime(zone, {disambiguation: 'later'})
    : rounded;
  return new Date(read.epochMilliseconds);
}
