import {calendarWords} from '../wording/calendar-words.ts';
import {t} from '../wording/t.ts';

/** Days are `YYYY-MM-DD` and have no zone; only instants are shown in one. */

const dayMilliseconds = 86_400_000;

/** A day as the UTC midnight that charts place it at. */
export function dayToDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** `Mar`; months count from 0. */
export function shortMonth(month: number): string {
  return calendarWords().shortMonths[month] ?? '';
}

function longMonth(month: number): string {
  return calendarWords().months[month] ?? '';
}

/** `21 Mar 2016`. */
export function formatDay(day: string): string {
  const date = dayToDate(day);
  return `${formatDayShort(date)} ${date.getUTCFullYear()}`;
}

/** `21 Mar`. */
export function formatDayShort(date: Date): string {
  return `${dayOfMonth(date)} ${shortMonth(date.getUTCMonth())}`;
}

/** `21`; the first of a month is `1er` in French. */
function dayOfMonth(date: Date): string {
  return calendarWords().dayOfMonth(date.getUTCDate());
}

/** `21 – 27 Mar 2016`, `28 Mar – 3 Apr 2016`: `to` is the day after the last. */
export function formatDayRange(from: string, to: string): string {
  const first = dayToDate(from);
  const last = new Date(dayToDate(to).getTime() - dayMilliseconds);
  if (first.getTime() >= last.getTime()) return formatDay(from);
  const isSameYear = first.getUTCFullYear() === last.getUTCFullYear();
  const isSameMonth = isSameYear && first.getUTCMonth() === last.getUTCMonth();
  const ending = `${formatDayShort(last)} ${last.getUTCFullYear()}`;
  if (isSameMonth) return `${dayOfMonth(first)} – ${ending}`;
  return `${isSameYear ? formatDayShort(first) : formatDay(from)} – ${ending}`;
}

function dayAfter(day: string): string {
  return new Date(dayToDate(day).getTime() + dayMilliseconds).toISOString().slice(0, 10);
}

/** A period whose year can't be guessed: `Week 44, 2026`; others name theirs. */
export function formatDatedPeriod(period: string): string {
  const year = /^(\d{4})-W\d{2}$/.exec(period)?.[1];
  return year === undefined ? formatPeriod(period) : `${formatPeriod(period)}, ${year}`;
}

/** The name of a period id: `2016-W12` is `Week 12`, `2016-03` is `March 2016`. */
export function formatPeriod(period: string): string {
  const week = /^\d{4}-W(\d{2})$/.exec(period);
  if (week) return t`Week ${Number(week[1])}`;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter) return t`Quarter ${quarter[2] ?? ''} ${quarter[1] ?? ''}`;
  const month = /^(\d{4})-(\d{2})$/.exec(period);
  if (month) return `${longMonth(Number(month[2]) - 1)} ${month[1]}`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return formatDay(period);
  const [from, last] = period.split('..');
  if (from !== undefined && last !== undefined) return formatDayRange(from, dayAfter(last));
  return period === 'total' ? t`All periods` : period;
}

/** `Sun 1 Nov 2026, 23:10 CET`: an instant in a zone. */
export function formatInstant(instant: Date | string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  // Month names from our own list: "Sept" in some versions of ICU, "Sep" in others.
  const month = shortMonth(Number(part('month')) - 1);
  const {shortWeekdays, dayOfMonth: written} = calendarWords();
  const weekday = shortWeekdays[part('weekday')] ?? '';
  const day = `${weekday} ${written(Number(part('day')))} ${month} ${part('year')}`;
  return `${day}, ${part('hour')}:${part('minute')} ${part('timeZoneName')}`;
}
