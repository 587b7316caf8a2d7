import {addDays} from '../time/period.ts';
import {orderProblem, type ConfigProblem} from './config-problem.ts';
import type {WorkingSpan} from './config.ts';

/** A week as it is written, before it is known when it holds. */
export type WeeklyHours = Pick<WorkingSpan, 'weekday' | 'startsMinute' | 'endsMinute'>[];

/** Hours that hold instead of the usual ones; both days inclusive, null is unbounded. */
export interface HoursChange {
  from: string | null;
  until: string | null;
  hours: WeeklyHours;
  place: ConfigProblem['path'];
}

/**
 * The weekly spans of a calendar with the days on which they hold: the usual hours in all times that
 * no change covers.
 */
export function workingSpans({
  usual,
  changes,
}: {
  usual: {hours: WeeklyHours; place: ConfigProblem['path']};
  changes: HoursChange[];
}): {hours: WorkingSpan[]; problems: ConfigProblem[]} {
  const problems = changes.flatMap(({place, from, until}) => orderProblem(place, from, until));
  const sorted = [...changes].sort((a, b) => compareDays(a.from, b.from));
  for (const [index, {place, from, until}] of sorted.entries()) {
    const next = sorted[index + 1];
    if (from === null && until === null)
      problems.push({path: place, message: 'Write from, until or both.'});
    else if (next && (next.from === null || until === null || next.from <= until))
      problems.push({
        path: next.place,
        message: 'Another change holds on some of these days. Let one end before the next begins.',
      });
  }
  problems.push(...[{...usual}, ...changes].flatMap(({hours, place}) => overlaps(hours, place)));
  if (problems.length > 0) return {hours: [], problems};
  const seasons = seasonsOf(usual, sorted);
  return {
    hours: seasons.flatMap(({from, until, hours}) => hours.map((span) => ({...span, from, until}))),
    problems: seasons.flatMap((season, index) => collision(season, seasons[index + 1])),
  };
}

/** The changes in their order with the usual hours before, between and after. */
function seasonsOf(
  usual: {hours: WeeklyHours; place: ConfigProblem['path']},
  changes: HoursChange[],
): HoursChange[] {
  const seasons: HoursChange[] = [];
  let free: string | null = null;
  for (const change of changes) {
    const last = change.from === null ? null : addDays(change.from, -1);
    if (last !== null && (free === null || free <= last))
      seasons.push({...usual, from: free, until: last});
    seasons.push(change);
    if (change.until === null) return seasons;
    free = addDays(change.until, 1);
  }
  return [...seasons, {...usual, from: free, until: null}];
}

/** Overlapping spans would count the same minutes twice; the week is a ring. */
function overlaps(hours: WeeklyHours, path: ConfigProblem['path']): ConfigProblem[] {
  const week = 7 * 1440;
  const spans = hours.map((span) => {
    const start = (span.weekday - 1) * 1440 + span.startsMinute;
    return {start, end: start + span.endsMinute - span.startsMinute};
  });
  const next = spans.slice(1);
  if (spans[0]) next.push({start: spans[0].start + week, end: 0});
  const isOverlap = spans.some((span, index) => span.end > (next[index]?.start ?? Infinity));
  return isOverlap ? [{path, message: 'Some of these hours overlap. Write each hour once.'}] : [];
}

/** A night that begins in one season may run into the first morning of the next. */
function collision({until, hours}: HoursChange, next: HoursChange | undefined): ConfigProblem[] {
  if (!next || until === null) return [];
  const last = isoWeekday(until);
  const first = (last % 7) + 1;
  const nightEnds = Math.max(
    ...hours.filter(({weekday}) => weekday === last).map(({endsMinute}) => endsMinute - 1440),
  );
  const isCut = next.hours.some((span) => span.weekday === first && span.startsMinute < nightEnds);
  if (!isCut) return [];
  const message = `The night of ${until} runs into the hours of the day after. Let the change begin on another day.`;
  return [{path: next.place, message}];
}

function isoWeekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

function compareDays(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : 1;
}

/** Mean length of the weekdays on which anything is worked. */
export function workingDaySeconds(hours: WeeklyHours): number {
  const minutes = hours.reduce((sum, span) => sum + span.endsMinute - span.startsMinute, 0);
  const days = new Set(hours.map(({weekday}) => weekday)).size;
  return days === 0 ? 0 : (minutes * 60) / days;
}
