import {formatDay, formatPeriod} from '../charts/format-period.ts';
import {t} from '../wording/t.ts';
import type {Period} from '../time/period.ts';

/**
 * Why a period has nothing to show at all, as a sentence; null where the data reach into it.
 * @param firstOn first local day of the data; null where there are none
 * @param asOfOn local day of the data's own clock
 */
export function outsideData(
  {id, from, to}: Pick<Period, 'id' | 'from' | 'to'>,
  {firstOn, asOfOn}: {firstOn: string | null; asOfOn: string},
): string | null {
  if (from > asOfOn)
    return t`${formatPeriod(id)}, from ${formatDay(from)}, lies after the data: they end on ${formatDay(asOfOn)}.`;
  if (firstOn !== null && to <= firstOn)
    return t`${formatPeriod(id)}, from ${formatDay(from)}, lies before the data: they begin on ${formatDay(firstOn)}.`;
  return null;
}
