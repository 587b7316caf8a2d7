import type {Session} from '../warehouse/database.ts';
import {holdReason, queueRows, type QueueSelection} from './queue-set.ts';

/** Open incidents that nobody has taken, of one group. */
export interface UnassignedGroup {
  assignment_group: string | null;
  count: number;
  /** Of them P1 and P2. */
  urgent_count: number;
  oldest_hours: number;
  oldest_key: string;
  oldest_number: string | null;
}

/** Open incidents whose clock is stopped, by why. */
export interface HeldReason {
  reason: string | null;
  count: number;
  median_hours: number;
  longest_hours: number;
  longest_key: string;
  longest_number: string | null;
}

export interface OpenMajor {
  record_key: string;
  number: string | null;
  title: string | null;
  priority: string | null;
  service: string | null;
  assignment_group: string | null;
  assignee: string | null;
  age_hours: number | null;
  updated_at: Date | null;
  has_problem: boolean;
}

/** What nobody has taken, by group, the most first. */
export async function unassignedGroups(
  session: Session,
  selection: QueueSelection,
): Promise<UnassignedGroup[]> {
  const {sql, params} = queueRows({part: 'unassigned', heldAs: null}, selection);
  return session.query(
    `select i.assignment_group, cast(count(*) as integer) as count,
       cast(count(*) filter (i.priority in ('P1', 'P2')) as integer) as urgent_count,
       max(i.age_hours) as oldest_hours,
       arg_max(i.record_key, i.age_hours) as oldest_key, arg_max(i.number, i.age_hours) as oldest_number
     from (${sql}) as q join marts.fct_incident as i on i.record_no = q.record_no
     group by i.assignment_group order by count desc, i.assignment_group`,
    params,
  );
}

/** What is on hold, by its reason, the most first. */
export async function heldReasons(
  session: Session,
  selection: QueueSelection,
): Promise<HeldReason[]> {
  const {sql, params} = queueRows({part: 'on-hold', heldAs: null}, selection);
  return session.query(
    `select reason, cast(count(*) as integer) as count, median(hours) as median_hours,
       max(hours) as longest_hours, arg_max(record_key, hours) as longest_key,
       arg_max(number, hours) as longest_number
     from (
       select ${holdReason} as reason, d.record_key, d.number,
         (epoch(w.as_of) - epoch(q.dated_at)) / 3600.0 as hours
       from (${sql}) as q
       join marts.dim_record as d on d.record_no = q.record_no
       cross join settings.workspace as w
     ) as held
     group by reason order by count desc, reason`,
    params,
  );
}

/** Majors that are open, the newest first. */
export async function openMajors(
  session: Session,
  selection: QueueSelection,
): Promise<OpenMajor[]> {
  const {sql, params} = queueRows({part: 'majors', heldAs: null}, selection);
  return session.query(
    `select i.record_key, i.number, i.title, i.priority, i.service, i.assignment_group, i.assignee,
       i.age_hours, i.updated_at, i.has_problem
     from (${sql}) as q join marts.fct_incident as i on i.record_no = q.record_no
     order by i.opened_at desc, i.record_key`,
    params,
  );
}
