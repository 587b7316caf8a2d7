import {dayRangeId} from '../metrics/selection.ts';
import {shiftPeriod} from '../time/period.ts';
import type {FindingContext} from './finding-context.ts';
import {t} from '../wording/t.ts';

/** The quarter that ends with the period: what patterns are looked for in, since a week is too short. */
export interface FindingWindow {
  from: string;
  /** The day after the last. */
  to: string;
  /** As links name it. */
  id: string;
  /** Periods of the context's grain, and weeks, begun ones too. */
  periodCount: number;
  weekCount: number;
  /** `the 13 weeks to 1 Nov`, for "in …". */
  words: string;
}

const quarterPeriods = {week: 13, month: 3} as const;
const weekMs = 7 * 86_400_000;

/** The window of the context's period: a quarter, or what there is of one. */
export function findingWindow({period, historyFrom}: FindingContext): FindingWindow {
  let start = shiftPeriod(period, period.grain, 1 - quarterPeriods[period.grain]);
  let periodCount: number = quarterPeriods[period.grain];
  for (; start.from < historyFrom && start.from < period.from; periodCount--)
    start = shiftPeriod(start, period.grain, 1);
  const {from} = start;
  return {
    ...{from, to: period.to, id: dayRangeId(from, period.to), periodCount},
    weekCount: Math.max(1, Math.ceil((Date.parse(period.to) - Date.parse(from)) / weekMs)),
    words: wordsOf(periodCount, period.grain),
  };
}

function wordsOf(count: number, grain: 'week' | 'month'): string {
  if (grain === 'week') return count === 1 ? t`the week` : t`${count} weeks`;
  return count === 1 ? t`the month` : t`${count} months`;
}
