import {formatNumber, thinSpace} from '../charts/format.ts';
import {adjustedProbabilities} from './false-discovery.ts';
import type {Detect, FindingContext} from './finding-context.ts';
import {findingWindow, type FindingWindow} from './finding-window.ts';
import {linked, listText, plain, shareText, timesText} from './finding-words.ts';
import type {FoundFact} from './finding.ts';
import {drawTest} from './hypergeometric.ts';
import {narrowed} from './narrowed.ts';
import {factKey, proposalOf} from './part-fact.ts';
import {
  readBoundaries,
  readBreachHours,
  readHandover,
  type HandoverCount,
  type HandoverHour,
} from './read-handover.ts';
import {t} from '../wording/t.ts';

/** Fewer breaches tell nothing: METRICS.md, section 4. */
const fewestBreaches = 30;
const worthTelling = {probability: 0.01, ratio: 1.5} as const;
const metric = 'sla_resolution';

/** Targets that are missed near the change of shifts more often than the time on the clock there explains. */
export const detectHandover: Detect = async (context) => {
  const window = findingWindow(context);
  const all = await readHandover(context, window);
  const gathered = gatheredAtHandover(all);
  const isOneSource = new Set(all.map(({source}) => source)).size === 1;
  const [hours, boundaries] = await Promise.all([
    gathered.length > 0 ? readBreachHours(context, window) : [],
    readBoundaries(context),
  ]);
  return gathered.map((each) => factOf(context, {...each, window, isOneSource, hours, boundaries}));
};

interface Gathered {
  count: HandoverCount;
  test: Test;
}

/** Of sources and priorities looked at together those whose breaches gather at the change of shifts, beyond chance. */
export function gatheredAtHandover(counts: readonly HandoverCount[]): Gathered[] {
  const tested = counts
    .filter(({breaches}) => breaches >= fewestBreaches)
    .map((count) => ({count, test: testOf(count)}));
  const adjusted = adjustedProbabilities(tested.map(({test}) => test.probability));
  return tested.filter(
    ({test}, index) =>
      (adjusted[index] ?? 1) <= worthTelling.probability && test.ratio >= worthTelling.ratio,
  );
}

interface Test {
  /** Breaches an hour of running clock near a change of shifts over those elsewhere. */
  ratio: number;
  /** Between which ratios 95 % lie when it is drawn by chance which of the clocks missed their target. */
  low: number;
  high: number;
  probability: number;
}

/**
 * The ratio against chance. Which clocks miss their target is shuffled among those of a source and
 * priority, each staying where it fell due: so that many fall due there explains nothing.
 */
function testOf({clocks, nearClocks, breaches, nearBreaches, exposure}: HandoverCount): Test {
  const draw = {all: clocks, marked: nearClocks, drawn: breaches};
  const {probability, low, high} = drawTest(draw, nearBreaches);
  const ratioOf = (near: number) =>
    near / Math.max(0.5, breaches - near) / (exposure / (1 - exposure));
  return {ratio: ratioOf(nearBreaches), low: ratioOf(low), high: ratioOf(high), probability};
}

interface Told extends Gathered {
  window: FindingWindow;
  isOneSource: boolean;
  hours: readonly HandoverHour[];
  /** Minutes of the local day. */
  boundaries: readonly number[];
}

function factOf(
  context: FindingContext,
  {count, test, window, isOneSource, hours, boundaries}: Told,
): FoundFact {
  const {source, priority, breaches, nearBreaches, exposure, clocks, nearClocks} = count;
  const ofPriority = narrowed(context.where, 'priority', priority);
  const where = isOneSource ? ofPriority : narrowed(ofPriority, 'source', source);
  const busy = busyBoundaries(count, {hours, boundaries});
  const times = eitherText(busy);
  const [value, reference] = [nearBreaches / breaches, exposure];
  const excess = (nearBreaches - (breaches * nearClocks) / clocks) / window.periodCount;
  const of = isOneSource ? priority : t`${priority} in ${source}`;
  const hourly = t`${timesText(test.ratio)} as many an hour on the clock as elsewhere`;
  const shuffled = `${formatNumber(test.low, 1)}${thinSpace}–${thinSpace}${formatNumber(test.high, 1)}`;
  return {
    key: factKey('handover', metric, where),
    ...{detector: 'handover', period: context.period.id, metric, where},
    title: t`Targets of ${of} are missed at the change of shifts: ${shareText(value)} within an hour of ${times}, where ${shareText(exposure)} of the time on the clock lies`,
    text: [
      plain(
        t`${formatNumber(nearBreaches)} of ${formatNumber(breaches)} missed targets in ${window.words}, of `,
      ),
      linked(t`${formatNumber(clocks)} that fell due`, {metric, period: window.id, where}),
      plain(
        t`: ${hourly}; if chance drew which are missed, 95${thinSpace}% of draws give ${shuffled}. `,
      ),
      ...handoffWords(count),
    ],
    since: window.from,
    ...{n: breaches, value, reference},
    consequence: {hours: null, breaches: excess, users: null},
    suggestion: t`Let the shifts overlap at ${listText(busy)}, and hand over running ${priority} by name.`,
    proposal: proposalOf(window, {
      title: t`Hand over running ${priority} by name at the change of shifts`,
      ...{metric, where},
      value: (clocks - breaches) / clocks,
      target: (clocks - breaches + (nearBreaches - breaches * exposure)) / clocks,
    }),
  };
}

/** `14:00 or 22:00`. */
function eitherText(times: readonly string[]): string {
  if (times.length < 2) return times.join('');
  return t`${times.slice(0, -1).join(', ')} or ${times.at(-1) ?? ''}`;
}

/** Whether the work changes hands there too. */
function handoffWords({handoffs, nearHandoffs, exposure}: HandoverCount): FoundFact['text'] {
  if (handoffs < fewestBreaches) return [];
  const share = nearHandoffs / handoffs;
  const changes = formatNumber(handoffs);
  const text =
    share > 1.5 * exposure
      ? t`Of ${changes} changes of group ${shareText(share)} lie there too.`
      : t`Of ${changes} changes of group only ${shareText(share)} do.`;
  return [plain(text)];
}

/** `14:00`, `22:00`: the changes of shifts that have more of the breaches than their part of the day. */
function busyBoundaries(
  {source, priority}: HandoverCount,
  {hours, boundaries}: Pick<Told, 'hours' | 'boundaries'>,
): string[] {
  const own = hours.filter((each) => each.source === source && each.priority === priority);
  const inHours = (first: number) =>
    own
      // The two clock hours around it.
      .filter(({hour}) => hour === first || hour === (first + 23) % 24)
      .reduce((sum, {breaches}) => sum + breaches, 0);
  const total = own.reduce((sum, {breaches}) => sum + breaches, 0);
  const busy = boundaries.filter((minute) => inHours(Math.floor(minute / 60)) > (total * 2) / 24);
  return (busy.length > 0 ? busy : boundaries).map(clockText);
}

/** `14:00`. */
export function clockText(minute: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}
