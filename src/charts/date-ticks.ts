import {formatDayShort, shortMonth} from './format-period.ts';

export interface DateTick {
  date: Date;
  /** `Mar`, or `Jan` over `2016` where a year begins and at the first tick. */
  label: string;
}

const dayMilliseconds = 86_400_000;
const shortestInMonths = 100;
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120];

/** Ticks of a time axis `width` pixels wide: months for long stretches, days for short ones. */
export function dateTicks(days: readonly Date[], width: number, {gap = 46} = {}): DateTick[] {
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return [];
  const count = Math.max(1, Math.floor(width / gap));
  const spanDays = (last.getTime() - first.getTime()) / dayMilliseconds;
  if (spanDays < shortestInMonths && spacing(days) < 28) return dayTicks(days, count);
  return monthTicks(first, last, count);
}

function spacing(days: readonly Date[]): number {
  const [a, b] = days;
  return a && b ? (b.getTime() - a.getTime()) / dayMilliseconds : 0;
}

/** Every so-maniest point, counted back from the last: the last is the one people ask about. */
function dayTicks(days: readonly Date[], count: number): DateTick[] {
  const every = Math.ceil(days.length / count);
  return days
    .filter((_, index) => (days.length - 1 - index) % every === 0)
    .map((date) => ({date, label: formatDayShort(date)}));
}

function monthTicks(first: Date, last: Date, count: number): DateTick[] {
  const firstMonth = monthNumber(first) + (first.getUTCDate() > 1 ? 1 : 0);
  const lastMonth = monthNumber(last);
  const months = lastMonth - firstMonth + 1;
  const step = monthSteps.find((each) => months / each <= count) ?? 240;
  const numbers: number[] = [];
  for (let m = Math.ceil(firstMonth / step) * step; m <= lastMonth; m += step) numbers.push(m);
  return numbers.map((number, index) => ({
    date: new Date(Date.UTC(Math.floor(number / 12), number % 12, 1)),
    label: monthLabel(number, index === 0, step),
  }));
}

function monthNumber(date: Date): number {
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function monthLabel(number: number, isFirst: boolean, step: number): string {
  const year = String(Math.floor(number / 12));
  if (step >= 12) return year;
  const month = shortMonth(number % 12);
  return isFirst || number % 12 === 0 ? `${month}\n${year}` : month;
}
