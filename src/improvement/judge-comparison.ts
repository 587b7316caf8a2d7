import {falseAtOneLook, type EffectVerdict} from './effect-verdict.ts';
import type {Comparison} from './compare-outcomes.ts';
import {normalQuantile} from './tails.ts';
import {reasons, reasonWith} from './reasons.ts';

/** A verdict with what is still to wait for. */
export interface Judgement {
  verdict: EffectVerdict;
  reason: string;
  /** Incidents still needed; null where none helps or none is needed. */
  moreNeeded: number | null;
}

export interface JudgeOptions {
  direction: 'lower' | 'higher';
  /** The difference that the target means, on the scale of the comparison; signed, null where unknown. */
  planned: number | null;
  nAfter: number;
  weeksAfter: number;
}

const mostWeeks = 52;

/**
 * Says what a comparison shows. A verdict is looked for with every build, so it is given at 0.5 % a look only.
 */
export function judgeComparison(
  {difference, fewer, more, variance}: Comparison,
  {direction, planned, nAfter, weeksAfter}: JudgeOptions,
): Judgement {
  const sign = direction === 'lower' ? -1 : 1;
  const [better, worse] = direction === 'lower' ? [fewer, more] : [more, fewer];
  if (better <= falseAtOneLook)
    return {
      ...{verdict: 'effect seen', moreNeeded: null},
      reason: reasons.better,
    };
  if (worse <= falseAtOneLook)
    return {
      ...{verdict: 'got worse', moreNeeded: null},
      reason: reasons.worse,
    };
  const {soFar} = reasons;
  if (weeksAfter >= mostWeeks)
    return {
      ...{verdict: 'cannot tell', moreNeeded: null},
      reason: reasons.afterAYear,
    };
  const size = Math.max(sign * (planned ?? 0), sign * difference);
  const needed = neededFor(size, variance);
  if (needed === null)
    return {
      ...{verdict: 'cannot tell', moreNeeded: null},
      reason: `${soFar} ${reasons.thinBaseline}`,
    };
  const moreNeeded = Math.ceil(needed - nAfter);
  if (moreNeeded <= 0)
    return {
      ...{verdict: 'cannot tell', moreNeeded: null},
      reason: `${soFar} ${reasons.wouldStandOut}`,
    };
  if (isBeyondAYear({moreNeeded, nAfter, weeksAfter}))
    return {
      ...{verdict: 'cannot tell', moreNeeded: null},
      reason: `${soFar} ${reasonWith(reasons.beyondAYear, moreNeeded)}`,
    };
  return {verdict: 'not yet', reason: soFar, moreNeeded};
}

/** Incidents after with which a difference of this size would just be told from chance; null: no number is enough. */
function neededFor(size: number, variance: Comparison['variance']): number | null {
  if (size <= 0) return null;
  const z = normalQuantile(1 - falseAtOneLook);
  const room = (size / z) ** 2 - variance.before;
  return room <= 0 ? null : variance.each / room;
}

function isBeyondAYear({
  moreNeeded,
  nAfter,
  weeksAfter,
}: {
  moreNeeded: number;
  nAfter: number;
  weeksAfter: number;
}): boolean {
  const weekly = nAfter / Math.max(1, weeksAfter);
  return moreNeeded > weekly * (mostWeeks - weeksAfter);
}
