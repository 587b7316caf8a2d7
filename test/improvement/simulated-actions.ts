import {compareOutcomes, type Cell} from '../../src/improvement/compare-outcomes.ts';
import {judgeComparison} from '../../src/improvement/judge-comparison.ts';
import {randomNumbers} from '../charts/cases/chart-case.ts';

export interface Simulation {
  count: number;
  /** Incidents a week, on average. */
  weekly: number;
  seed: number;
  baselineWeeks?: number;
  kind?: 'share' | 'number';
  /** What changes after: of the logarithm of times, or of the share. */
  change?: number;
  /** How much whole weeks stray, in the same unit. */
  weekSpread?: number;
  looks?: number;
}

export interface SimulatedSeries {
  kind: 'share' | 'number';
  before: Cell[];
  /** A list a week. */
  after: Cell[][];
}

const mix = [
  {stratum: 'P2', share: 0.2, level: 1},
  {stratum: 'P3', share: 0.5, level: 2.5},
  {stratum: 'P4', share: 0.3, level: 3.2},
];

/** Weeks of incidents whose priorities are mixed by chance; log times are normal with spread 1.2. */
export function stableSeries(of: Simulation): SimulatedSeries[] {
  const {count, weekly, seed, baselineWeeks = 13, kind = 'number', looks = 52} = of;
  const {change = 0, weekSpread = 0} = of;
  const random = randomNumbers(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const week = (side: Cell['side'], number: number): Cell[] => {
    const strayed = weekSpread * normal();
    return mix.flatMap(({stratum, share, level}): Cell[] => {
      const n = Math.max(0, Math.round(weekly * share + Math.sqrt(weekly * share) * normal()));
      if (n === 0) return [];
      const moved = strayed + (side === 'after' ? change : 0);
      let [total, squares] = [0, 0];
      for (let each = 0; each < n; each++) {
        const y =
          kind === 'share'
            ? Number(random() < 0.3 + 0.1 * (level - 2) + moved)
            : level + 1.2 * normal() + moved;
        total += y;
        squares += y * y;
      }
      return [{side, stratum, week: number, n, total, squares}];
    });
  };
  return Array.from({length: count}, () => ({
    kind,
    before: Array.from({length: baselineWeeks}, (_, number) => week('before', number)).flat(),
    after: Array.from({length: looks}, (_, number) => week('after', number)),
  }));
}

/** How many series were ever called better, or worse, in all looks; and after how many weeks better. `planned` is what was aimed at. */
export function verdictsOf(
  series: readonly SimulatedSeries[],
  planned = -0.2,
): {
  effects: number;
  worse: number;
  delays: number[];
} {
  let [effects, worse] = [0, 0];
  const delays: number[] = [];
  for (const {kind, before, after} of series) {
    const seen: Cell[] = [];
    const verdicts = after.map((cells, place) => {
      seen.push(...cells);
      const compared = compareOutcomes([...before, ...seen], kind);
      if (compared === null) return 'not yet';
      const nAfter = seen.reduce((sum, {n}) => sum + n, 0);
      const options = {direction: 'lower', planned, nAfter, weeksAfter: place + 1} as const;
      return judgeComparison(compared, options).verdict;
    });
    const first = verdicts.indexOf('effect seen');
    if (first >= 0) delays.push(first + 1);
    effects += Number(first >= 0);
    worse += Number(verdicts.includes('got worse'));
  }
  return {effects, worse, delays};
}
