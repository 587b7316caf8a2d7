import {formatPeriod} from '../charts/format-period.ts';
import {UserError} from '../base/user-error.ts';
import {addDays, parsePeriod, periodOf, shiftPeriod, type Period} from '../time/period.ts';
import {pageHref, type LinkPart} from './link.ts';
import type {ResolvedPeriod} from './resolved-page.ts';
import {t} from '../wording/t.ts';
import {lastPeriod} from './grain-words.ts';
import {capitalised} from './headline-sentence.ts';

/** What a page's figures stand beside: the period before, or the same one a year before. */
export interface ComparedPeriod extends Period {
  /** `Week 43`, `Week 44, 2025`, `October 2025`. */
  label: string;
  /** `last week`, `the same week a year before`. */
  words: string;
}

const choices = ['previous', 'year'] as const;

/**
 * The period that the address asks for, by default the one before.
 * @throws UserError for another choice
 */
export function comparedPeriod(period: ResolvedPeriod, asked: string | undefined): ComparedPeriod {
  if (asked !== undefined && !choices.some((each) => each === asked))
    throw new UserError(
      `"against" can’t be "${asked.slice(0, 40)}".`,
      `Use: ${choices.join(', ')}.`,
    );
  const {grain} = period;
  if (asked !== 'year')
    return {
      ...periodOf(addDays(period.from, -1), grain),
      label: capitalised(formatPeriod(shiftPeriod(period, grain, -1).id)),
      words: lastPeriod(grain),
    };
  const before = yearBefore(period);
  const label = capitalised(formatPeriod(before.id));
  return {
    ...before,
    label: grain === 'week' ? t`${label}, ${before.id.slice(0, 4)}` : label,
    words: grain === 'week' ? t`the same week a year before` : t`the same month a year before`,
  };
}

/** The week or month of the same number; a 53rd week is set beside the 52nd where the year before has no other. */
function yearBefore({id, grain, from}: ResolvedPeriod): Period {
  const named = `${Number(id.slice(0, 4)) - 1}${id.slice(4)}`;
  const same = parsePeriod(named);
  return same?.grain === grain ? same : periodOf(addDays(from, -364), grain);
}

/** The ways to compare, as links; null where the data holds no year before. */
export function comparedChoices(
  path: string,
  period: ResolvedPeriod,
  state: LinkPart & {firstOn: string | null},
): {label: string; href: string; isChosen: boolean}[] | null {
  const {firstOn, where = [], choices: said = {}} = state;
  if (firstOn === null || comparedPeriod(period, 'year').to <= firstOn) return null;
  const {against, ...kept} = said;
  return choices.map((choice) => ({
    label: comparedPeriod(period, choice).label,
    href: pageHref(path, {
      period: period.id,
      where,
      choices: choice === 'previous' ? kept : {...kept, against: choice},
    }),
    isChosen: choice === (against ?? 'previous'),
  }));
}
