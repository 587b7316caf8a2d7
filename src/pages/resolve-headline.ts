import {formatInterval, formatNumber, formatValue} from '../charts/format.ts';
import type {Figure} from '../metrics/metric.ts';
import type {Finding} from '../findings/finding.ts';
import {findingsTold, isAbout, shortTitle} from './findings-told.ts';
import {outsideData} from './outside-data.ts';
import {
  capitalised,
  headlineSentence,
  phraseOf,
  standsOut,
  worseFirst,
} from './headline-sentence.ts';
import {subjectOf} from './subject.ts';
import type {Kpi} from './kpi.ts';
import {incidentsHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import type {Fact} from './fact.ts';
import type {HeadlineBlock} from './headline-block.ts';
import type {ResolvedPeriod} from './resolved-page.ts';
import {thisPeriod} from './grain-words.ts';
import {t} from '../wording/t.ts';

const mostSignals = 3;

/** The finding of the period, then what came in, what went out, and how far the findings go. */
export async function resolveHeadline(context: PageContext): Promise<HeadlineBlock | null> {
  const {period} = context;
  if (!period) return null;
  const {firstOn, frame, request} = context;
  const outside = outsideData(period, {firstOn, asOfOn: frame.asOfOn});
  if (outside !== null) return {kind: 'headline', text: outside, lede: []};
  const [kpis, findings, flow] = await Promise.all([
    context.kpis(),
    findingsTold(context),
    readFlow(context, period),
  ]);
  const fresh = findings.filter(({news}) => news !== 'known');
  // What a finding tells in full is not told here as well.
  const untold = kpis.filter((kpi) => !fresh.some(isAbout(kpi)));
  const isQuiet = period.isComplete && isNothing(flow);
  const said = isQuiet
    ? t`No incident was opened, resolved or reopened ${thisPeriod(period.grain)}.`
    : headlineSentence(kpis, period.grain);
  return {
    kind: 'headline',
    text: `${said}${foundText(fresh)}`,
    lede: isQuiet
      ? backlogOnly(flow, request.where)
      : [...flowFacts(flow, request.where), ...signalFacts(untold, period)],
  };
}

/** The weightiest of what is new beside the key figures: ` New: File Shares parks its work on hold.` */
function foundText(fresh: readonly Finding[]): string {
  // A key figure that left its usual range is what the sentence before is about.
  const found = fresh.find(({detector}) => detector !== 'special cause');
  if (!found) return '';
  const told = shortTitle(found.title);
  return found.news === 'new' ? t` New: ${told}.` : t` Changed: ${told}.`;
}

const flowIds = ['opened', 'resolved', 'reopened', 'backlog', 'backlog_growth'] as const;
type Flow = Record<(typeof flowIds)[number], Figure | undefined>;

/** What came in, what went out and what stayed. */
async function readFlow(context: PageContext, period: ResolvedPeriod): Promise<Flow> {
  const part = {grain: period.grain, from: period.from, to: period.to};
  const figures = await Promise.all(
    flowIds.map(async (id) => [id, (await context.measure(id, part))?.[0]] as const),
  );
  return Object.fromEntries(figures) as Flow;
}

function isNothing({opened, resolved, reopened}: Flow): boolean {
  return [opened, resolved, reopened].every((figure) => figure?.value === 0);
}

/** `The backlog stayed at 0.` */
function backlogOnly({backlog, backlog_growth: growth}: Flow, where: Kpi['where']): Fact[] {
  const fact = backlogFact(backlog, growth, where);
  return fact ? [{...fact, text: capitalised(fact.text)}, {text: '. '}] : [];
}

/** `1,306 incidents opened, 1,284 resolved, 41 reopened: the backlog rose by 63 to 412.` */
function flowFacts(flow: Flow, where: Kpi['where']): Fact[] {
  const {opened, resolved, reopened, backlog, backlog_growth: growth} = flow;
  const counted = [
    countFact(
      opened,
      (count) => (count === '1' ? t`1 incident opened` : t`${count} incidents opened`),
      where,
    ),
    countFact(resolved, (count) => t`${count} resolved`, where),
    countFact(reopened, (count) => t`${count} reopened`, where),
  ].filter((fact) => fact !== null);
  const facts = counted.flatMap((fact, index) => (index > 0 ? [{text: ', '}, fact] : [fact]));
  const change = backlogFact(backlog, growth, where);
  if (facts.length === 0) return change ? [change, {text: '. '}] : [];
  return [...facts, ...(change ? [{text: t`: `}, change] : []), {text: '. '}];
}

function countFact(
  figure: Figure | undefined,
  words: (count: string) => string,
  where: Kpi['where'],
): Fact | null {
  if (figure?.value == null) return null;
  const href = incidentsHref(figure.metric, {period: figure.period, where});
  return {text: words(formatNumber(figure.value)), href};
}

function backlogFact(
  backlog: Figure | undefined,
  growth: Figure | undefined,
  where: Kpi['where'],
): Fact | null {
  if (backlog?.value == null) return null;
  const change = growth?.value ?? null;
  const href = incidentsHref('backlog', {period: backlog.period, where});
  const now = formatNumber(backlog.value);
  if (change === null) return {text: t`the backlog stands at ${now}`, href};
  if (change === 0) return {text: t`the backlog stayed at ${now}`, href};
  const by = formatNumber(Math.abs(change));
  const text =
    change > 0 ? t`the backlog rose by ${by} to ${now}` : t`the backlog fell by ${by} to ${now}`;
  return {text, href};
}

/** What each finding amounts to: its value against what is usual, with the incidents behind it. */
function signalFacts(kpis: readonly Kpi[], period: ResolvedPeriod): Fact[] {
  const standing = kpis.filter(standsOut).sort(worseFirst).slice(0, mostSignals);
  return standing.flatMap((kpi) => [...signalFact(kpi, period), {text: '. '}]);
}

function signalFact(kpi: Kpi, period: ResolvedPeriod): Fact[] {
  const {metric, current, chart, point, where} = kpi;
  const {range} = chart;
  const value = formatValue(current.value, metric.unit);
  const usual = range ? t`, usually ${formatInterval(range.lower, range.upper, metric.unit)}` : '';
  const href = incidentsHref(metric.id, {period: period.id, where});
  return [
    {text: t`${capitalised(subjectOf(kpi))} is `},
    {text: value, href, signal: point?.signal},
    {text: `${usual}${insideText(kpi, period)}${missText(kpi)}`},
  ];
}

/** Why a value stands out that its usual range holds: `, and has stayed above its average for seven weeks or more`. */
function insideText(kpi: Kpi, {grain}: ResolvedPeriod): string {
  if (!kpi.chart.range || kpi.point?.rules.includes('outside')) return '';
  return t`, and ${phraseOf(kpi, grain)}`;
}

/** A share told as incidents: `, 41 of 218 missed it`. Only where a target makes it a promise. */
function missText({metric, current, target}: Kpi): string {
  if (metric.unit !== 'share' || !target || current.value === null) return '';
  const hits = Math.round(current.value * current.n);
  const misses = target.direction === 'at least' ? current.n - hits : hits;
  if (misses === 0) return '';
  const [some, all] = [formatNumber(misses), formatNumber(current.n)];
  return target.direction === 'at least'
    ? t` (${some} of ${all} missed it)`
    : t` (${some} of ${all} did)`;
}
