import {noMoments, sumMoments, type Moments} from '../metrics/moments.ts';
import type {ChangedSegment, ChangeOptions, Tested} from './changed-segments.ts';
import type {Series} from './segment-series.ts';
import type {ValueKind} from './level-change.ts';

/** Like is compared with like: incidents of one priority. */
const stratum = 'priority';

/** The sets of dimensions that `isMixOnly` needs of those that stand out. */
export function strataSets(standing: readonly Tested[], {kind}: ChangeOptions): string[][] {
  if (kind === 'count') return [];
  const sets = standing
    .map(({series}) => series.dimensions)
    .filter((dimensions) => !dimensions.includes(stratum))
    .map((dimensions) => [...dimensions, stratum]);
  return [...new Map(sets.map((set) => [[...set].sort().join(' '), set])).values()];
}

/** What is left of a change among incidents of one priority: less than this part, and it is one of mix. */
const leastLeft = 0.5;

/**
 * Whether a segment's figure changed only because it had other priorities than before: then nothing
 * happened to any of them. The differences within each priority are weighted as Mantel and Haenszel do,
 * "Statistical aspects of the analysis of data from retrospective studies of disease", Journal of the
 * National Cancer Institute 22 (1959), 719–748.
 */
export function isMixOnly(
  {series, periodCount, usual, now, score}: ChangedSegment,
  all: ReadonlyMap<string, Series>,
  kind: ValueKind,
): boolean {
  if (kind === 'count' || series.dimensions.includes(stratum)) return false;
  const strata = strataOf(series, all);
  if (strata.length < 2) return false;
  let [weighted, weights] = [0, 0];
  for (const {periods} of strata) {
    const [before, after] = [
      sumMoments(periods.slice(0, -periodCount)),
      sumMoments(periods.slice(-periodCount)),
    ];
    if (before.n === 0 || after.n === 0) continue;
    const weight = (before.n * after.n) / (before.n + after.n);
    weighted += weight * (levelOf(kind, after) - levelOf(kind, before));
    weights += weight;
  }
  const within = weights > 0 ? weighted / weights : 0;
  const whole = levelOf(kind, now) - levelOf(kind, usual);
  return within * score <= 0 || Math.abs(within) < leastLeft * Math.abs(whole);
}

function strataOf(series: Series, all: ReadonlyMap<string, Series>): Series[] {
  return [...all.values()].filter(
    ({dimensions, values}) =>
      dimensions.length === series.dimensions.length + 1 &&
      dimensions.includes(stratum) &&
      series.dimensions.every(
        (id, index) => values[dimensions.indexOf(id)] === series.values[index],
      ),
  );
}

function levelOf(kind: ValueKind, {n, sum, logSum}: Moments = noMoments): number {
  return (kind === 'share' ? sum : logSum) / Math.max(1, n);
}
