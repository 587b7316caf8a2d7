import {falseAtOneLook} from './effect-verdict.ts';
import {compareWeeks, fewestWeeksCompared} from './compare-weeks.ts';
import {addDays} from '../time/period.ts';
import type {Days} from './comparison-windows.ts';
import {undecided, type Found, type VerifyContext} from './verify-context.ts';

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
      ? undecided('cannot tell', `The baseline has ${before.length} whole weeks; 4 are needed.`)
      : undecided(
          'not yet',
          `${after.length} whole ${after.length === 1 ? 'week has' : 'weeks have'} passed since; 4 are needed.`,
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
    reason: reasons[verdict],
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

const reasons = {
  'effect seen': 'It is better than chance explains.',
  'got worse': 'It is worse than chance explains.',
  'not yet': 'So far the difference is no larger than chance explains; more weeks are needed.',
  'cannot tell': 'After a year the difference is still no larger than chance explains.',
} as const;
