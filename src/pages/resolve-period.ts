import {formatDayRange, formatPeriod} from '../charts/format-period.ts';
import {UserError} from '../base/user-error.ts';
import type {Frame} from '../metrics/frame.ts';
import {lastCompletePeriod, parsePeriod, shiftPeriod} from '../time/period.ts';
import type {Filter} from '../metrics/metric.ts';
import {pageHref} from './link.ts';
import type {Page} from './page.ts';
import type {ResolvedPeriod} from './resolved-page.ts';
import {capitalised} from './headline-sentence.ts';

interface PeriodLinks {
  firstOn: string | null;
  where: readonly Filter[];
  /** What else the page's address says. */
  choices?: Readonly<Record<string, string>>;
}

/**
 * The period a page is about: the one asked for, else the last complete one by the data's own clock.
 * @param firstOn first day of the data, before which there is nothing to look at
 * @throws UserError when the period can't be read or is of another length
 */
export function resolvePeriod(
  page: Page,
  asked: string | null,
  frame: Frame,
  {firstOn, where, choices}: PeriodLinks,
): ResolvedPeriod | null {
  const {grain} = page;
  if (grain === null) return null;
  const period =
    asked === null ? lastCompletePeriod(frame.asOfOn, grain) : readPeriod(asked, grain);
  const isComplete = period.to <= frame.asOfOn;
  const link = (to: {id: string}) => pageHref(page.path, {period: to.id, where, choices});
  const hasEarlier = firstOn === null || period.from > firstOn;
  return {
    grain,
    id: period.id,
    label: capitalised(formatPeriod(period.id)),
    range: formatDayRange(period.from, period.to),
    from: period.from,
    to: period.to,
    isComplete,
    previous: hasEarlier ? link(shiftPeriod(period, grain, -1)) : null,
    next: period.to <= frame.asOfOn ? link(shiftPeriod(period, grain, 1)) : null,
  };
}

function readPeriod(asked: string, grain: 'week' | 'month') {
  const period = parsePeriod(asked);
  if (period?.grain === grain) return period;
  const example = grain === 'week' ? '2016-W12' : '2016-03';
  throw new UserError(`"${asked.slice(0, 40)}" is no ${grain}.`, `Write it like ${example}.`);
}
