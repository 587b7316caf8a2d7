import {t} from '../wording/t.ts';

/** Words for a stretch of time of one length: `week`, `month`, and what else can be asked for. */

/** `this week`. */
export function thisPeriod(grain: string): string {
  if (grain === 'week') return t`this week`;
  return grain === 'month' ? t`this month` : t`this period`;
}

/** `last week`: the one before. */
export function lastPeriod(grain: string): string {
  if (grain === 'week') return t`last week`;
  return grain === 'month' ? t`last month` : t`last period`;
}

/** `by week`. */
export function byPeriod(grain: string): string {
  if (grain === 'week') return t`by week`;
  return grain === 'month' ? t`by month` : t`by period`;
}

/** `26 weeks`, `1 week`. */
export function periodsText(count: number, grain: string): string {
  if (grain === 'week') return count === 1 ? t`1 week` : t`${count} weeks`;
  if (grain === 'month') return count === 1 ? t`1 month` : t`${count} months`;
  return count === 1 ? t`1 period` : t`${count} periods`;
}
