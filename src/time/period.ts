/** A stretch of local days, half-open: `from` belongs to it, `to` doesn't. */
export interface Period {
  /** `2016-03-07`, `2016-W10`, `2016-03`, `2016-Q1` or `2016`; some callers add `total`. */
  id: string;
  from: string;
  to: string;
}

export type CalendarGrain = 'day' | 'week' | 'month' | 'quarter' | 'year';

const dayMs = 86_400_000;

/** The period of the grain that holds the day (`YYYY-MM-DD`). Weeks start on Monday (ISO 8601). */
export function periodOf(day: string, grain: CalendarGrain): Period {
  const from = periodStart(day, grain);
  return {id: periodId(from, grain), from, to: nextStart(from, grain)};
}

/** The periods that share a day with `[from, to)`, in order, at their full length. */
export function periodsBetween(from: string, to: string, grain: CalendarGrain): Period[] {
  const periods: Period[] = [];
  let day = from;
  while (day < to) {
    const period = periodOf(day, grain);
    periods.push(period);
    day = period.to;
  }
  return periods;
}

/** The period so many periods after (or, negative, before) the given one. */
export function shiftPeriod(period: Period, grain: CalendarGrain, count: number): Period {
  let shifted = period;
  for (let step = 0; step < Math.abs(count); step++)
    shifted = periodOf(count > 0 ? shifted.to : addDays(shifted.from, -1), grain);
  return shifted;
}

/** Reads `2016-03-07`, `2016-W10`, `2016-03`, `2016-Q1` or `2016`; null for anything else. */
export function parsePeriod(id: string): (Period & {grain: CalendarGrain}) | null {
  const grain = grainOfId(id);
  const first = grain && firstDayOf(id, grain);
  if (!grain || !first || !isDay(first)) return null;
  const period = periodOf(first, grain);
  return period.id === id ? {...period, grain} : null;
}

/**
 * The newest period that has ended: what is shown unless another is asked for.
 * @param asOfOn local day of the data's own clock; the period it lies in still lasts
 */
export function lastCompletePeriod(asOfOn: string, grain: CalendarGrain): Period {
  return shiftPeriod(periodOf(asOfOn, grain), grain, -1);
}

/** Service desks have no records beyond these; a year-long walk from the year 0 would keep a server busy. */
const calendarYears = /^(19|20|21)\d{2}-/;

/** Whether the text is a day of the calendar: `2016-02-30` isn't, nor is any outside 1900–2199. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !calendarYears.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && dayText(time) === text;
}

export function addDays(day: string, count: number): string {
  return dayText(dayTime(day) + count * dayMs);
}

function grainOfId(id: string): CalendarGrain | null {
  if (/^\d{4}$/.test(id)) return 'year';
  if (/^\d{4}-Q[1-4]$/.test(id)) return 'quarter';
  if (/^\d{4}-\d{2}$/.test(id)) return 'month';
  if (/^\d{4}-W\d{2}$/.test(id)) return 'week';
  return /^\d{4}-\d{2}-\d{2}$/.test(id) ? 'day' : null;
}

function firstDayOf(id: string, grain: CalendarGrain): string {
  const year = id.slice(0, 4);
  switch (grain) {
    case 'day':
      return id;
    case 'month':
      return `${id}-01`;
    case 'quarter':
      return `${year}-${pad(Number(id.slice(6)) * 3 - 2)}-01`;
    case 'year':
      return `${year}-01-01`;
    case 'week':
      // 4 January is always in week 1.
      return addDays(periodStart(`${year}-01-04`, 'week'), (Number(id.slice(6)) - 1) * 7);
  }
}

function periodStart(day: string, grain: CalendarGrain): string {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  switch (grain) {
    case 'day':
      return day;
    case 'week':
      return addDays(day, -((new Date(dayTime(day)).getUTCDay() + 6) % 7));
    case 'month':
      return `${day.slice(0, 7)}-01`;
    case 'quarter':
      return `${year}-${pad(month - ((month - 1) % 3))}-01`;
    case 'year':
      return `${year}-01-01`;
  }
}

function nextStart(from: string, grain: CalendarGrain): string {
  if (grain === 'day') return addDays(from, 1);
  if (grain === 'week') return addDays(from, 7);
  const months = {month: 1, quarter: 3, year: 12}[grain];
  const date = new Date(dayTime(from));
  date.setUTCMonth(date.getUTCMonth() + months);
  return dayText(date.getTime());
}

function periodId(from: string, grain: CalendarGrain): string {
  switch (grain) {
    case 'day':
      return from;
    case 'week':
      return weekId(from);
    case 'month':
      return from.slice(0, 7);
    case 'quarter':
      return `${from.slice(0, 4)}-Q${(Number(from.slice(5, 7)) + 2) / 3}`;
    case 'year':
      return from.slice(0, 4);
  }
}

/** ISO 8601: a week belongs to the year of its Thursday. */
function weekId(monday: string): string {
  const thursday = addDays(monday, 3);
  const year = thursday.slice(0, 4);
  const days = (dayTime(thursday) - dayTime(`${year}-01-01`)) / dayMs;
  return `${year}-W${pad(Math.floor(days / 7) + 1)}`;
}

function dayTime(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayText(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
