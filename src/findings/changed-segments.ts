import {
  addMoments,
  noMoments,
  withoutMoments,
  type Moments,
  type SegmentMoments,
} from '../metrics/moments.ts';
import {weighedDiscoveries} from './weighed-discoveries.ts';
import {
  dispersionOf,
  dispersionPerSize,
  levelChange,
  ownDispersion,
  type Dispersion,
  type LevelChange,
  type ValueKind,
} from './level-change.ts';

/** A segment's moments in every period, gaps filled. */
export interface Series {
  dimensions: readonly string[];
  values: readonly (string | null)[];
  periods: readonly Moments[];
}

/** A segment whose level has changed, told once for all that it drives. */
export interface ChangedSegment extends LevelChange {
  series: Series;
  /** How many periods, the last of all included, it has been different. */
  periodCount: number;
  /** Without it, what all incidents show is no signal: it drives the total's. */
  drivesTotal: boolean;
}

export interface ChangeOptions {
  kind: ValueKind;
  /** Lengths of "now" that are tried, in periods. */
  lengths: readonly number[];
  /** The share of findings that may be false. */
  rate: number;
  /** Fewer periods don't tell what is usual. */
  fewestPeriods: number;
}

/** What fewer incidents can't tell. */
const fewestUsual = 30;
const fewestNow = 10;
/** A segment of a part whose own change has this chance is no part of the explanation. */
const partProbability = 0.001;
/** What is left without a part is as usual when chance alone makes it this often. */
const usualProbability = 0.05;

/** Rows of one metric as series, a segment each: a period without incidents has no moments. */
export function seriesOf(
  rows: readonly SegmentMoments[],
  periods: readonly string[],
): Map<string, Series> {
  const places = new Map(periods.map((period, index) => [period, index]));
  const found = new Map<string, Series & {periods: Moments[]}>();
  // The rows of a segment share their list of values, and a key is dear.
  const keys = new Map<SegmentMoments['values'], string>();
  for (const row of rows) {
    const place = places.get(row.period);
    if (place === undefined) continue;
    const key = keys.get(row.values) ?? segmentKey(row);
    keys.set(row.values, key);
    const known = found.get(key) ?? {
      dimensions: row.dimensions,
      values: row.values,
      periods: periods.map(() => noMoments),
    };
    known.periods[place] = row;
    found.set(key, known);
  }
  return found;
}

/** The same for the same filters, in whatever order they are named. */
export function segmentKey({dimensions, values}: Pick<Series, 'dimensions' | 'values'>): string {
  return keyOf(dimensions.map((id, index) => [id, values[index] ?? null]));
}

function keyOf(filters: readonly (readonly [string, string | null])[]): string {
  return JSON.stringify([...filters].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export interface Tested extends LevelChange {
  series: Series;
  dispersion: Dispersion;
  periodCount: number;
}

/** The segments whose level in the last periods is not what it was before, the surest first. */
export function standingSegments(
  all: ReadonlyMap<string, Series>,
  options: ChangeOptions,
): Standing {
  const tested = testAll(inOrder(all), options);
  const standing = [shallow, deep].flatMap((isOf) => {
    const family = tested.filter(({series}) => isOf(series));
    // In a segment of few incidents hardly any change can be seen: the more it has, the more it is given.
    const weighed = family.map(({probability, usual}) => ({probability, weight: usual.n}));
    const isFound = weighedDiscoveries(weighed, options.rate / 2);
    return family.filter((_, index) => isFound[index]);
  });
  return {tested, standing: standing.sort((a, b) => a.probability - b.probability)};
}

/** The wider first, then by name: of equally sure ones the same is told every time. */
function inOrder(all: ReadonlyMap<string, Series>): Series[] {
  return [...all]
    .sort(
      ([a, {dimensions}], [b, {dimensions: others}]) =>
        dimensions.length - others.length || (a < b ? -1 : 1),
    )
    .map(([, series]) => series);
}

export interface Standing {
  tested: readonly Tested[];
  /** Those that stand out. */
  standing: readonly Tested[];
}

/** The sets of dimensions that tell how many incidents those that stand out share. */
export function sharedSets(
  standing: readonly Tested[],
  all: ReadonlyMap<string, Series>,
): (readonly string[])[] {
  const known = new Set([...all.values()].map(({dimensions}) => setKey(dimensions)));
  const missing = new Map<string, readonly string[]>();
  const looked = standing.slice(0, mostCompared);
  for (const [index, {series: a}] of looked.entries())
    for (const {series: b} of looked.slice(index + 1)) {
      const values = bothValues(a, b);
      if (!values) continue;
      const set = [...values.keys()].sort();
      if (!known.has(setKey(set))) missing.set(setKey(set), set);
    }
  return [...missing.values()].slice(0, mostSets);
}

/** Beyond these a screen is full. */
const mostCompared = 12;
const mostSets = 10;

function setKey(dimensions: readonly string[]): string {
  return [...dimensions].sort().join(' ');
}

/** All incidents, and one dimension deep: few tests, so what is found there needs less. */
function shallow({dimensions}: Series): boolean {
  return dimensions.length < 2;
}

function deep(series: Series): boolean {
  return !shallow(series);
}

function testAll(series: readonly Series[], options: ChangeOptions): Tested[] {
  const {kind, fewestPeriods} = options;
  const periodCount = series[0]?.periods.length ?? 0;
  // A short history leaves room for short stretches only.
  const lengths = options.lengths.filter((length) => periodCount - length >= fewestPeriods);
  if (lengths.length === 0) return [];
  const longest = Math.max(...lengths);
  const usable = series
    .filter(({values, dimensions}) => dimensions.length === 0 || !values.includes(null))
    .filter(({periods}) => {
      const usual = periods.slice(0, -longest);
      const told = kind === 'count' ? usual.length : usual.filter(({n}) => n > 0).length;
      return told >= fewestPeriods && usual.reduce((sum, {n}) => sum + n, 0) >= fewestUsual;
    })
    .map((each) => ({series: each, own: ownDispersion(kind, each.periods.slice(0, -longest))}));
  const perSize = dispersionPerSize(usable.map(({own}) => own));
  return usable.flatMap(({series: each, own}) => {
    const dispersion = dispersionOf(own, perSize);
    const tries = lengths.map((length) => ({
      ...test(kind, each.periods, length, dispersion),
      periodCount: length,
    }));
    const best = tries
      .filter(({now, usual}) => kind === 'count' || (now.n >= fewestNow && usual.n >= fewestUsual))
      .sort((a, b) => a.probability - b.probability)[0];
    // The best of several looks: Bonferroni.
    return best
      ? [
          {
            ...best,
            probability: Math.min(1, best.probability * lengths.length),
            series: each,
            dispersion,
          },
        ]
      : [];
  });
}

function test(
  kind: ValueKind,
  periods: readonly Moments[],
  length: number,
  dispersion: Dispersion,
): LevelChange {
  const stretches = {usual: periods.slice(0, -length), now: periods.slice(-length)};
  return levelChange(kind, stretches, dispersion);
}

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
  const size = rest.reduce(addMoments, noMoments).n;
  if (size < fewestUsual) return true;
  const {probability, score} = test(options.kind, rest, other.periodCount, segment.dispersion);
  return probability > usualProbability || score > 0 !== segment.score > 0;
}

/** The incidents of both; null where they were not counted together. */
function intersection(a: Series, b: Series, all: ReadonlyMap<string, Series>): Series | null {
  if (isPartOf(a, b)) return a;
  if (isPartOf(b, a)) return b;
  const values = bothValues(a, b);
  return values ? (all.get(keyOf([...values])) ?? null) : null;
}

/** The filters of both; null where they have two values of one dimension, and so share nothing. */
function bothValues(a: Series, b: Series): Map<string, string | null> | null {
  const values = new Map<string, string | null>();
  for (const each of [a, b])
    for (const [index, id] of each.dimensions.entries()) {
      const value = each.values[index] ?? null;
      if (values.has(id) && values.get(id) !== value) return null;
      values.set(id, value);
    }
  return values;
}
