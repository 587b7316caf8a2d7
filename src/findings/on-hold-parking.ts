import {formatNumber, formatValue} from '../charts/format.ts';
import {compareParts, type ComparedPart} from './compare-parts.ts';
import {countParts} from './count-parts.ts';
import type {Detect, FindingContext} from './finding-context.ts';
import {findingWindow, type FindingWindow} from './finding-window.ts';
import {linked, partName, plain, shareText, timesText} from './finding-words.ts';
import type {FoundFact, Piece} from './finding.ts';
import {narrowed} from './narrowed.ts';
import {besideOthers, partFact} from './part-fact.ts';
import {readHoldSums, type HoldSum} from './read-hold-sums.ts';
import {excessOf, standingParts} from './standing-parts.ts';
import {t} from '../wording/t.ts';

const metric = 'on_hold_share';
const dimensions = ['service', 'assignment_group'] as const;
type By = (typeof dimensions)[number];

/** Parked: the clock stood still for more than a day, and for most of the time. */
const parked = 'i.hold_hours > 24 and i.hold_hours > 0.5 * i.resolve_hours';

/** Services and groups that park incidents: on hold for most of their time far more often than the others. */
export const detectOnHoldParking: Detect = async (context) => {
  const window = findingWindow(context);
  const facts = await Promise.all(dimensions.map((by) => factsBy(context, window, by)));
  return facts.flat();
};

async function factsBy(
  context: FindingContext,
  window: FindingWindow,
  by: By,
): Promise<FoundFact[]> {
  const counts = await countParts(context, window, {
    part: `i.${by}`,
    hit: parked,
    day: 'resolved_on',
    among: 'i.is_resolved and i.hold_hours is not null',
  });
  const standing = standingParts(compareParts(counts, window.weekCount));
  const sums = standing.length > 0 ? await readHoldSums(context, window, by) : [];
  return standing
    .filter(({part}) => part !== null)
    .map((part) => factOf(context, {window, part, by, sums}))
    .filter((fact) => fact !== null);
}

interface Told {
  window: FindingWindow;
  part: ComparedPart;
  by: By;
  sums: readonly HoldSum[];
}

function factOf(context: FindingContext, {window, part, by, sums}: Told): FoundFact | null {
  const name = partName(part.part, '');
  const where = narrowed(context.where, by, name);
  const held = heldBeside(sums, part.part);
  // Many short ones that wait hide nothing: hours have to be parked too.
  if (held === null || held.own_share < 1.5 * held.other_share) return null;
  const fact = partFact(context, window, part, {
    ...{detector: 'on-hold parking', metric, where},
    title: t`${name} parks its work on hold: ${shareText(held.own_share)} of its hours, against ${shareText(held.other_share)} elsewhere`,
    text: [
      plain(t`${formatNumber(part.hits)} of `),
      linked(t`${formatNumber(part.n)} resolved`, {metric, period: window.id, where}),
      plain(
        t` in ${window.words} were on hold for more than a day and most of their time; ${besideOthers(part)}. In all ${formatValue(held.hold_hours, 'total hours')} stood still.`,
      ),
      ...lateWords(held),
    ],
    suggestion: t`Let every hold of ${name} name what it waits for and until when; look at the longest first.`,
    action: t`${name}: every hold names what it waits for and until when`,
    consequence: {
      hours: held.more_hours / window.periodCount,
      breaches: Math.max(0, held.saved - held.clocks * held.other_saved_share) / window.periodCount,
      users: excessOf(part) / window.periodCount,
    },
  });
  return {
    ...fact,
    ...{value: held.own_share, reference: held.other_share},
    proposal: fact.proposal && {
      ...fact.proposal,
      baseline: {...fact.proposal.baseline, value: held.own_share},
      target: Number(held.other_share.toPrecision(2)),
    },
  };
}

/** What a part held, beside all others. */
interface Held {
  hold_hours: number;
  /** Working hours that stood still beyond those of as many incidents elsewhere. */
  more_hours: number;
  own_share: number;
  other_share: number;
  /** Clocks, and those that met their target only because a hold begun in its last fifth stopped them. */
  clocks: number;
  saved: number;
  other_saved_share: number;
}

function heldBeside(sums: readonly HoldSum[], part: string | null): Held | null {
  const own = totalOf(sums.filter((sum) => sum.part === part));
  const other = totalOf(sums.filter((sum) => sum.part !== part));
  if (own.hours <= 0 || other.hours <= 0 || other.clocks === 0) return null;
  return {
    hold_hours: own.hold_hours,
    more_hours: Math.max(0, own.parked_hours - (own.clocks * other.parked_hours) / other.clocks),
    own_share: own.hold_hours / own.hours,
    other_share: other.hold_hours / other.hours,
    clocks: own.clocks,
    saved: own.saved,
    other_saved_share: other.saved / other.clocks,
  };
}

function totalOf(sums: readonly HoldSum[]): Omit<HoldSum, 'part'> {
  const total = {clocks: 0, hold_hours: 0, hours: 0, parked_hours: 0, saved: 0};
  for (const sum of sums)
    for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += sum[name];
  return total;
}

/** Holds that begin just before the target is used up stop the clock rather than the work. */
function lateWords({saved, clocks, other_saved_share}: Held): Piece[] {
  if (saved < 5 || saved / clocks < 2 * other_saved_share) return [];
  return [
    plain(
      t` ${formatNumber(saved)} met their target only because a hold began in its last fifth: ${timesText(saved / clocks / Math.max(other_saved_share, 0.001))} as often as elsewhere.`,
    ),
  ];
}
