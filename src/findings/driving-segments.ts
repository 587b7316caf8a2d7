import {noMoments, sumMoments, withoutMoments} from '../metrics/moments.ts';
import {
  fewestUsual,
  testLevel,
  type ChangedSegment,
  type ChangeOptions,
  type Tested,
} from './changed-segments.ts';
import {bothValues, keyOf, segmentKey, type Series} from './segment-series.ts';

/** A segment of a part whose own change has this chance is no part of the explanation. */
const partProbability = 0.001;
/** What is left without a part is as usual when chance alone makes it this often. */
const usualProbability = 0.05;

export interface Scan {
  tested: readonly Tested[];
  all: ReadonlyMap<string, Series>;
  options: ChangeOptions;
}

/**
 * Of a whole and its part, or of two that are mostly the same incidents, the one is told that leaves
 * nothing to explain when it is taken out.
 * @param scan with `all` completed by the sets of `sharedSets`
 */
export function driversOf(standing: readonly Tested[], scan: Scan): ChangedSegment[] {
  const told: (Tested & {drivesTotal: boolean})[] = [];
  const total = scan.tested.find(({series}) => series.dimensions.length === 0);
  for (const candidate of standing) {
    if (told.some((driver) => isExplained(candidate, driver, scan))) continue;
    const driver = deepestDriver(candidate, scan);
    if (told.some((known) => segmentKey(known.series) === segmentKey(driver.series))) continue;
    if (told.some((known) => isExplained(driver, known, scan))) continue;
    const drivesTotal =
      total !== undefined &&
      driver !== total &&
      total.probability <= usualProbability &&
      total.score > 0 === driver.score > 0 &&
      isUsualWithout(total, driver, scan);
    told.push({...driver, drivesTotal});
  }
  return told;
}

/** The part that explains all of a signal; the signal itself where no part does. */
function deepestDriver(signal: Tested, scan: Scan): Tested {
  const parts = scan.tested
    .filter(
      (part) =>
        isPartOf(part.series, signal.series) &&
        // A filter that leaves nothing out, such as the only source, explains nothing.
        part.usual.n + part.now.n < signal.usual.n + signal.now.n &&
        part.probability <= partProbability &&
        part.score > 0 === signal.score > 0 &&
        isUsualWithout(signal, part, scan),
    )
    .sort((a, b) => a.probability - b.probability);
  const [best] = parts;
  return best ? deepestDriver(best, scan) : signal;
}

function isPartOf(part: Series, whole: Series): boolean {
  return (
    part.dimensions.length > whole.dimensions.length &&
    whole.dimensions.every(
      (id, index) => part.values[part.dimensions.indexOf(id)] === whole.values[index],
    )
  );
}

/** Told already: by its whole, by its part, or by incidents that are mostly the same. */
function isExplained(candidate: Tested, driver: Tested, scan: Scan): boolean {
  if (candidate.score > 0 !== driver.score > 0) return false;
  if (isPartOf(candidate.series, driver.series)) return true;
  return isUsualWithout(candidate, driver, scan);
}

/** Whether nothing stands out in a segment once the incidents it shares with another are taken out. */
function isUsualWithout(segment: Tested, other: Tested, {all, options}: Scan): boolean {
  const shared = intersection(segment.series, other.series, all);
  if (!shared) return false;
  const rest = segment.series.periods.map((moments, index) =>
    withoutMoments(moments, shared.periods[index] ?? noMoments),
  );
  const size = sumMoments(rest).n;
  if (size < fewestUsual) return true;
  const {probability, score} = testLevel(options.kind, rest, other.periodCount, segment.dispersion);
  return probability > usualProbability || score > 0 !== segment.score > 0;
}

/** The incidents of both; null where they were not counted together. */
function intersection(a: Series, b: Series, all: ReadonlyMap<string, Series>): Series | null {
  if (isPartOf(a, b)) return a;
  if (isPartOf(b, a)) return b;
  const values = bothValues(a, b);
  return values ? (all.get(keyOf([...values])) ?? null) : null;
}
