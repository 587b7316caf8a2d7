/** A working-time calendar as this brute-force counter and the test read it. */
export interface Calendar {
  calendar: string;
  zone: string;
  /** In force from and until these local days, both included. */
  hours: {weekdays: number[]; starts: number; ends: number; from?: string; until?: string}[];
  /** A day, or minutes of it. */
  holidays: (string | [day: string, starts: number, ends: number])[];
}

const minute = 60_000;
const known = new Map<string, (at: number) => boolean>();

/** Minutes in these years are looked at once: the same ones come up in many pairs. */
const [firstKept, lastKept] = [minutesTo('2023-12-01'), minutesTo('2027-01-01')];

/** Whether each minute since 1970 is worked in the calendar: by the wall clock of its zone. */
export function workingMinutes(calendar: Calendar): (at: number) => boolean {
  const found = known.get(calendar.calendar);
  if (found) return found;
  const isWorking = lookedAtOnce(countedMinutes(calendar));
  known.set(calendar.calendar, isWorking);
  return isWorking;
}

function lookedAtOnce(look: (at: number) => boolean): (at: number) => boolean {
  const [unknown, free, working] = [0, 1, 2];
  const kept = new Uint8Array(lastKept - firstKept).fill(unknown);
  return (at) => {
    if (at < firstKept || at >= lastKept) return look(at);
    const place = at - firstKept;
    if (kept[place] === unknown) kept[place] = look(at) ? working : free;
    return kept[place] === working;
  };
}

function countedMinutes(calendar: Calendar): (at: number) => boolean {
  const offsets = new Map<number, number>();
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: calendar.zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  // No zone changes its clock within a quarter of an hour.
  const localMinute = (at: number): number => {
    const quarter = at - (at % 15);
    const known = offsets.get(quarter);
    const offset =
      known ??
      Date.parse(`${format.format(quarter * minute).replace(' ', 'T')}Z`) / minute - quarter;
    offsets.set(quarter, offset);
    return at + offset;
  };
  const holidays = calendar.holidays.map(wholeOrPart).map(([day, starts, ends]) => {
    const midnight = minutesTo(day);
    return {starts: midnight + starts, ends: midnight + ends};
  });
  const hours = calendar.hours.map((span) => ({
    ...span,
    from: minutesTo(span.from ?? '1900-01-01'),
    until: minutesTo(span.until ?? '9999-12-31'),
  }));
  const isFree = (local: number): boolean =>
    holidays.some(({starts, ends}) => local >= starts && local < ends);
  const worksOn = (day: number, ofDay: number): boolean => {
    // 1 January 1970 was a Thursday.
    const weekday = ((day + 3) % 7) + 1;
    return hours.some(
      ({weekdays, starts, ends, from, until}) =>
        weekdays.includes(weekday) &&
        ofDay >= starts &&
        ofDay < ends &&
        day * 1440 >= from &&
        day * 1440 <= until,
    );
  };
  return (at) => {
    const local = localMinute(at);
    const [day, ofDay] = [Math.floor(local / 1440), local % 1440];
    return !isFree(local) && (worksOn(day, ofDay) || worksOn(day - 1, ofDay + 1440));
  };
}

/** Day, first minute and the minute after the last. */
export function wholeOrPart(holiday: Calendar['holidays'][number]): [string, number, number] {
  return typeof holiday === 'string' ? [holiday, 0, 1440] : holiday;
}

/** Minutes from 1970 to the beginning of a day in UTC. */
export function minutesTo(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / minute;
}
