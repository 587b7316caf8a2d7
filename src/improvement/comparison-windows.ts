import {addDays} from '../time/period.ts';

export interface Days {
  from: string;
  /** The day after the last. */
  to: string;
}

export interface Windows {
  before: Days;
  /** Empty (`from` = `to`) while no whole week has passed. */
  after: Days;
}

/** A year of looks at most: then what is seen is no longer this action's. */
const mostAfterDays = 364;

/**
 * The days to compare: whole weeks on both sides, so that each has the same weekdays.
 * @param known the first day that is not over, or whose figures may still move
 */
export function comparisonWindows(
  {baselineFrom, baselineTo, effectOn}: Record<'baselineFrom' | 'baselineTo' | 'effectOn', string>,
  known: string,
): Windows {
  const baselineDays = daysBetween(baselineFrom, baselineTo);
  const before = baselineDays < 7 ? baselineDays : baselineDays - (baselineDays % 7);
  const since = Math.max(0, Math.min(daysBetween(effectOn, known), mostAfterDays));
  return {
    before: {from: addDays(baselineTo, -before), to: baselineTo},
    after: {from: effectOn, to: addDays(effectOn, since - (since % 7))},
  };
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The same weekdays a year before. */
export function yearBefore({before, after}: Windows): Windows {
  const shifted = ({from, to}: Days) => ({from: addDays(from, -364), to: addDays(to, -364)});
  return {before: shifted(before), after: shifted(after)};
}
