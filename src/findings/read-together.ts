import {formatInterval, formatNumber, formatValue} from '../charts/format.ts';
import {
  behaviourChart,
  behaviourOptionsFor,
  type BehaviourChart,
} from '../metrics/behaviour-chart.ts';
import type {Figure, Metric} from '../metrics/metric.ts';
import {targetFor, type MetricTarget} from '../metrics/targets.ts';
import {addDays} from '../time/period.ts';
import type {Detect, FindingContext} from './finding-context.ts';
import {linked, listText, plain} from './finding-words.ts';
import type {FoundFact, Piece} from './finding.ts';
import {factKey} from './part-fact.ts';
import {t} from '../wording/t.ts';

/** Figures that say the opposite of each other when they are read together: METRICS.md, section 4. */
export const detectReadTogether: Detect = async (context) => {
  const facts = await Promise.all([quickButBack(context), greenOutside(context)]);
  return facts.filter((fact) => fact !== null);
};

/** A figure of the period beside its own history and its target. */
interface Reading {
  metric: Metric;
  figure: Figure;
  chart: BehaviourChart;
  target: MetricTarget | null;
}

/** Quick to resolve, and yet it comes back more than usual: closed too early. */
async function quickButBack(context: FindingContext): Promise<FoundFact | null> {
  const [quick, ...backs] = await Promise.all(
    ['ttr_median', 'reopen_rate', 'recurrence_rate', 'premature_closure_rate'].map((id) =>
      readingOf(context, id),
    ),
  );
  if (!quick || !isFine(quick)) return null;
  const bad = backs.filter((each) => each !== null).filter(isWorse);
  const [worst] = bad;
  if (!worst) return null;
  return factOf(context, worst, {
    title: t`Quick, but it does not hold: ${told(worst)}, while the median time to resolve is ${formatValue(quick.figure.value, quick.metric.unit)}`,
    text: [
      plain(t`Time to resolve is as usual or better; `),
      ...bad.flatMap((each, index) => [
        ...(index > 0 ? [plain(', ')] : []),
        ...pieces(context, each),
      ]),
      plain(t`. Closed is not solved.`),
    ],
    suggestion: t`Look at ten that came back, and agree when an incident may be closed.`,
  });
}

/** The promise is kept, and inside something goes wrong. */
async function greenOutside(context: FindingContext): Promise<FoundFact | null> {
  const [sla, ...inside] = await Promise.all(
    ['sla_resolution', 'backlog_aged', 'recurrence_rate', 'csat'].map((id) =>
      readingOf(context, id),
    ),
  );
  if (!sla?.target || !meets(sla) || isWorse(sla)) return null;
  const red = inside
    .filter((each) => each !== null)
    .filter((each) => isWorse(each) || misses(each));
  const [worst] = red;
  if (!worst) return null;
  return factOf(context, worst, {
    title: t`Green outside, red inside: ${formatValue(sla.figure.value, 'share')} of targets are met, yet ${listText(red.map(told))}`,
    text: [
      linked(t`${formatNumber(sla.figure.n)} resolved`, rowsOf(context, sla)),
      plain(t` with a goal of ${formatValue(sla.target.goal, 'share')}. Beside it: `),
      ...red.flatMap((each, index) => [
        ...(index > 0 ? [plain(t`; `)] : []),
        ...pieces(context, each),
      ]),
      plain('.'),
    ],
    suggestion: t`Report ${listText(red.map(({metric}) => metric.label.toLowerCase()))} beside the SLA, and decide about it.`,
  });
}

function factOf(
  {period, where}: FindingContext,
  {metric, figure, chart}: Reading,
  words: Pick<FoundFact, 'title' | 'text' | 'suggestion'>,
): FoundFact {
  const value = figure.value ?? 0;
  const more = metric.unit === 'share' ? Math.abs(value - chart.centre) * figure.n : null;
  return {
    key: factKey('read together', metric.id, where),
    ...{detector: 'read together', period: period.id, metric: metric.id, where},
    ...words,
    since: period.from,
    ...{n: figure.n, value, reference: chart.centre},
    consequence: {hours: null, breaches: null, users: more},
    proposal: {
      title: t`${metric.label} back to what it was`,
      ...{metric: metric.id, where},
      baseline: {from: period.from, to: period.to, value},
      target: Number(chart.centre.toPrecision(2)),
    },
  };
}

async function readingOf(context: FindingContext, id: string): Promise<Reading | null> {
  const {period, historyFrom, targets, catalogue} = context;
  // A build may lack what a metric needs.
  const metric = catalogue.metrics.find((each) => each.id === id);
  if (!metric) return null;
  const range = {grain: period.grain, from: historyFrom, to: period.to};
  const figures = await context.measure(id, range);
  const figure = figures?.at(-1);
  if (!figures || !figure || figure.value === null) return null;
  const target = targetFor(targets, id, {...only(context), on: addDays(period.to, -1)});
  const chart = behaviourChart(figures, behaviourOptionsFor(metric, target));
  return {metric, figure, chart, target};
}

function only({where}: FindingContext): {priority: string | null; service: string | null} {
  const one = (id: string) => {
    const values = where.find(({dimension}) => dimension === id)?.values ?? [];
    return values.length === 1 ? (values[0] ?? null) : null;
  };
  return {priority: one('priority'), service: one('service')};
}

/** Judged on enough points, and worse than usual. */
function isWorse({chart}: Reading): boolean {
  return chart.points.at(-1)?.signal === 'worse';
}

function isFine({chart}: Reading): boolean {
  const signal = chart.points.at(-1)?.signal;
  return signal === 'better' || signal === 'common';
}

function meets({figure, target}: Reading): boolean {
  if (!target || figure.value === null) return false;
  return target.direction === 'at least'
    ? figure.value >= target.goal
    : figure.value <= target.goal;
}

/** Beyond its target, and not by chance: the whole interval is. */
function misses({figure, target}: Reading): boolean {
  if (!target || figure.value === null || figure.n < 30) return false;
  const [low, high] = [figure.low ?? figure.value, figure.high ?? figure.value];
  return target.direction === 'at least' ? high < target.goal : low > target.goal;
}

/** `reopened is 6.2 %, usually 2.1 – 4.8`. */
function told({metric, figure, chart}: Reading): string {
  const {range} = chart;
  const usual = range
    ? t`, usually ${formatInterval(range.lower, range.upper, metric.unit, figure.value)}`
    : '';
  return t`“${metric.label}” stands at ${formatValue(figure.value, metric.unit)}${usual}`;
}

function pieces(context: FindingContext, reading: Reading): Piece[] {
  const {metric, figure, target} = reading;
  const goal = target ? goalText(target, metric.unit) : '';
  return [
    plain(`${metric.label} `),
    linked(
      t`${formatValue(figure.value, metric.unit)} of ${formatNumber(figure.n)}`,
      rowsOf(context, reading),
    ),
    plain(goal),
  ];
}

function rowsOf({period, where}: FindingContext, {metric}: Reading) {
  return {metric: metric.id, period: period.id, where};
}

function goalText({direction, goal}: MetricTarget, unit: Metric['unit']): string {
  const value = formatValue(goal, unit);
  return direction === 'at least' ? t`, goal at least ${value}` : t`, goal at most ${value}`;
}
