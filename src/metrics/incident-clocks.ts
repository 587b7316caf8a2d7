import type {Session} from '../warehouse/database.ts';
import type {SlaKind, SlaVerdict} from './sla-incidents.ts';

/** One promise about an incident: how it stands, and where its time went. */
export interface Clock {
  kind: SlaKind;
  policy: string;
  calendar: string;
  target_seconds: number;
  started_at: Date;
  /** The opening, or the last change of priority where the policy says so. */
  counts_from: Date;
  /** Null beyond the calendar's end. */
  due_at: Date | null;
  /** Null while it runs. */
  stopped_at: Date | null;
  used_seconds: number;
  /** Working time while the clock was stopped. */
  paused_seconds: number;
  outside_seconds: number;
  /** Elapsed before the clock counts; 0 unless the policy counts from a change. */
  before_seconds: number;
  elapsed_seconds: number;
  /** Left of the target; negative when breached. */
  margin_seconds: number;
  /** When the target was used up; null unless breached. */
  breached_at: Date | null;
  /** Null while it runs and isn't due. */
  verdict: SlaVerdict | null;
  /** Null: the priority never changed while it ran. */
  priority_changed_at: Date | null;
  is_from_change: boolean;
  /** Under the other reading of a priority change: DECISIONS.md, 34. */
  verdict_other: SlaVerdict | null;
  /** The tape, in order. */
  spans: ClockSpan[];
  /** The calendar's hours within the spans that are partly outside them, in order. */
  hours: WorkingHours[];
  /** Who used the time, of a breached clock; most first. */
  shares: BreachShare[];
}

export interface ClockSpan {
  started_at: Date;
  ended_at: Date;
  status: string;
  /** Then. */
  priority: string | null;
  assignment_group: string | null;
  tier: string | null;
  counted_seconds: number;
  /** Within the calendar's hours. */
  working_seconds: number;
  elapsed_seconds: number;
  state: 'counted' | 'paused' | 'outside hours' | 'partly' | 'before';
}

/** From the opening of a calendar to its closing. */
export interface WorkingHours {
  started_at: Date;
  ended_at: Date;
}

/** What one group used of a breached clock. */
export interface BreachShare {
  assignment_group: string | null;
  tier: string | null;
  used_seconds: number;
  /** 0–1. */
  used_share: number;
}

/** The clocks of a record with their tapes, response before resolution. */
export async function readClocks(session: Session, no: number): Promise<Clock[]> {
  const [clocks, spans, hours, shares] = await Promise.all([
    session.query<Omit<Clock, 'spans' | 'hours' | 'shares'>>(
      `select kind, policy, calendar, target_seconds, started_at, counts_from, due_at, stopped_at,
         used_seconds, paused_seconds, outside_seconds, before_seconds, elapsed_seconds,
         margin_seconds, breached_at, verdict, priority_changed_at, is_from_change, verdict_other
       from marts.fct_clock where record_no = $no order by kind desc`,
      {no},
    ),
    session.query<OfKind<ClockSpan>>(
      `select kind, started_at, ended_at, status, priority, assignment_group, tier,
         counted_seconds, working_seconds, elapsed_seconds, state
       from marts.fct_clock_span where record_no = $no order by started_at`,
      {no},
    ),
    session.query<OfKind<WorkingHours>>(
      `select s.kind, w.started_at, w.ended_at
       from marts.fct_clock_span as s
       join marts.fct_clock as c on c.record_no = s.record_no and c.kind = s.kind
       join marts.working_span as w
         on w.calendar = c.calendar and w.working_seconds > 0
         and w.started_at < s.ended_at and w.ended_at > s.started_at
       where s.record_no = $no and s.state = 'partly'
       group by all order by w.started_at`,
      {no},
    ),
    session.query<OfKind<BreachShare>>(
      `select kind, assignment_group, tier, sum(used_seconds) as used_seconds,
         sum(used_share) as used_share
       from marts.fct_breach_share where record_no = $no
       group by kind, assignment_group, tier order by used_seconds desc`,
      {no},
    ),
  ]);
  return clocks.map((clock) => ({
    ...clock,
    spans: ofKind(spans, clock.kind),
    hours: ofKind(hours, clock.kind),
    shares: ofKind(shares, clock.kind),
  }));
}

type OfKind<Row> = Row & {kind: SlaKind};

function ofKind<Row>(rows: readonly OfKind<Row>[], kind: SlaKind): Row[] {
  return rows.filter((row) => row.kind === kind).map(({kind: _kind, ...row}) => row as Row);
}
