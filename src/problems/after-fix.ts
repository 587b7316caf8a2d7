import {effectOf, type Effect} from '../improvement/effect-verdict.ts';
import type {CandidateDecision} from '../register/candidate-decisions.ts';
import type {CandidateWeek} from './found-candidates.ts';
import {periodOf} from '../time/period.ts';

export interface FixWeek extends CandidateWeek {
  /** The week of the fix belongs to neither side, nor does the one that is not over. */
  side: 'before' | 'neither' | 'after';
}

/** What became of a candidate that was said to be fixed. */
export interface AfterFix {
  /** Local day. */
  fixedOn: string;
  weeks: FixWeek[];
  effect: Effect;
}

/**
 * The curve before and after a fix with its verdict; null for a candidate that isn't fixed.
 * @param weeks as `candidateWeeks` gives them: the last is not over
 */
export function afterFix(
  decision: CandidateDecision | null,
  weeks: readonly CandidateWeek[],
): AfterFix | null {
  if (decision?.status !== 'fixed' || decision.fixedOn === null) return null;
  const {fixedOn} = decision;
  const fixWeek = periodOf(fixedOn, 'week').from;
  const sided = weeks.map((week, index): FixWeek => {
    const isOver = index < weeks.length - 1;
    const {weekStartedOn} = week;
    if (weekStartedOn < fixWeek && isOver) return {...week, side: 'before'};
    return {...week, side: weekStartedOn > fixWeek && isOver ? 'after' : 'neither'};
  });
  const countsOf = (side: FixWeek['side']) =>
    sided.filter((week) => week.side === side).map(({incidentCount}) => incidentCount);
  return {fixedOn, weeks: sided, effect: effectOf(countsOf('before'), countsOf('after'))};
}
