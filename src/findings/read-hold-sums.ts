import {dateLiteral} from '../metrics/slice.ts';
import type {FindingContext} from './finding-context.ts';
import type {FindingWindow} from './finding-window.ts';
import {incidentsIn} from './incidents-in.ts';

/** What the incidents of one part spent on hold, of those resolved in a window whose history tells it. */
export interface HoldSum {
  part: string | null;
  clocks: number;
  /** Around the clock: on hold, and in all. */
  hold_hours: number;
  hours: number;
  /** Working hours on hold. */
  parked_hours: number;
  /** Met their target only because a hold that began in its last fifth stopped the clock. */
  saved: number;
}

/** Hours on hold by service or group. */
export async function readHoldSums(
  context: FindingContext,
  {from, to}: Pick<FindingWindow, 'from' | 'to'>,
  by: 'service' | 'assignment_group',
): Promise<HoldSum[]> {
  const {sql, params} = incidentsIn(context);
  return context.session.query<HoldSum>(
    `with resolved as (
       select i.record_no, i.${by} as part, i.hold_hours, i.resolve_hours
       from ${sql} as i
       where i.is_resolved and i.hold_hours is not null
         and i.resolved_on >= ${dateLiteral(from)} and i.resolved_on < ${dateLiteral(to)}
     ),
     -- Without its holds the clock would have run past the target.
     rescued as (
       select c.record_no, c.target_seconds
       from marts.fct_clock as c
       join resolved as r on r.record_no = c.record_no
       where c.kind = 'resolution' and c.verdict = 'met'
         and c.used_seconds + c.paused_seconds > c.target_seconds
     ),
     spans as (
       select s.record_no, s.state, r.target_seconds,
         sum(s.counted_seconds) over (partition by s.record_no order by s.started_at) as used_seconds
       from marts.fct_clock_span as s
       join rescued as r on r.record_no = s.record_no
       where s.kind = 'resolution'
     ),
     saved as (
       select record_no
       from spans
       where state = 'paused'
       group by record_no
       having bool_or(used_seconds >= 0.8 * target_seconds)
     )
     select r.part,
       cast(count(*) as integer) as clocks,
       coalesce(sum(r.hold_hours), 0) as hold_hours,
       coalesce(sum(r.resolve_hours), 0) as hours,
       coalesce(sum(coalesce(c.paused_seconds / 3600, r.hold_hours)), 0) as parked_hours,
       cast(count(s.record_no) as integer) as saved
     from resolved as r
     left join marts.fct_clock as c on c.record_no = r.record_no and c.kind = 'resolution'
     left join saved as s on s.record_no = r.record_no
     group by 1`,
    params,
  );
}
