import type {SqlParams} from '../warehouse/database.ts';
import {daysBetween} from './comparison-windows.ts';
import {effectOf, type Effect} from './effect-verdict.ts';
import type {CountedRows, Found, VerifyContext} from './verify-context.ts';
import {reasons, reasonWith} from './reasons.ts';

/** How many came: weekly counts, exactly compared as Poisson counts that vary as much as they do. */
export async function verifyCounts(context: VerifyContext, rows: CountedRows): Promise<Found> {
  const {windows, direction} = context;
  const [before, after] = [
    await weeklyCounts(context, rows, windows.before),
    await weeklyCounts(context, rows, windows.after),
  ];
  const effect = effectOf(before, after);
  const {ratio, low, high, overdispersion, weeksNeeded} = effect;
  const sums = {before: sumOf(before), after: sumOf(after)};
  const weekly = before.length === 0 ? 0 : sums.before / before.length;
  const verdict = turned(effect.verdict, direction);
  return {
    verdict,
    reason: reasonOf(effect, direction),
    method: [
      'Counts of whole weeks, so that both stretches have the same weekdays, compared exactly as Poisson counts.',
      ...(overdispersion > 1.05
        ? [
            `Weeks vary ${overdispersion.toFixed(1)} times as much as chance explains: counts weigh so much less.`,
          ]
        : []),
      'A verdict is given at 0.5 % a look; the interval is the usual 95 % one.',
    ],
    standardised: null,
    effect: ratio === null || low === null ? null : {kind: 'ratio', estimate: ratio, low, high},
    chance: null,
    dispersion: overdispersion,
    strata: [],
    moreNeeded:
      verdict === 'not yet' && weeksNeeded !== null && direction === 'lower'
        ? Math.max(1, Math.round(weeksNeeded * Math.max(weekly / 2, sums.after / after.length)))
        : null,
    // The target is told over as long a stretch as the baseline.
    reached: after.length === 0 ? null : (sums.after / after.length) * before.length,
    counts: sums,
  };
}

function turned(verdict: Effect['verdict'], direction: 'lower' | 'higher'): Effect['verdict'] {
  if (direction === 'lower') return verdict;
  if (verdict === 'effect seen') return 'got worse';
  return verdict === 'got worse' ? 'effect seen' : verdict;
}

function reasonOf({verdict, reason, weeksNeeded}: Effect, direction: 'lower' | 'higher'): string {
  if (direction === 'higher' && (verdict === 'not yet' || verdict === 'cannot tell'))
    return reasons.soFar;
  return verdict === 'not yet' && weeksNeeded !== null
    ? `${reason} ${weeksNeeded === 1 ? reasons.oneWeekMore : reasonWith(reasons.weeksMore, weeksNeeded)}`
    : reason;
}

async function weeklyCounts(
  {session, frame}: VerifyContext,
  rows: CountedRows,
  {from, to}: {from: string; to: string},
): Promise<number[]> {
  const {sql, params} = await rows();
  const found = await session.query<{week: number; n: number}>(
    `select ((timezone($zone, dated_at)::date - $first::date) // 7)::integer as week,
       count(*)::integer as n
     from (${sql}) as rows
     where timezone($zone, dated_at)::date >= $first::date
       and timezone($zone, dated_at)::date < $end::date
     group by all`,
    {...(params as SqlParams), zone: frame.zone, first: from, end: to},
  );
  const counts = new Array<number>(Math.floor(daysBetween(from, to) / 7)).fill(0);
  for (const {week, n} of found) if (week < counts.length) counts[week] = n;
  return counts;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
