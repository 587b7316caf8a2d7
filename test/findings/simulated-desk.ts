import {segmentKey, type Series} from '../../src/findings/segment-series.ts';
import type {ValueKind} from '../../src/findings/level-change.ts';
import {addMoments, noMoments, type Moments} from '../../src/metrics/moments.ts';
import {gamma, normal, overdispersed} from './simulated-days.ts';

export interface Planted {
  service: string;
  /** Last periods in which it is different. */
  length: number;
  /** Counts and times are so many times as large, shares so much of what they were. */
  factor: number;
}

export interface DeskOptions {
  kind: ValueKind;
  serviceCount: number;
  periods: number;
  planted?: Planted & {weekly: number};
}

const priorities = [
  ['P1', 0.02],
  ['P2', 0.13],
  ['P3', 0.45],
  ['P4', 0.4],
] as const;

/**
 * One metric of a desk whose services stay as they are: sizes from 3 to 100 a week, weeks that vary more
 * than chance (negative binomial counts, shares and times that differ from week to week), by service and
 * by priority.
 */
export function simulatedDesk(random: () => number, options: DeskOptions): Map<string, Series> {
  const {kind, serviceCount, periods, planted} = options;
  const all = new Map<string, Series & {periods: Moments[]}>();
  const add = (filters: [string, string][], place: number, moments: Moments) => {
    const named = {
      dimensions: filters.map(([id]) => id),
      values: filters.map(([, value]) => value),
    };
    const key = segmentKey(named);
    const known = all.get(key) ?? {...named, periods: new Array<Moments>(periods).fill(noMoments)};
    known.periods[place] = addMoments(known.periods[place] ?? noMoments, moments);
    all.set(key, known);
  };
  for (let index = 0; index < serviceCount; index++) {
    const service = `S${index}`;
    const own = planted?.service === service ? planted : null;
    const weekly = own?.weekly ?? 3 * 33 ** random();
    const level = 0.03 + 0.2 * random();
    const dispersion = 1 + random() * 0.8;
    for (let place = 0; place < periods; place++) {
      const factor = own && place >= periods - own.length ? own.factor : 1;
      const shared = weekOf(random, level);
      for (const [priority, share] of priorities) {
        const mean = weekly * share * (kind === 'count' ? factor : 1);
        const n = overdispersed(random, mean, dispersion);
        const moments = momentsOf(random, {kind, n, week: shared, factor});
        for (const filters of filtersOf(service, priority)) add(filters, place, moments);
      }
    }
  }
  return all;
}

interface Week {
  /** Of a share, how likely the rarer outcome is this week. */
  share: number;
  /** Of a time, by how much its logarithm is off this week. */
  shift: number;
}

function weekOf(random: () => number, level: number): Week {
  const certainty = 150;
  const [a, b] = [gamma(random, level * certainty), gamma(random, (1 - level) * certainty)];
  return {share: a / (a + b), shift: 0.05 * normal(random)};
}

function momentsOf(
  random: () => number,
  {kind, n, week, factor}: {kind: ValueKind; n: number; week: Week; factor: number},
): Moments {
  if (kind === 'count') return {...noMoments, n, sum: n, squares: n};
  let [sum, logSum, logSquares] = [0, 0, 0];
  for (let incident = 0; incident < n; incident++) {
    if (kind === 'share') {
      if (random() < (1 - week.share) * factor) sum += 1;
    } else {
      const log = 2 + week.shift + 1.2 * normal(random) + Math.log(factor);
      logSum += log;
      logSquares += log ** 2;
    }
  }
  return {n, sum, squares: sum, logSum, logSquares};
}

function filtersOf(service: string, priority: string): [string, string][][] {
  return [
    [],
    [['service', service]],
    [['priority', priority]],
    [
      ['service', service],
      ['priority', priority],
    ],
  ];
}
