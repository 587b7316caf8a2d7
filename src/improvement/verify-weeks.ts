import {falseAtOneLook} from './effect-verdict.ts';
import {compareWeeks, fewestWeeksCompared} from './compare-weeks.ts';
import {addDays} from '../time/period.ts';
import type {Days} from './comparison-windows.ts';
import {undecided, type Found, type VerifyContext} from './verify-context.ts';
import {reasons, reasonWith} from './reasons.ts';

/** Figures that single incidents don't tell (a backlog, a share of hours): whole weeks are compared. */
export function verifyWeeks({windows, weeks, direction}: VerifyContext): Found {
  const within = ({from, to}: Days) =>
    weeks.flatMap(({day, value}) =>
      value !== null && day >= from && addDays(day, 7) <= to ? [value] : [],
    );
  const [before, after] = [within(windows.before), within(windows.after)];
  const compared = compareWeeks(before, after);
  if (compared === null)
    return before.length < fewestWeeksCompared
      ? undecided('cannot tell', reasonWith(reasons.fewWeeksBefore, before.length))
      : undecided(
          'not yet',
          after.length === 1
            ? reasons.oneWeekSince
            : reasonWith(reasons.fewWeeksSince, after.length),
        );
  const [better, worse] =
    direction === 'lower' ? [compared.fewer, compared.more] : [compared.more, compared.fewer];
  const verdict =
    better <= falseAtOneLook
      ? 'effect seen'
      : worse <= falseAtOneLook
        ? 'got worse'
        : after.length >= 52
          ? 'cannot tell'
          : 'not yet';
  return {
    verdict,
    reason: reasonOf[verdict],
    method: [
      'Figures of whole weeks, compared by Welch’s t with as many weeks as they are worth when each resembles the one before; priorities are not told apart here.',
      'A verdict is given at 0.5 % a look; the interval is the usual 95 % one.',
    ],
    standardised: null,
    effect: {
      kind: 'difference',
      estimate: compared.difference,
      low: compared.low,
      high: compared.high,
    },
    chance: better,
    dispersion: 1,
    strata: [],
    moreNeeded: null,
    reached: compared.after,
  };
}

const reasonOf = {
  'effect seen': reasons.better,
  'got worse': reasons.worse,
  'not yet': reasons.moreWeeks,
  'cannot tell': reasons.afterAYear,
} as const;
