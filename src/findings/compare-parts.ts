import {compareRates, overdispersion} from '../improvement/rate-change.ts';
import {adjustedProbabilities} from './false-discovery.ts';

/** How often something happened to the incidents of one part, kind and week. */
export interface PartCount {
  /** A group, a category; null where it is not filled. */
  part: string | null;
  /** Incidents are compared within a kind only: a source and priority. */
  kind: string;
  /** Which week of the window, from 0. */
  week: number;
  hits: number;
  n: number;
}

/** A part beside all others, like with like. */
export interface ComparedPart {
  part: string | null;
  hits: number;
  n: number;
  /** Hits at the rate of the others for its own mix of kinds. */
  expected: number;
  /** Hits over those expected, with the ends of the 95 % interval; Infinity where the others have none. */
  ratio: number;
  low: number;
  high: number;
  /** The chance of so many hits or more at the others' rate, adjusted for how many parts were compared. */
  probability: number;
  /** First week of the window with a hit beyond which its rate stayed above the others': from 0. */
  sinceWeek: number;
}

/** Fewer incidents are no part, and fewer hits no pattern: METRICS.md, ground rule 6. */
const fewestIncidents = 30;
const fewestHits = 5;

/**
 * Compares the rate of each part with that of all others: hits are expected at the others' rate of each
 * kind of incident (indirect standardisation), tested exactly (`compareRates`) after dividing them by how
 * much more than chance they vary from week to week, and adjusted for the number of parts.
 * @param weekCount weeks of the window
 */
export function compareParts(counts: readonly PartCount[], weekCount: number): ComparedPart[] {
  const kinds = sumsBy(counts, ({kind}) => kind);
  const parts = new Map<string | null, PartCount[]>();
  for (const count of counts) parts.set(count.part, [...(parts.get(count.part) ?? []), count]);
  const compared = [...parts]
    .map(([part, own]) => comparePart(part, {own, kinds, weekCount}))
    .filter((each) => each.n >= fewestIncidents && each.hits >= fewestHits);
  const adjusted = adjustedProbabilities(compared.map(({probability}) => probability));
  return compared.map((each, index) => ({...each, probability: adjusted[index] ?? 1}));
}

interface Sum {
  hits: number;
  n: number;
}

interface Beside {
  own: readonly PartCount[];
  kinds: ReadonlyMap<string, Sum>;
  weekCount: number;
}

function comparePart(part: string | null, {own, kinds, weekCount}: Beside): ComparedPart {
  const others = {hits: 0, n: 0};
  const mine = {hits: 0, n: 0, expected: 0};
  const weekly = new Array<number>(weekCount).fill(0);
  const rates = new Map<string, number>();
  for (const [kind, {hits, n}] of sumsBy(own, (count) => count.kind)) {
    const all = kinds.get(kind) ?? {hits, n};
    const rest = {hits: all.hits - hits, n: all.n - n};
    // What nobody else does can't be compared.
    if (rest.n <= 0) continue;
    rates.set(kind, rest.hits / rest.n);
    others.hits += rest.hits;
    others.n += rest.n;
    mine.hits += hits;
    mine.n += n;
    mine.expected += (n * rest.hits) / rest.n;
  }
  for (const {week, hits, kind} of own)
    if (rates.has(kind)) weekly[week] = (weekly[week] ?? 0) + hits;
  const dispersion = overdispersion(weekly);
  const time = mine.expected > 0 ? [others.hits, mine.expected] : [others.n, mine.n];
  const change = compareRates(
    {count: others.hits / dispersion, time: time[0] ?? 0},
    {count: mine.hits / dispersion, time: time[1] ?? 0},
  );
  return {
    ...{part, ...mine},
    ratio: mine.expected > 0 ? mine.hits / mine.expected : Infinity,
    low: change.low,
    high: change.high,
    probability: mine.hits > 0 ? change.moreProbability : 1,
    sinceWeek: Math.max(
      0,
      weekly.findIndex((hits) => hits > 0),
    ),
  };
}

function sumsBy(
  counts: readonly PartCount[],
  keyOf: (count: PartCount) => string,
): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const count of counts) {
    const sum = sums.get(keyOf(count)) ?? {hits: 0, n: 0};
    sum.hits += count.hits;
    sum.n += count.n;
    sums.set(keyOf(count), sum);
  }
  return sums;
}
