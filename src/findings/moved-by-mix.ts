import {formatSize} from '../charts/format.ts';
import {formatPeriod} from '../charts/format-period.ts';
import {parsePeriod, shiftPeriod} from '../time/period.ts';
import type {Detect, FindingContext} from './finding-context.ts';
import type {FoundFact, Piece} from './finding.ts';
import {metricSubject} from './metric-subject.ts';
import {mostExplaining, readWhyMoved, sureScore, type MovedBy} from './read-why-moved.ts';
import {moveTitle, nameOf, printedMove, shareWords} from './why-moved-words.ts';
import type {Metric} from '../metrics/metric.ts';
import {t} from '../wording/t.ts';

/** Headline figures whose total people read. */
const watched = ['mttr', 'sla_resolution', 'sla_response'] as const;

/**
 * Tells where a total says the opposite of its parts: the mix of incidents and what happened to each kind
 * of them pull in opposite directions, both by more than chance explains.
 */
export const detectMovedByMix: Detect = async (context) => {
  const {catalogue, period} = context;
  const known = watched.flatMap((id) => catalogue.metrics.find((metric) => metric.id === id) ?? []);
  const found = await Promise.all(known.map((metric) => detectFor(context, metric)));
  return found.filter((fact) => fact !== null).filter(({period: id}) => id === period.id);
};

async function detectFor(context: FindingContext, metric: Metric): Promise<FoundFact | null> {
  const {session, frame, period, where} = context;
  const after = parsePeriod(period.id);
  if (!after) return null;
  const before = shiftPeriod(after, period.grain, -1);
  if (before.from < context.historyFrom) return null;
  const request = {metric, before, after, grain: period.grain, where};
  const moved = await readWhyMoved(session, frame, request);
  const opposed = moved.filter((each) => isOpposed(each));
  const most = mostExplaining(opposed);
  return most ? factOf(context, metric, most, before) : null;
}

/** A mix of less than half of what it hides doesn't mislead. */
const leastPart = 0.5;

function isOpposed(moved: MovedBy): boolean {
  const {mix, rate, mixScore, rateScore} = moved;
  const isSure = Math.abs(mixScore) >= sureScore && Math.abs(rateScore) >= sureScore;
  const isOpposite = mix > 0 !== rate > 0 && Math.abs(mix) >= leastPart * Math.abs(rate);
  return isSure && isOpposite && sharedBy(moved) >= mostIncidents;
}

/** A rate that a few laggards of a dwindling segment make is a matter of that segment alone. */
const mostIncidents = 2 / 3;

/** The share of incidents whose segments went the way that the rate part says. */
function sharedBy({contributions, rate, before, after}: MovedBy): number {
  const going = contributions.filter((part) => part.rate * rate > 0);
  const shares = going.map((part) => (part.before.n / before.n + part.after.n / after.n) / 2);
  return shares.reduce((sum, share) => sum + share, 0);
}

function factOf(
  context: FindingContext,
  metric: Metric,
  moved: MovedBy,
  before: {id: string; from: string; to: string},
): FoundFact {
  const {period, where, catalogue} = context;
  const label = catalogue.dimension(moved.by)?.label ?? moved.by;
  const subject = metricSubject(metric);
  const worst = worstOf(moved, metric);
  const isWorse = moved.rate > 0 !== (metric.better === 'higher');
  const adverse = isWorse ? Math.abs(moved.rate) * moved.after.n : null;
  return {
    key: `why it moved|${metric.id}|${moved.by}`,
    detector: 'why it moved',
    period: period.id,
    metric: metric.id,
    where,
    title: moveTitle(moved, {subject, unit: metric.unit, label}),
    text: textOf(context, metric, moved, before),
    since: period.from,
    n: moved.after.n,
    value: moved.after.mean,
    reference: moved.before.mean,
    consequence: {
      hours: metric.unit === 'hours' ? adverse : null,
      breaches: metric.id.startsWith('sla_') && adverse !== null ? Math.round(adverse) : null,
      users: null,
    },
    suggestion: isWorse
      ? t`Judge each ${label} on its own, not the total: ask why ${nameOf(worst)} became worse.`
      : t`Judge each ${label} on its own: the total hides an improvement, since the mix changed.`,
    proposal: isWorse
      ? {
          title: t`Bring ${subject.toLowerCase()} of ${nameOf(worst)} back to where it was`,
          metric: metric.id,
          where: [...where, {dimension: moved.by, values: [worst.key]}],
          baseline: {from: before.from, to: before.to, value: worst.before.mean},
          target: worst.before.mean,
        }
      : null,
  };
}

function worstOf({contributions}: MovedBy, {better}: Metric): MovedBy['contributions'][number] {
  const sign = better === 'higher' ? -1 : 1;
  return [...contributions].sort((a, b) => (b.rate - a.rate) * sign)[0]!;
}

function textOf(
  {period, where}: FindingContext,
  metric: Metric,
  moved: MovedBy,
  before: {id: string},
): Piece[] {
  const printed = printedMove(moved, metric.unit);
  const rows = (id: string, key?: string) => ({
    metric: metric.id,
    period: id,
    where: key === undefined ? where : [...where, {dimension: moved.by, values: [key]}],
  });
  const byMix = [...moved.contributions].sort((a, b) => Math.abs(b.mix) - Math.abs(a.mix))[0]!;
  const changed = moved.contributions
    .map((part, index) => ({part, print: printed.rows[index]!}))
    .filter(({part}) => part.before.n > 0 && part.after.n > 0)
    .sort((a, b) => Math.abs(b.part.rate) - Math.abs(a.part.rate))
    .slice(0, 3);
  return [
    {text: t`In all `},
    {text: `${printed.after} ${t`in ${formatPeriod(period.id)}`}`, rows: rows(period.id)},
    {text: t` (${formatSize(moved.after.n)}) against `},
    {text: `${printed.before} ${t`in ${formatPeriod(before.id)}`}`, rows: rows(before.id)},
    {text: ` (${formatSize(moved.before.n)}). `},
    {text: nameOf(byMix), rows: rows(period.id, byMix.key)},
    {
      text: t` made up ${shareWords(byMix.after.n / moved.after.n)} instead of ${shareWords(byMix.before.n / moved.before.n)}; other proportions alone make ${printed.mix}. What each did itself makes ${printed.rate}: `,
    },
    ...changed.flatMap(({part, print}, index): Piece[] => [
      {text: index > 0 ? ', ' : ''},
      {text: `${nameOf(part)} ${print.after}`, rows: rows(period.id, part.key)},
      {text: t` instead of ${print.before}`},
    ]),
    {text: '.'},
  ];
}
