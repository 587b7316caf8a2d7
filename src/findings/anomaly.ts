import {formatNumber} from '../charts/format.ts';
import {formatDay, dayToDate} from '../charts/format-period.ts';
import type {Filter} from '../metrics/metric.ts';
import {addDays} from '../time/period.ts';
import {dailyAnomalies, type DailyAnomaly, type DailySeries} from './daily-anomalies.ts';
import type {Detect, FindingContext} from './finding-context.ts';
import type {FoundFact, Piece} from './finding.ts';
import {usualWeeks} from './usual-day.ts';
import {phrase, t, translated} from '../wording/t.ts';

/** What incidents surge in. */
const anomalyDimensions = ['service', 'category'] as const;

/** An anomaly of one value of a dimension. */
export interface SegmentAnomaly extends DailyAnomaly {
  dimension: string;
}

/** Tells days of the period on which a service or a category had far more incidents than usual, or far fewer. */
export const detectAnomalies: Detect = async (context) => {
  const {period, frame} = context;
  // The day of the data's clock lasts still.
  const to = period.to < frame.asOfOn ? period.to : frame.asOfOn;
  const found = await readAnomalies(context, {from: period.from, to});
  const runs = runsOf(found);
  const told = await withoutEchoes(context, runs);
  return told.map((run) => factOf(context, run));
};

/**
 * Anomalies of `[from, to)` per service and category; what happened after is not looked at.
 * @param from first day judged; the twelve weeks before tell what is usual
 */
export async function readAnomalies(
  context: Pick<FindingContext, 'measure'>,
  {from, to}: {from: string; to: string},
): Promise<SegmentAnomaly[]> {
  const start = addDays(from, -usualWeeks * 7);
  const found = await Promise.all(
    anomalyDimensions.map(async (dimension) => {
      const {series, firstDay} = await readDays(context, {dimension, from: start, to});
      const anomalies = dailyAnomalies(series, {firstDay, from, to});
      return anomalies.map((anomaly): SegmentAnomaly => ({...anomaly, dimension}));
    }),
  );
  return found.flat();
}

/** Daily counts of each value; a day without incidents counts 0, but not before there was data. */
async function readDays(
  {measure}: Pick<FindingContext, 'measure'>,
  {dimension, from, to}: {dimension: string; from: string; to: string},
): Promise<{series: DailySeries[]; firstDay: string}> {
  const figures = await measure('opened', {grain: 'day', from, to, by: [dimension]});
  const firstDay = figures?.[0]?.from ?? from;
  const length = daysFrom(firstDay, to);
  const byKey = new Map<string, number[]>();
  for (const figure of figures ?? []) {
    const key = figure.dimensions[dimension];
    if (key == null) continue;
    const counts = byKey.get(key) ?? new Array<number>(length).fill(0);
    counts[daysFrom(firstDay, figure.from)] = figure.n;
    byKey.set(key, counts);
  }
  return {series: [...byKey].map(([key, counts]) => ({key, counts})), firstDay};
}

function daysFrom(a: string, b: string): number {
  return Math.round((dayToDate(b).getTime() - dayToDate(a).getTime()) / 86_400_000);
}

/** Days in a row of one segment. */
type Run = [SegmentAnomaly, ...SegmentAnomaly[]];

function runsOf(anomalies: readonly SegmentAnomaly[]): Run[] {
  const runs: Run[] = [];
  const sorted = [...anomalies].sort((a, b) => (a.day < b.day ? -1 : 1));
  for (const anomaly of sorted) {
    const run = runs.find(
      (known) =>
        known[0].dimension === anomaly.dimension &&
        known[0].key === anomaly.key &&
        known[0].kind === anomaly.kind &&
        known.at(-1)?.day === addDays(anomaly.day, -1),
    );
    if (run) run.push(anomaly);
    else runs.push([anomaly]);
  }
  return runs;
}

/** A service's surge shows in its category too: what shares most of its incidents is told once. */
async function withoutEchoes(context: FindingContext, runs: readonly Run[]): Promise<Run[]> {
  const services = runs.filter(([{dimension}]) => dimension === 'service');
  const others = runs.filter(([{dimension}]) => dimension !== 'service');
  const own = await Promise.all(
    others.map(async (run) => {
      const [{day, key, dimension, kind}] = run;
      const near = services.filter((each) =>
        each.some((other) => other.day === day && other.kind === kind),
      );
      for (const [{key: service}] of near) {
        const where: Filter[] = [
          {dimension, values: [key]},
          {dimension: 'service', values: [service]},
        ];
        const shared = await context.measure('opened', {
          grain: 'total',
          from: day,
          to: addDays(day, 1),
          where,
        });
        if ((shared?.[0]?.n ?? 0) >= run[0].count / 2 || kind === 'silence') return null;
      }
      return run;
    }),
  );
  return [...services, ...own.filter((run) => run !== null)];
}

const weekdays = [
  ...[phrase`Sunday`, phrase`Monday`, phrase`Tuesday`, phrase`Wednesday`, phrase`Thursday`],
  ...[phrase`Friday`, phrase`Saturday`],
];

function dayWords(day: string): string {
  return t`${translated(weekdays[dayToDate(day).getUTCDay()] ?? '')}, ${formatDay(day)}`;
}

function factOf({period, where}: FindingContext, run: Run): FoundFact {
  const most = [...run].sort((a, b) => a.probability - b.probability)[0] ?? run[0];
  const {key, dimension, day, kind, count, mean, low, high} = most;
  const segment = [...where, {dimension, values: [key]}];
  const total = run.reduce((sum, each) => sum + each.count, 0);
  const isSurge = kind === 'surge';
  const usual = low === high ? String(low) : t`${low} to ${high}`;
  const more = run.length - 1;
  const days =
    more === 0
      ? ''
      : more === 1
        ? t`, with 1 more such day beside it,`
        : t`, with ${more} more such days beside it,`;
  const text: Piece[] = [
    {text: t`On ${dayWords(day)}${days} `},
    {
      text: t`${formatNumber(count)} incidents`,
      rows: {metric: 'opened', period: day, where: segment},
    },
    {
      text: t` of ${key} were opened. On the same weekday before it was ${usual}, ${formatNumber(mean, 1)} on average. ${oddsWords(most.probability)}`,
    },
  ];
  return {
    key: `anomaly|${dimension}=${key}|${run[0].day}`,
    detector: 'anomaly',
    period: period.id,
    metric: 'opened',
    where: segment,
    title: isSurge
      ? t`${key} had ${formatNumber(count)} incidents on ${dayWords(day)}, usually ${usual}`
      : t`${key} fell almost silent on ${dayWords(day)}: ${formatNumber(count)} incidents, usually ${usual}`,
    text,
    since: run[0].day,
    n: total,
    value: count,
    reference: mean,
    consequence: {hours: null, breaches: null, users: null},
    suggestion: isSurge
      ? t`Find what happened to ${key} that day, and whether it should have been declared a major incident.`
      : t`Find out whether ${key} really had no incidents, or whether they were not recorded.`,
    proposal: null,
  };
}

function oddsWords(probability: number): string {
  const times = Math.floor(Math.log10(1 / Math.max(probability, 1e-12)));
  return times >= 9
    ? t`A usual day counts practically never that.`
    : t`A usual day counts that less than once in ${formatNumber(10 ** times)} times.`;
}
