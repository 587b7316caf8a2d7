import type {Moments} from '../metrics/moments.ts';
import {bothValues, type Series} from './segment-series.ts';
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
export const fewestUsual = 30;
const fewestNow = 10;

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
      ...testLevel(kind, each.periods, length, dispersion),
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

/** Whether the last periods of a series are what those before them were. */
export function testLevel(
  kind: ValueKind,
  periods: readonly Moments[],
  length: number,
  dispersion: Dispersion,
): LevelChange {
  const stretches = {usual: periods.slice(0, -length), now: periods.slice(-length)};
  return levelChange(kind, stretches, dispersion);
}
