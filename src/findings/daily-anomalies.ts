import {addDays} from '../time/period.ts';
import {
  chanceOfFewer,
  chanceOfMore,
  usualCounts,
  usualDay,
  usualWeeks,
  type UsualDay,
} from './usual-day.ts';

/** Counts of one segment by day, oldest first, without gaps. */
export interface DailySeries {
  key: string;
  counts: readonly number[];
}

export interface DailyAnomaly {
  key: string;
  day: string;
  kind: 'surge' | 'silence';
  count: number;
  /** What such a day usually counts. */
  mean: number;
  low: number;
  high: number;
  /** The chance of so many (of a silence: so few) on a usual day. */
  probability: number;
}

/**
 * The chance at which a day of one series stands out. 50 series are looked at 1,500 times a month, and the
 * chances of usual days far out are larger than a dispersion of twelve weeks says:
 * test/findings/anomaly-alarms.test.ts counts the false ones.
 */
const surgeProbability = 5e-5;
const silenceProbability = 1e-5;
/** A surge that is worth a look is so many more than usual, and so many times it. */
const leastMore = 5;
const leastTimes = 2;
/** A silence is less than this part. */
const mostLeft = 0.25;
/** On a day on which everything together is below this part of its usual level, nobody was at work. */
const quietPart = 0.5;

/**
 * Days of `[from, to)` on which a series counted far more, or far less, than on the same weekdays before.
 * Days on which all series together were quiet (holidays) tell nothing, neither as history nor as silence.
 * @param firstDay the day of the first count
 */
export function dailyAnomalies(
  series: readonly DailySeries[],
  {firstDay, from, to}: {firstDay: string; from: string; to: string},
): DailyAnomaly[] {
  const length = series[0]?.counts.length ?? 0;
  const isQuiet = quietDays(series, length);
  const found: DailyAnomaly[] = [];
  for (let index = 0; index < length; index++) {
    const day = addDays(firstDay, index);
    if (day < from || day >= to) continue;
    const start = Math.max(0, index - usualWeeks * 7);
    const judged = series.map(({key, counts}) => {
      const history = counts
        .slice(start, index)
        .map((count, place) => (isQuiet[start + place] ? null : count));
      return {key, count: counts[index] ?? 0, usual: usualDay(history)};
    });
    const total = judged.reduce((sum, {count}) => sum + count, 0);
    const expected = judged.reduce((sum, {usual}) => sum + (usual?.mean ?? 0), 0);
    for (const {key, count, usual} of judged) {
      const verdict = usual && judge(count, usual, total < expected * quietPart);
      if (usual && verdict)
        found.push({key, day, count, mean: usual.mean, ...usualCounts(usual), ...verdict});
    }
  }
  return found;
}

function judge(
  count: number,
  usual: UsualDay,
  isQuiet: boolean,
): Pick<DailyAnomaly, 'kind' | 'probability'> | null {
  if (count >= usual.mean + leastMore && count >= usual.mean * leastTimes) {
    const probability = chanceOfMore(count, usual);
    return probability < surgeProbability ? {kind: 'surge', probability} : null;
  }
  if (isQuiet || count > usual.mean * mostLeft) return null;
  const probability = chanceOfFewer(count, usual);
  return probability < silenceProbability ? {kind: 'silence', probability} : null;
}

/** Days on which all series together counted less than half of what their weekday usually does. */
function quietDays(series: readonly DailySeries[], length: number): boolean[] {
  const totals = Array.from({length}, (_, index) =>
    series.reduce((sum, {counts}) => sum + (counts[index] ?? 0), 0),
  );
  return totals.map((total, index) => {
    const same = totals.filter((_, other) => {
      const distance = Math.abs(other - index);
      return distance > 0 && distance % 7 === 0 && distance <= usualWeeks * 7 && other < index;
    });
    const sorted = same.sort((a, b) => a - b);
    const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
    // A few incidents more or less make no holiday.
    return middle >= 10 && total < middle * quietPart;
  });
}
