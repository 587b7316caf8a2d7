import {formatNumber, formatValue} from '../charts/format.ts';
import {dateLiteral} from '../metrics/slice.ts';
import {compareParts, type ComparedPart} from './compare-parts.ts';
import {countParts} from './count-parts.ts';
import type {Detect, FindingContext} from './finding-context.ts';
import {findingWindow, type FindingWindow} from './finding-window.ts';
import {linked, partName, plain, shareText, timesText} from './finding-words.ts';
import type {FoundFact, Piece} from './finding.ts';
import {incidentsIn} from './incidents-in.ts';
import {besideOthers, partFact} from './part-fact.ts';
import {excessOf, standingParts} from './standing-parts.ts';

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
  const facts = standing
    .filter(({part}) => part !== null)
    .map((part) => factOf(context, {window, part, by}));
  return (await Promise.all(facts)).filter((fact) => fact !== null);
}

interface Told {
  window: FindingWindow;
  part: ComparedPart;
  by: By;
}

async function factOf(
  context: FindingContext,
  {window, part, by}: Told,
): Promise<FoundFact | null> {
  const name = partName(part.part, '');
  const where = [...context.where, {dimension: by, values: [name]}];
  const held = await readHeld(context, window, {by, name});
  // Many short ones that wait hide nothing: hours have to be parked too.
  if (held === null || held.own_share < 1.5 * held.other_share) return null;
  const hours = (held.parked_hours - held.clocks * held.other_parked_hours) / window.periodCount;
  const fact = partFact(context, window, part, {
    ...{detector: 'on-hold parking', metric, where},
    title: `${name} parks its work on hold: ${shareText(held.own_share)} of its hours, against ${shareText(held.other_share)} elsewhere`,
    text: [
      plain(`${formatNumber(part.hits)} of `),
      linked(`${formatNumber(part.n)} resolved`, {metric, period: window.id, where}),
      plain(
        ` in ${window.words} were on hold for more than a day and most of their time; ${besideOthers(part)}. In all ${formatValue(held.hold_hours, 'total hours')} stood still. `,
      ),
      ...lateWords(held),
    ],
    suggestion: `Let every hold of ${name} name what it waits for and until when; look at the longest first.`,
    action: `${name}: every hold names what it waits for and until when`,
    consequence: {
      hours: Math.max(0, hours),
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

interface Held {
  hold_hours: number;
  /** Working hours that stood still: in all, and of an incident elsewhere. */
  parked_hours: number;
  other_parked_hours: number;
  own_share: number;
  other_share: number;
  /** Clocks, and those that met their target only because a hold begun in its last fifth stopped them. */
  clocks: number;
  saved: number;
  other_saved_share: number;
}

async function readHeld(
  context: FindingContext,
  {from, to}: FindingWindow,
  {by, name}: {by: By; name: string},
): Promise<Held | null> {
  const {sql, params} = incidentsIn(context);
  const [row] = await context.session.query<Held>(
    `with resolved as (
       select i.record_no, i.${by} is not distinct from $name as is_own, i.hold_hours, i.resolve_hours,
         coalesce(c.paused_seconds / 3600, i.hold_hours) as parked_hours
       from ${sql} as i
       left join marts.fct_clock as c on c.record_no = i.record_no and c.kind = 'resolution'
       where i.is_resolved and i.hold_hours is not null
         and i.resolved_on >= ${dateLiteral(from)} and i.resolved_on < ${dateLiteral(to)}
     ),
     holds as (
       select s.record_no, s.state = 'paused' as is_paused, s.working_seconds,
         sum(s.counted_seconds) over (partition by s.record_no order by s.started_at) as used_seconds
       from marts.fct_clock_span as s
       join resolved as r on r.record_no = s.record_no and r.hold_hours > 0
       where s.kind = 'resolution'
     ),
     saved as (
       select c.record_no
       from marts.fct_clock as c
       join holds as h on h.record_no = c.record_no
       where c.kind = 'resolution' and c.verdict = 'met' and h.is_paused
         and c.used_seconds + c.paused_seconds > c.target_seconds
       group by c.record_no
       having bool_or(h.used_seconds >= 0.8 * c.target_seconds)
     )
     select
       sum(r.hold_hours) filter (where is_own) as hold_hours,
       sum(r.parked_hours) filter (where is_own) as parked_hours,
       sum(r.parked_hours) filter (where not is_own) / count(*) filter (where not is_own)
         as other_parked_hours,
       sum(r.hold_hours) filter (where is_own) / sum(r.resolve_hours) filter (where is_own) as own_share,
       sum(r.hold_hours) filter (where not is_own)
         / sum(r.resolve_hours) filter (where not is_own) as other_share,
       cast(count(*) filter (where is_own) as integer) as clocks,
       cast(count(s.record_no) filter (where is_own) as integer) as saved,
       count(s.record_no) filter (where not is_own) / count(*) filter (where not is_own)
         as other_saved_share
     from resolved as r
     left join saved as s on s.record_no = r.record_no`,
    {...params, name},
  );
  return row?.own_share == null || row.other_share == null ? null : row;
}

/** Holds that begin just before the target is used up stop the clock rather than the work. */
function lateWords({saved, clocks, other_saved_share}: Held): Piece[] {
  if (saved < 5 || saved / clocks < 2 * other_saved_share) return [];
  return [
    plain(
      `${formatNumber(saved)} met their target only because a hold began in its last fifth: ${timesText(saved / clocks / Math.max(other_saved_share, 0.001))} as often as elsewhere.`,
    ),
  ];
}
