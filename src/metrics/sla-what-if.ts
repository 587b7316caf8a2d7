import type {Session} from '../warehouse/database.ts';
import {quoteText} from '../warehouse/quote.ts';
import {compareValues} from './dimension.ts';
import {readFrame} from './frame.ts';
import {enoughForShare} from './measure.ts';
import {
  resolvedIncidents,
  slaKinds,
  type SlaKind,
  type SlaSelection,
  type SlaVerdict,
} from './sla-incidents.ts';
import {
  planOverrides,
  readSlaChoices,
  type PlannedOverride,
  type SlaOverride,
} from './sla-override.ts';
import {wilsonInterval} from './wilson.ts';
import type {SqlText} from './slice.ts';

/** Compliance as it is or would be; no share of fewer than ten. */
export interface Compliance {
  met: number;
  share: number | null;
  low: number | null;
  high: number | null;
}

export interface WhatIfRow {
  kind: SlaKind;
  /** Null for all priorities together. */
  priority: string | null;
  isTotal: boolean;
  n: number;
  now: Compliance;
  then: Compliance;
  /** Breached now, met then. */
  saved: number;
  /** Met now, breached then. */
  lost: number;
}

/** An incident whose verdict would be another. */
export interface Flip {
  record_key: string;
  number: string | null;
  title: string | null;
  priority: string | null;
  assignment_group: string | null;
  resolved_at: Date;
  kind: SlaKind;
  policy: string;
  verdict_now: SlaVerdict;
  verdict_then: SlaVerdict;
  used_now_seconds: number;
  used_then_seconds: number;
  target_now_seconds: number;
  target_then_seconds: number;
  /** Left of the target; negative when breached. */
  margin_now_seconds: number;
  margin_then_seconds: number;
}

export interface AffectedGroup {
  assignment_group: string | null;
  n: number;
  saved: number;
  lost: number;
}

export interface SlaWhatIf {
  overrides: readonly SlaOverride[];
  /** By kind and priority, each kind's total last. */
  rows: WhatIfRow[];
  /** Narrowest first: those that flip by the least come first. */
  flips: Flip[];
  flipCount: number;
  /** Groups with flips, most first. */
  groups: AffectedGroup[];
}

export interface WhatIfRequest extends SlaSelection {
  overrides: readonly SlaOverride[];
  /** At most so many flips; all of them are counted. */
  mostFlips?: number;
}

/**
 * Compliance of the incidents resolved in some days under other promises. A clock that only gets another
 * target keeps its used time; one that gets another calendar, never stops or counts from its change of
 * priority is counted anew from its tape. With nothing overridden every verdict is the present one.
 * @throws UserError for a target, calendar, policy or priority that can't be
 */
export async function slaWhatIf(session: Session, request: WhatIfRequest): Promise<SlaWhatIf> {
  const {overrides, mostFlips = 200} = request;
  const {sql, params} = await whatIfRows(session, request);
  const [parts, flips] = await Promise.all([
    session.query<Part>(
      `select kind, priority, assignment_group, cast(count(*) as integer) as n,
         cast(count(*) filter (where verdict_now = 'met') as integer) as met_now,
         cast(count(*) filter (where verdict_then = 'met') as integer) as met_then,
         cast(count(*) filter (where verdict_now = 'breached' and verdict_then = 'met') as integer)
           as saved,
         cast(count(*) filter (where verdict_now = 'met' and verdict_then = 'breached') as integer)
           as lost
       from (${sql}) as clocks group by all`,
      params,
    ),
    session.query<Flip>(
      `select * exclude (record_no) from (${sql}) as clocks
       where verdict_now <> verdict_then
       order by abs(margin_then_seconds), record_key, kind limit ${Math.max(0, Math.trunc(mostFlips))}`,
      params,
    ),
  ]);
  return {
    overrides,
    rows: rowsOf(parts),
    flips,
    flipCount: parts.reduce((sum, {saved, lost}) => sum + saved + lost, 0),
    groups: groupsOf(parts),
  };
}

interface Part {
  kind: SlaKind;
  priority: string | null;
  assignment_group: string | null;
  n: number;
  met_now: number;
  met_then: number;
  saved: number;
  lost: number;
}

const counts = ['n', 'met_now', 'met_then', 'saved', 'lost'] as const;

function rowsOf(parts: readonly Part[]): WhatIfRow[] {
  return [...slaKinds].reverse().flatMap((kind) => {
    const own = parts.filter((part) => part.kind === kind);
    const priorities = [...new Set(own.map(({priority}) => priority))].sort((a, b) =>
      compareValues('priority', a, b),
    );
    if (own.length === 0) return [];
    return [
      ...priorities.map((priority) => ({
        ...rowOf(own.filter((part) => part.priority === priority)),
        kind,
        priority,
        isTotal: false,
      })),
      {...rowOf(own), kind, priority: null, isTotal: true},
    ];
  });
}

function rowOf(parts: readonly Part[]): Omit<WhatIfRow, 'kind' | 'priority' | 'isTotal'> {
  const {n, met_now, met_then, saved, lost} = sumOf(parts);
  return {n, now: complianceOf(met_now, n), then: complianceOf(met_then, n), saved, lost};
}

function sumOf(parts: readonly Part[]): Record<(typeof counts)[number], number> {
  const sum = {n: 0, met_now: 0, met_then: 0, saved: 0, lost: 0};
  for (const part of parts) for (const name of counts) sum[name] += part[name];
  return sum;
}

/** A share with its interval; none where there are too few. */
export function complianceOf(met: number, n: number): Compliance {
  if (n < enoughForShare) return {met, share: null, low: null, high: null};
  const interval = wilsonInterval(met / n, n);
  return {met, share: met / n, low: interval?.low ?? null, high: interval?.high ?? null};
}

function groupsOf(parts: readonly Part[]): AffectedGroup[] {
  const groups = [...new Set(parts.map((part) => part.assignment_group))];
  return groups
    .map((group) => {
      const {n, saved, lost} = sumOf(parts.filter((part) => part.assignment_group === group));
      return {assignment_group: group, n, saved, lost};
    })
    .filter(({saved, lost}) => saved + lost > 0)
    .sort((a, b) => b.saved + b.lost - a.saved - a.lost || b.n - a.n);
}

/**
 * The query of the clocks with both verdicts, for lists: one row a clock that has a verdict now.
 * @param isRecounted counts every clock anew, also where nothing says so: for tests of the count itself
 */
export async function whatIfRows(
  session: Session,
  {overrides, ...selection}: WhatIfRequest,
  {isRecounted = false} = {},
): Promise<SqlText> {
  const [frame, choices] = await Promise.all([readFrame(session), readSlaChoices(session)]);
  const {sql, params} = resolvedIncidents(selection, frame.asOfOn);
  const kinds = [...new Set(overrides.map(({kind}) => kind))];
  const asked = kinds.length > 0 ? kinds : slaKinds;
  return {
    sql: `with ${plannedClocks(sql, planOverrides(overrides, choices), asked)}, ${recounted(isRecounted)}`,
    params,
  };
}

function plannedClocks(
  incidents: string,
  plan: readonly PlannedOverride[],
  kinds: readonly SlaKind[],
): string {
  return `
    plan as (${planTable(plan)}),
    clocks as (
      select
        c.record_no, c.kind, c.policy, c.calendar, c.target_seconds, c.used_seconds, c.verdict,
        c.started_at, c.counts_from, c.priority_changed_at,
        i.record_key, i.number, i.title, i.priority, i.assignment_group, i.resolved_at
      from marts.fct_clock as c
      join (${incidents}) as i on i.record_no = c.record_no
      where c.verdict is not null and c.kind in (${kinds.map(quoteText).join(', ')})
    ),
    planned as (
      select
        c.*,
        coalesce(p.calendar_then, c.calendar) as calendar_then,
        coalesce(p.target_then, c.target_seconds) as target_then,
        coalesce(p.never_stops, false) as never_stops,
        case
          when p.from_change then coalesce(c.priority_changed_at, c.started_at)
          else c.counts_from
        end as counts_from_then
      from clocks as c
      left join plan as p
        on p.kind = c.kind
        and p.calendar = c.calendar
        and (p.priority is null or p.priority = c.priority)
        and (p.policy is null or p.policy = c.policy)
      qualify row_number() over (partition by c.record_no, c.kind order by p.place) = 1
    )`;
}

/** Names in it were checked against the configuration; they are quoted all the same. */
function planTable(plan: readonly PlannedOverride[]): string {
  const rows = plan.map((each) => {
    const texts = [each.priority, each.policy, each.calendar, each.calendar_then].map(quoteText);
    return `(${each.place}, ${quoteText(each.kind)}, ${texts.join(', ')},
      ${each.target_then === null ? 'null' : Number(each.target_then)}, ${each.never_stops}, ${each.from_change})`;
  });
  const empty = `(0, 'none', null, null, '', '', null, false, false)`;
  return `select
      place, kind, cast(priority as varchar) as priority, cast(policy as varchar) as policy,
      calendar, calendar_then, cast(target_then as double) as target_then, never_stops, from_change
    from (values ${rows.length > 0 ? rows.join(', ') : empty})
      as t(place, kind, priority, policy, calendar, calendar_then, target_then, never_stops, from_change)`;
}

/** Business time of each span is the difference of two look-ups in the calendar that would hold. */
function recounted(isForced: boolean): string {
  return `
    changed as (
      select * from planned
      where ${isForced} or calendar_then <> calendar or never_stops or counts_from_then <> counts_from
    ),
    spans as (
      select p.record_no, p.kind, p.calendar_then, s.started_at, s.ended_at
      from changed as p
      join marts.fct_clock_span as s on s.record_no = p.record_no and s.kind = p.kind
      where s.started_at >= p.counts_from_then and (p.never_stops or s.state <> 'paused')
    ),
    recount as (
      select
        s.record_no, s.kind,
        sum(coalesce(working.reading(b, s.ended_at), 0) - coalesce(working.reading(a, s.started_at), 0))
          as used_seconds
      from spans as s
      asof left join marts.working_span as a
        on a.calendar = s.calendar_then and a.started_at <= s.started_at
      asof left join marts.working_span as b
        on b.calendar = s.calendar_then and b.started_at <= s.ended_at
      group by s.record_no, s.kind
    ),
    both_ways as (
      select
        p.*,
        case when c.record_no is null then p.used_seconds else coalesce(r.used_seconds, 0) end
          as used_then
      from planned as p
      left join changed as c on c.record_no = p.record_no and c.kind = p.kind
      left join recount as r on r.record_no = p.record_no and r.kind = p.kind
    )
    select
      record_no, record_key, number, title, priority, assignment_group, resolved_at, kind, policy,
      verdict as verdict_now,
      case when used_then > target_then then 'breached' else 'met' end as verdict_then,
      used_seconds as used_now_seconds, used_then as used_then_seconds,
      target_seconds as target_now_seconds, target_then as target_then_seconds,
      target_seconds - used_seconds as margin_now_seconds,
      target_then - used_then as margin_then_seconds
    from both_ways`;
}
