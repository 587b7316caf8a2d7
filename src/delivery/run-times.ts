import {CronExpressionParser} from 'cron-parser';
import type {ScheduledPack} from '../config/config.ts';
import {wallTime} from '../packs/data/wall-time.ts';

/** What a line of the schedule is known by: another time or other groups make it a new one. */
export function scheduleKey({pack, cron, to}: ScheduledPack): string {
  return `${pack}, ${cron}${to.length > 0 ? `, ${to.join(' ')}` : ''}`;
}

const dayMs = 86_400_000;

/** Looked through one after the other, so that a short time is not counted through over years. */
const windows = [2 * dayMs, 40 * dayMs, Infinity];

/**
 * The last time it was due after `since`, `now` included; null when it wasn't. A time that a change of
 * the clock leaves out is due an hour later by the clock, and one that it shows twice is due once.
 */
export function lastDue(
  cron: string,
  zone: string,
  {since, now}: {since: Date; now: Date},
): Date | null {
  const shownAlready = wallTime(since.getTime(), zone).shown;
  for (const window of windows) {
    const start = Math.max(since.getTime(), now.getTime() - window);
    const due = lastBetween(cron, zone, new Date(start), now);
    if (due && wallTime(due.getTime(), zone).shown !== shownAlready) return due;
    if (start === since.getTime()) return null;
  }
  return null;
}

/** Forwards, since only so are skipped and repeated hours told apart. */
function lastBetween(cron: string, zone: string, start: Date, now: Date): Date | null {
  const times = CronExpressionParser.parse(cron, {currentDate: start, tz: zone});
  let last: Date | null = null;
  for (let next = times.next().toDate(); next <= now; next = times.next().toDate()) last = next;
  return last;
}

/** When it is due next, after this instant. */
export function nextDue(cron: string, zone: string, now: Date): Date {
  return CronExpressionParser.parse(cron, {currentDate: now, tz: zone}).next().toDate();
}
