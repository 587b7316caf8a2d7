import {formatDay, formatPeriod} from '../charts/format-period.ts';
import type {Frame} from '../metrics/frame.ts';
import {lastCompletePeriod} from '../time/period.ts';
import type {Fact} from './fact.ts';
import type {PageContext} from './page-context.ts';
import type {ResolvedPeriod} from './resolved-page.ts';
import {t} from '../wording/t.ts';

/** Whether a period lies before the last complete one: a review of it looks back. */
export function isPast(period: ResolvedPeriod | null, {asOfOn}: Frame): boolean {
  if (period === null) return false;
  return period.to <= lastCompletePeriod(asOfOn, period.grain).from;
}

/** Candidates and actions are kept as they are, not as they were: under a past period that is said. */
export function asKnownNote({period, frame}: Pick<PageContext, 'period' | 'frame'>): Fact[] {
  if (!period || !isPast(period, frame)) return [];
  const day = formatDay(frame.asOfOn);
  return [{text: t`As known on ${day}, not at the end of ${formatPeriod(period.id)}. `}];
}
