import {medianSurvival} from './survival.ts';

/** A figure of one cell: a metric, a month, a priority. */
export interface Recounted {
  value: number | null;
  n: number;
  /** Share of the cell's incidents that tell what the metric needs; null where it needs nothing. */
  coverage: number | null;
  /** Wilson 95 % interval; only shares of incidents have one. */
  low: number | null;
  high: number | null;
}

/**
 * What one incident (or event) brings to a cell; null where nobody could tell, 'silent' where somebody
 * was asked and said nothing.
 */
export type Told = number | boolean | Part | Observation | 'silent' | null;

/** So much of so much. */
export interface Part {
  part: number;
  whole: number;
}

/** How long an incident lasted; so far, where it isn't over. */
export interface Observation {
  hours: number;
  isOver: boolean;
}

/** Makes a cell's figure of what its incidents tell. */
export type Summary = (told: readonly Told[]) => Recounted;

/** Under half of the incidents a figure is not computable: METRICS.md, rule 6. */
const enoughCoverage = 0.5;
/** With fewer there is no percentage. */
const enoughForShare = 10;

/** How many there are. */
export const count: Summary = (told) => figureOf(told.length, told.length);

/** For how many it is true; n is all of them. */
export const countOfTrue: Summary = (told) =>
  figureOf(told.filter((each) => each === true).length, told.length);

/** Sum of the numbers, over as many events. */
export const balance: Summary = (told) => figureOf(sum(told.map(Number)), told.length);

/** Share of those for which it is true; every incident tells. */
export const share: Summary = (told) => shareOf(told, null);

/** Share of those for which it is true, among those that tell. */
export const shareOfTold: Summary = (told) => shareOf(told, coverageOf(told));

export const mean: Summary = (told) => covered(told, (values) => sum(values) / values.length);

/** Mean of what every incident tells. */
export const plainMean: Summary = (told) => ({...mean(told), coverage: null});

export const median: Summary = (told) => covered(told, (values) => quantile(values, 0.5));

export const percentile90: Summary = (told) => covered(told, (values) => quantile(values, 0.9));

/** Sum of what is told. */
export const total: Summary = (told) => covered(told, sum);

/** Parts by wholes: a rate of a whole comes from its rows (METRICS.md, rule 8). */
export const ratio: Summary = (told) => {
  const known = told.filter((each) => each !== null) as Part[];
  const whole = sum(known.map((each) => each.whole));
  const part = sum(known.map((each) => each.part));
  const coverage = coverageOf(told);
  const isComputable = known.length >= enoughForShare && coverage >= enoughCoverage && whole > 0;
  return {...figureOf(isComputable ? part / whole : null, known.length), coverage};
};

/** Kaplan–Meier median of what is told. */
export const survivalMedian: Summary = (told) => {
  const known = told.filter((each) => each !== null) as Observation[];
  const coverage = coverageOf(told);
  const isComputable = coverage >= enoughCoverage;
  return {...figureOf(isComputable ? medianSurvival(known) : null, known.length), coverage};
};

/** A figure of those who were asked, as far as anybody was: nobody else could have answered. */
export function ofThoseAsked(summary: Summary): Summary {
  return (told) => {
    const asked = told.filter((each) => each !== null);
    return summary(asked.length > 0 ? asked : told);
  };
}

/** Value at a share of the way through the sorted values, between two neighbours by proportion. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return below + (above - below) * (place - Math.floor(place));
}

function covered(told: readonly Told[], of: (values: number[]) => number): Recounted {
  const values = told.filter((each) => each !== null && each !== 'silent').map(Number);
  const coverage = coverageOf(told);
  const isComputable = values.length > 0 && coverage >= enoughCoverage;
  return {...figureOf(isComputable ? of(values) : null, values.length), coverage};
}

function shareOf(told: readonly Told[], coverage: number | null): Recounted {
  const known = told.filter((each) => each !== null);
  const n = known.length;
  const hits = known.filter((each) => each === true).length;
  const isComputable = n >= enoughForShare && (coverage ?? 1) >= enoughCoverage;
  return {value: isComputable ? hits / n : null, n, coverage, ...wilson(hits, n)};
}

function coverageOf(told: readonly Told[]): number {
  return told.filter((each) => each !== null).length / told.length;
}

/** Wilson's score interval at 95 % (1927). */
function wilson(hits: number, n: number): {low: number | null; high: number | null} {
  if (n === 0) return {low: null, high: null};
  const z = 1.959963984540054;
  const p = hits / n;
  const centre = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  return {low: centre - half, high: centre + half};
}

function figureOf(value: number | null, n: number): Recounted {
  return {value, n, coverage: null, low: null, high: null};
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
