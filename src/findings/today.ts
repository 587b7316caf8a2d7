import type {FindingContext} from './finding-context.ts';
import {addDays} from '../time/period.ts';
import {usualCounts, usualDay, usualWeeks} from './usual-day.ts';

/** The day of the data's clock against what is usual by this hour. */
export interface Today {
  day: string;
  /** Whole hours of the day that have passed, 0–23: only what was opened in them is compared. */
  hours: number;
  count: number;
  /** What the same weekday usually counts by then: 95 % of days, and their mean. Null: too little history. */
  usual: {low: number; mean: number; high: number} | null;
}

/**
 * Incidents opened so far today, and what is usual for this weekday by this hour. One query of thirteen
 * weeks of days.
 */
export async function readToday({
  measure,
  frame,
}: Pick<FindingContext, 'measure' | 'frame'>): Promise<Today | null> {
  const day = frame.asOfOn;
  const hours = localHour(frame.asOf, frame.zone);
  const from = addDays(day, -usualWeeks * 7);
  const past = Array.from({length: hours}, (_, hour) => String(hour).padStart(2, '0'));
  const part = {grain: 'day' as const, from, to: addDays(day, 1)};
  const figures = await measure('opened', {
    ...part,
    where: [{dimension: 'opened_hour', values: past}],
  });
  if (!figures) return null;
  const counts = new Map(figures.map((figure) => [figure.from, figure.n]));
  const history = Array.from(
    {length: usualWeeks * 7},
    (_, index) => counts.get(addDays(from, index)) ?? 0,
  );
  const usual = hours > 0 ? usualDay(history) : null;
  return {
    day,
    hours,
    count: counts.get(day) ?? 0,
    usual: usual && {mean: usual.mean, ...usualCounts(usual)},
  };
}

function localHour(instant: Date, zone: string): number {
  const text = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    hourCycle: 'h23',
  });
  return Number(text.format(instant));
}
