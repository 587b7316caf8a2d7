import {formatNumber} from '../charts/format.ts';
import {compareRates} from '../improvement/rate-change.ts';
import {addDays} from '../time/period.ts';
import {compareParts, type ComparedPart} from './compare-parts.ts';
import type {Detect, FindingContext} from './finding-context.ts';
import {findingWindow} from './finding-window.ts';
import {countText, linked, listText, partName, plain, shareText} from './finding-words.ts';
import type {FoundFact} from './finding.ts';
import {narrowed} from './narrowed.ts';
import {factKey, proposalOf} from './part-fact.ts';
import {readOldest, readOpen, type OldestOpen, type OpenCount} from './read-open.ts';
import {excessOf, standingParts} from './standing-parts.ts';
import {t} from '../wording/t.ts';

const metric = 'backlog_aged';

/** Growth is told over four weeks or the month: a week is too short for what takes ten days to age. */
const growthDays = {week: 28, month: 30} as const;
const worthTelling = {probability: 0.01, growth: 1.25, more: 5} as const;

/** Working hours in a period that whoever waits for an aged incident waits. */
const waitingHours = {week: 40, month: 170} as const;

/** What is stuck: an aged backlog that grows, and groups that hold more of it than of the open work. */
export const detectAgeing: Detect = async (context) => {
  const {period} = context;
  const day = addDays(period.to, -1);
  const earlier = addDays(day, -growthDays[period.grain]);
  const counts = await readOpen(context, {day, earlier});
  // Before there was data nothing could be old.
  const isGrown = addDays(context.historyFrom, 28) <= earlier;
  const parts = counts.map((count) => ({...count, week: 0}));
  const standing = standingParts(compareParts(parts, 1, {fewest: 10})).filter(
    ({part}) => part !== null,
  );
  const hasGrown = isGrown && isGrowthTold(counts);
  if (!hasGrown && standing.length === 0) return [];
  const {all, byGroup} = await readOldest(context, day);
  const held = standing.map((part) =>
    heldBy(context, {day, counts, part, oldest: byGroup.get(part.part ?? '') ?? null}),
  );
  return hasGrown ? [grownFact(context, {earlier, counts, oldest: all}), ...held] : held;
};

interface Grown {
  earlier: string;
  counts: readonly OpenCount[];
  oldest: OldestOpen | null;
}

function isGrowthTold(counts: readonly OpenCount[]): boolean {
  const [is, was] = [sumOf(counts, 'hits'), sumOf(counts, 'before')];
  const {moreProbability} = compareRates({count: was, time: 1}, {count: is, time: 1});
  return (
    is - was >= worthTelling.more &&
    is >= worthTelling.growth * was &&
    (was === 0 || moreProbability <= worthTelling.probability)
  );
}

function grownFact(context: FindingContext, {earlier, counts, oldest}: Grown): FoundFact {
  const [is, was] = [sumOf(counts, 'hits'), sumOf(counts, 'before')];
  const {period, where} = context;
  const open = sumOf(counts, 'n');
  const weeks = Math.round(growthDays[period.grain] / 7);
  return {
    key: factKey('ageing', metric, where),
    ...{detector: 'ageing', period: period.id, metric, where},
    title: t`The aged backlog grows: ${formatNumber(is)} incidents, ${formatNumber(is - was)} more than ${weeks} weeks before`,
    text: [
      linked(t`${formatNumber(open)} were open`, {metric, period: period.id, where}),
      plain(
        t` at the end, ${shareText(is / Math.max(1, open))} of them aged; ${formatNumber(sumOf(counts, 'late'))} of these are past their target. ${ageText(oldest)}${holdersText(counts)}`,
      ),
    ],
    since: addDays(earlier, 1),
    ...{n: open, value: is / Math.max(1, open), reference: was / Math.max(1, open)},
    consequence: {hours: (is - was) * waitingHours[period.grain], breaches: null, users: is - was},
    suggestion: t`Go through the aged ones from the oldest: close, reassign or escalate each.`,
    proposal: proposalOf(findingWindow(context), {
      title: t`Work off the aged backlog`,
      ...{metric, where, value: is / Math.max(1, open), target: was / Math.max(1, open)},
    }),
  };
}

interface Held {
  day: string;
  counts: readonly OpenCount[];
  part: ComparedPart;
  oldest: OldestOpen | null;
}

function heldBy(context: FindingContext, {day, counts, part, oldest}: Held): FoundFact {
  const {period} = context;
  const name = part.part ?? '';
  const where = narrowed(context.where, 'assignment_group', name);
  const own = counts.filter((count) => count.part === part.part);
  const [value, reference] = [part.hits / part.n, part.expected / part.n];
  const late = sumOf(own, 'late');
  return {
    key: factKey('ageing', metric, where),
    ...{detector: 'ageing', period: period.id, metric, where},
    title: t`${name} sits on old work: ${formatNumber(part.hits)} of its ${formatNumber(part.n)} open incidents are aged, against ${shareText(reference)} elsewhere`,
    text: [
      plain(
        t`It holds ${shareText(part.hits / sumOf(counts, 'hits'))} of the aged backlog and ${shareText(part.n / sumOf(counts, 'n'))} of `,
      ),
      linked(t`the backlog`, {metric, period: period.id, where: context.where}),
      plain(
        late === 1
          ? t`; 1 aged one is past target. ${ageText(oldest)}`
          : t`; ${formatNumber(late)} aged ones are past target. ${ageText(oldest)}`,
      ),
      linked(t`Its ${formatNumber(part.n)} open`, {metric, period: period.id, where}),
      plain('.'),
    ],
    since: addDays(day, -Math.round(oldest?.oldest_days ?? 0)),
    ...{n: part.n, value, reference},
    consequence: {
      hours: excessOf(part) * waitingHours[period.grain],
      breaches: null,
      users: excessOf(part),
    },
    suggestion: t`Go through the aged ones of ${name} one by one: close, reassign or escalate.`,
    proposal: proposalOf(findingWindow(context), {
      title: t`${name}: work off the aged backlog`,
      ...{metric, where, value, target: reference},
    }),
  };
}

/** How old, and how long untouched where the source tells changes. */
function ageText(oldest: OldestOpen | null): string {
  if (!oldest) return '';
  const still =
    oldest.untouched_days !== null && oldest.untouched_days >= 3
      ? t` and has not been touched for ${countText(Math.round(oldest.untouched_days), 'day')}`
      : '';
  return t`The middle one of the aged has been open for ${countText(Math.round(oldest.median_days), 'day')}${still}, the oldest for ${formatNumber(oldest.oldest_days)}. `;
}

/** Who holds most of it: `Network (12) and nobody (7) hold half of them.` */
function holdersText(counts: readonly OpenCount[]): string {
  const groups = new Map<string, number>();
  for (const {part, hits} of counts)
    groups.set(partName(part, t`no group`), (groups.get(partName(part, t`no group`)) ?? 0) + hits);
  const most = [...groups].sort(([, a], [, b]) => b - a).slice(0, 3);
  return t`Most are with ${listText(most.map(([name, count]) => `${name} (${formatNumber(count)})`))}.`;
}

function sumOf(counts: readonly OpenCount[], name: 'n' | 'hits' | 'before' | 'late'): number {
  return counts.reduce((sum, count) => sum + count[name], 0);
}
