import {formatNumber} from '../charts/format.ts';
import {dateLiteral} from '../metrics/slice.ts';
import {compareParts, type ComparedPart, type PartCount} from './compare-parts.ts';
import type {Detect, FindingContext} from './finding-context.ts';
import {findingWindow, type FindingWindow} from './finding-window.ts';
import {onlyLinked, plain, shareText} from './finding-words.ts';
import type {FoundFact} from './finding.ts';
import {incidentsIn} from './incidents-in.ts';
import {narrowed} from './narrowed.ts';
import {besideOthers, partFact} from './part-fact.ts';
import {excessOf, standingParts} from './standing-parts.ts';
import {t} from '../wording/t.ts';

const metric = 'sla_resolution';

/** Groups that use up targets: of the clocks they hold longest, far more are missed than of the others'. */
export const detectBreachHolder: Detect = async (context) => {
  const window = findingWindow(context);
  const rows = await readHolders(context, window);
  const counts = rows.map(({assignment_group: part, kind, week, hits, n}): PartCount => ({
    ...{part, kind, week, hits, n},
  }));
  const standing = standingParts(compareParts(counts, window.weekCount));
  const total = usedBy(rows);
  return standing
    .filter(({part}) => part !== null)
    .map((part) => {
      const own = usedBy(rows.filter(({assignment_group}) => assignment_group === part.part));
      const share = {
        breached: own / total,
        clocks: part.n / rows.reduce((sum, {n}) => sum + n, 0),
      };
      return factOf(context, {window, part, share, name: part.part ?? ''});
    });
};

interface HolderRow extends Omit<PartCount, 'part'> {
  assignment_group: string | null;
  /** Counted working hours it used of missed targets. */
  breached_hours: number;
}

/** Clocks by who held them longest, with the working hours each group used of them. */
async function readHolders(
  context: FindingContext,
  {from, to}: FindingWindow,
): Promise<HolderRow[]> {
  const {sql, params} = incidentsIn(context);
  return context.session.query<HolderRow>(
    `with clocks as (
       select i.record_no, i.source || ' ' || coalesce(i.priority, '') as kind,
         cast((i.resolved_on - ${dateLiteral(from)}) // 7 as integer) as week,
         not i.is_sla_resolution_met as is_breached
       from ${sql} as i
       where i.is_resolved and i.is_sla_resolution_met is not null
         and i.resolved_on >= ${dateLiteral(from)} and i.resolved_on < ${dateLiteral(to)}
     ),
     held as (
       select c.record_no, c.kind, c.week, c.is_breached, s.assignment_group,
         sum(s.counted_seconds) / 3600 as used_hours
       from clocks as c
       join marts.fct_clock_span as s on s.record_no = c.record_no and s.kind = 'resolution'
       where s.counted_seconds > 0
       group by all
     ),
     ranked as (
       select *, row_number() over (
         partition by record_no order by used_hours desc, assignment_group) = 1 as is_longest
       from held
     )
     select assignment_group, kind, week,
       cast(count(*) filter (where is_longest and is_breached) as integer) as hits,
       cast(count(*) filter (where is_longest) as integer) as n,
       coalesce(sum(used_hours) filter (where is_breached), 0) as breached_hours
     from ranked
     group by all`,
    params,
  );
}

function usedBy(rows: readonly HolderRow[]): number {
  return rows.reduce((sum, {breached_hours}) => sum + breached_hours, 0);
}

interface Told {
  window: FindingWindow;
  part: ComparedPart;
  name: string;
  /** Its part of the working time that missed targets used, and of the clocks by who held them longest. */
  share: {breached: number; clocks: number};
}

function factOf(context: FindingContext, {window, part, name, share}: Told): FoundFact {
  const where = narrowed(context.where, 'assignment_group', name);
  const fact = partFact(context, window, part, {
    ...{detector: 'breach holder', metric, where},
    title: t`${name} uses up the targets: it meets ${shareText(1 - part.hits / part.n)} of those it holds longest, others ${shareText(1 - part.expected / part.n)} of the same mix`,
    text: [
      plain(
        t`${formatNumber(part.hits)} of ${formatNumber(part.n)} clocks in ${window.words} missed theirs; ${besideOthers(part)}. It used ${shareText(share.breached)} of the working time of missed targets, with ${shareText(share.clocks)} of the clocks.`,
      ),
      ...onlyLinked(t`The incidents it resolved`, {metric, period: window.id, where}),
    ],
    suggestion: t`Ask ${name} what keeps it: too much at once, missing information, or work that belongs elsewhere.`,
    action: t`${name} holds incidents within their target`,
    consequence: {hours: null, breaches: excessOf(part) / window.periodCount, users: null},
  });
  const [value, reference] = [1 - fact.value, 1 - fact.reference];
  return {
    ...fact,
    ...{value, reference},
    proposal: fact.proposal && {
      ...fact.proposal,
      baseline: {...fact.proposal.baseline, value},
      target: Number(reference.toPrecision(2)),
    },
  };
}
