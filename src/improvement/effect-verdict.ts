import {chanceOfFewer, compareRates, overdispersion, type RateChange} from './rate-change.ts';
import {reasons, reasonWith} from './reasons.ts';

export const effectVerdicts = ['effect seen', 'not yet', 'got worse', 'cannot tell'] as const;
export type EffectVerdict = (typeof effectVerdicts)[number];

export interface Effect {
  verdict: EffectVerdict;
  /** Why, in a sentence. */
  reason: string;
  /** What was compared: whole weeks, and what was counted in them. */
  before: {weekCount: number; count: number};
  after: {weekCount: number; count: number};
  /** The weekly rate after over the one before, with the ends of its 95 % interval; null: unknown. */
  ratio: number | null;
  low: number | null;
  high: number | null;
  /** How many times more the weeks vary than chance explains: counts weigh so much less. */
  overdispersion: number;
  /** Weeks still to wait for a verdict, at the rate there is or at half the old one; null: no wait helps. */
  weeksNeeded: number | null;
}

/** What is mended is looked at every week, for a year at most. */
const mostWeeks = 52;

/** Fewer weeks before would make a rate of a chance; no more than these, since times change. */
const fewestBefore = 8;

/**
 * The chance of a false verdict at one look. A verdict is looked at every week: at 0.5 % a look, what
 * changed nothing is called an effect in less than 5 % of cases over a whole year of looks, which 2.5 %
 * a look would exceed twice over (test/improvement/effect-verdict.test.ts simulates it).
 */
export const falseAtOneLook = 0.005;

/**
 * Whether something became rarer (or more frequent) after it was mended.
 * @param before counts of the whole weeks before, oldest first
 * @param after counts of the whole weeks after, oldest first; the week between is in neither
 */
export function effectOf(before: readonly number[], after: readonly number[]): Effect {
  const used = before.slice(-Math.max(fewestBefore, after.length));
  const [y, x] = [sumOf(used), sumOf(after)];
  const dispersion = overdispersion(before.slice(-mostWeeks));
  const rates: Compared = {
    before: {count: y / dispersion, time: used.length},
    after: {count: x / dispersion, time: after.length},
  };
  const isComparable = y > 0 && used.length > 0 && after.length > 0;
  const change = isComparable ? compareRates(rates.before, rates.after) : null;
  const high = change && Number.isFinite(change.high) ? change.high : null;
  return {
    ...verdictOf(change, rates),
    before: {weekCount: used.length, count: y},
    after: {weekCount: after.length, count: x},
    ratio: change?.ratio ?? null,
    low: change?.low ?? null,
    high,
    overdispersion: dispersion,
  };
}

type Judged = Pick<Effect, 'verdict' | 'reason' | 'weeksNeeded'>;
type Compared = Record<'before' | 'after', {count: number; time: number}>;

function verdictOf(change: RateChange | null, rates: Compared): Judged {
  if (rates.before.count === 0) {
    const reason = reasonWith(reasons.nothingBefore, rates.before.time);
    return {verdict: 'cannot tell', reason, weeksNeeded: null};
  }
  if (change && change.fewerProbability <= falseAtOneLook)
    return {
      verdict: 'effect seen',
      reason: reasons.rarer,
      weeksNeeded: 0,
    };
  if (change && change.moreProbability <= falseAtOneLook)
    return {
      ...{verdict: 'got worse', weeksNeeded: 0},
      reason: reasons.moreFrequent,
    };
  return undecided(rates);
}

function undecided(rates: Compared): Judged {
  const weeks = weeksNeeded(rates);
  if (weeks === null && rates.after.time >= mostWeeks)
    return {
      ...{verdict: 'cannot tell', weeksNeeded: null},
      reason: reasons.afterAYear,
    };
  if (weeks === null)
    return {
      ...{verdict: 'cannot tell', weeksNeeded: null},
      reason:
        weeksNeeded({...rates, after: {count: 0, time: 0}}) === null
          ? reasons.tooRare
          : reasons.hardlyRarer,
    };
  const reason = rates.after.time === 0 ? reasons.noWeekSince : reasons.soFar;
  return {verdict: 'not yet', reason, weeksNeeded: weeks};
}

/** Weeks until the rate after would stand out if it went on, at half the old rate if that is less. */
function weeksNeeded({before, after}: Compared): number | null {
  const half = before.count / before.time / 2;
  const weekly = after.time === 0 ? half : Math.min(half, after.count / after.time);
  for (let more = 1; after.time + more <= mostWeeks; more++) {
    const time = after.time + more;
    // The window before grows with the one after, as far as it is known by then: at the same rate.
    const longer = Math.max(before.time, time);
    const earlier = {count: (before.count / before.time) * longer, time: longer};
    const later = {count: after.count + weekly * more, time};
    if (chanceOfFewer(earlier, later) <= falseAtOneLook) return more;
  }
  return null;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
