import {compareRates} from '../improvement/rate-change.ts';
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
  /** The week of the window, from 0, since which it has been so: where its rate rose, else the first. */
  sinceWeek: number;
}

/** Fewer incidents are no part, and fewer hits no pattern: METRICS.md, ground rule 6. */
const fewestIncidents = 30;
const fewestHits = 5;

/**
 * Compares the rate of each part with that of all others: hits are expected at the others' rate of each
 * kind of incident (indirect standardisation), tested exactly (`compareRates`) after dividing them by how
 * much more than chance the part's share varies from week to week, and adjusted for the number of parts.
 * @param weekCount weeks of the window
 * @param fewest incidents that make a part
 */
export function compareParts(
  counts: readonly PartCount[],
  weekCount: number,
  {fewest = fewestIncidents} = {},
): ComparedPart[] {
  const kinds = sumsBy(counts, ({kind}) => kind);
  const parts = new Map<string | null, PartCount[]>();
  for (const count of counts) parts.set(count.part, [...(parts.get(count.part) ?? []), count]);
  const compared = [...parts]
    .map(([part, own]) => comparePart(part, {own, kinds, weekCount}))
    .filter((each) => each.n >= fewest && each.hits >= fewestHits);
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
  const comparable = new Set<string>();
  for (const [kind, {hits, n}] of sumsBy(own, (count) => count.kind)) {
    const all = kinds.get(kind) ?? {hits, n};
    const rest = {hits: all.hits - hits, n: all.n - n};
    // What nobody else does can't be compared.
    if (rest.n <= 0) continue;
    comparable.add(kind);
    others.hits += rest.hits;
    others.n += rest.n;
    mine.hits += hits;
    mine.n += n;
    mine.expected += (n * rest.hits) / rest.n;
  }
  const weekly = Array.from({length: weekCount}, (): Sum => ({hits: 0, n: 0}));
  for (const {week, hits, n, kind} of own) {
    const sum = weekly[week];
    if (!sum || !comparable.has(kind)) continue;
    sum.hits += hits;
    sum.n += n;
  }
  return {
    ...{part, ...mine},
    ...ratioOf(mine, others, weekly),
    sinceWeek: riseOf(weekly),
  };
}

function ratioOf(
  mine: Sum & {expected: number},
  others: Sum,
  weekly: readonly Sum[],
): Pick<ComparedPart, 'ratio' | 'low' | 'high' | 'probability'> {
  // Shares vary less than counts by what is left of 1: counts weigh that much more.
  const rate = others.n > 0 ? others.hits / others.n : 0;
  const weight = shareDispersion(weekly) * Math.max(0.1, 1 - rate);
  const [before, after] = mine.expected > 0 ? [others.hits, mine.expected] : [others.n, mine.n];
  const change = compareRates(
    {count: others.hits / weight, time: before},
    {count: mine.hits / weight, time: after},
  );
  return {
    ratio: mine.expected > 0 ? mine.hits / mine.expected : Infinity,
    low: change.low,
    high: change.high,
    probability: mine.hits > 0 ? change.moreProbability : 1,
  };
}

/** How many times likelier a rise must be than none, as a logarithm: any week may be it, so more than usual. */
const fewestLogTimes = 7;

/** The week since which a share is higher than before, if that is far likelier than one share throughout. */
function riseOf(weekly: readonly Sum[]): number {
  const whole = likelihoodOf(weekly);
  let best = {week: 0, gain: fewestLogTimes};
  for (let week = 1; week < weekly.length; week++) {
    const [before, after] = [weekly.slice(0, week), weekly.slice(week)];
    const gain = likelihoodOf(before) + likelihoodOf(after) - whole;
    if (gain > best.gain && rateOf(after) > rateOf(before)) best = {week, gain};
  }
  return best.week;
}

/** The logarithm of how likely the hits are at the share they have. */
function likelihoodOf(weeks: readonly Sum[]): number {
  const {hits, n} = totalOf(weeks);
  const part = (count: number) => (count > 0 ? count * Math.log(count / n) : 0);
  return part(hits) + part(n - hits);
}

function rateOf(weeks: readonly Sum[]): number {
  const {hits, n} = totalOf(weeks);
  return n > 0 ? hits / n : 0;
}

function totalOf(weeks: readonly Sum[]): Sum {
  const total = {hits: 0, n: 0};
  for (const {hits, n} of weeks) {
    total.hits += hits;
    total.n += n;
  }
  return total;
}

/**
 * How many times more a share varies from week to week than chance explains, at least 1: Pearson's
 * statistic over its degrees of freedom (McCullagh and Nelder, "Generalized Linear Models", 1989, 4.5).
 */
function shareDispersion(weekly: readonly Sum[]): number {
  const busy = weekly.filter(({n}) => n > 0);
  const {hits, n} = totalOf(busy);
  const share = hits / n;
  if (busy.length < 4 || hits === 0 || hits === n) return 1;
  const pearson = busy.reduce(
    (sum, week) => sum + (week.hits - week.n * share) ** 2 / (week.n * share * (1 - share)),
    0,
  );
  return Math.max(1, pearson / (busy.length - 1));
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
