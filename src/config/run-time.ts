import {CronExpressionParser} from 'cron-parser';

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** How a time of a schedule is written. */
export const runTimeForm =
  'Write a time such as monday 07:00, daily 07:00, weekdays 07:00 or day 2 07:00 of each month, ' +
  'or five fields of cron such as 0 7 * * 1.';

/**
 * When something runs, as five fields of cron: `monday 07:00` is `0 7 * * 1`.
 * @returns null for what is neither a plain time nor cron
 */
export function parseRunTime(text: string): string | null {
  return plainTime(text.trim().toLowerCase()) ?? cronTime(text.trim());
}

function plainTime(text: string): string | null {
  const match = /^(?:(daily|weekdays|[a-z]+day)|day (\d{1,2})) (\d{1,2}):(\d{2})$/.exec(text);
  if (!match) return null;
  const [, days, monthDay, hour, minute] = match;
  const time = `${Number(minute)} ${Number(hour)}`;
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  if (monthDay !== undefined)
    return Number(monthDay) >= 1 && Number(monthDay) <= 28
      ? `${time} ${Number(monthDay)} * *`
      : null;
  if (days === 'daily') return `${time} * * *`;
  if (days === 'weekdays') return `${time} * * 1-5`;
  const weekday = weekdays.indexOf(days ?? '');
  return weekday < 0 ? null : `${time} * * ${weekday}`;
}

function cronTime(text: string): string | null {
  if (text.split(/\s+/).length !== 5) return null;
  try {
    return CronExpressionParser.parse(text).stringify();
  } catch {
    return null;
  }
}
