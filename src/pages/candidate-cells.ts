import {formatNumber} from '../charts/format.ts';
import type {Candidate} from '../problems/candidate.ts';
import {addDays, periodOf} from '../time/period.ts';
import {t} from '../wording/t.ts';
import {growthOf, growthWord, hoursText} from './candidate-words.ts';
import {candidateHref, candidateIncidentsHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import type {Cell} from './resolved-table.ts';

export function nameCell({name, label, service, category}: Candidate): Cell {
  const place = [service, category].filter((each) => each !== null).join(' · ');
  return {
    text: label,
    href: candidateHref(name),
    detail: [name, place].filter(Boolean).join(' · '),
  };
}

/** On a phone with the trend, whose own column has no room there. */
export function countCell(candidate: Candidate): Cell {
  const {name, windowCount} = candidate;
  const growth = growthOf(candidate);
  return {
    text: formatNumber(windowCount),
    value: windowCount,
    ...(windowCount > 0 ? {href: candidateIncidentsHref(name, 'window')} : {}),
    ...(growth === 'steady' ? {} : {phoneDetail: growthWord(growth)}),
  };
}

export function hoursCell({hoursLost}: Candidate, most: number): Cell {
  const share = most > 0 ? hoursLost / most : 0;
  return {text: hoursText(hoursLost), value: hoursLost, share};
}

/** Incidents a week; the last week is not over. */
export function sparkCell({label, weekCounts}: Candidate, {frame}: PageContext): Cell {
  const last = periodOf(frame.asOfOn, 'week').from;
  return {
    text: t`${label}: incidents in each of ${weekCounts.length} weeks`,
    spark: weekCounts.map((value, index) => {
      const day = addDays(last, 7 * (index - weekCounts.length + 1));
      const isComplete = index < weekCounts.length - 1;
      return {day, period: day, value, n: value, signal: 'common' as const, isComplete};
    }),
  };
}
