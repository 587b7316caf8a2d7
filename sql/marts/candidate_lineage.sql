-- What became of the candidates since they were last remembered. A sample of each candidate's incidents is
-- remembered; where a quarter of it went to another candidate, that one was split from it.
-- @grain candidate_no, event, other_candidate_no
with
now_counts as (
  select candidate_no, count(*) as incident_count
  from marts.fct_candidate_incident
  group by candidate_no
),

known as (
  select k.candidate_no, k.incident_count as count_before, n.incident_count as count_now
  from settings.known_candidate as k
  left join now_counts as n on n.candidate_no = k.candidate_no
  where not k.is_gone
),

shares as (
  select
    k.candidate_no,
    i.candidate_no as holder_no,
    count(*) / any_value(k.known_count) as held_share
  from (
    select m.candidate_no, r.record_no, count(*) over (partition by m.candidate_no) as known_count
    from settings.known_candidate_member as m
    join staging.record as r on r.source = m.source and r.record_id = m.record_id
  ) as k
  join marts.fct_candidate_incident as i on i.record_no = k.record_no
  group by k.candidate_no, i.candidate_no
),

events as (
  select
    n.candidate_no, 'new' as event, null::integer as other_candidate_no,
    null::integer as count_before, n.incident_count as count_now
  from now_counts as n
  anti join settings.known_candidate as k on k.candidate_no = n.candidate_no
  union all
  select
    candidate_no,
    case when count_now > count_before then 'grown' else 'shrunk' end,
    null, count_before, count_now
  from known
  where count_now is not null and abs(count_now - count_before) >= greatest(3, 0.1 * count_before)
  union all
  select k.candidate_no, 'merged into', arg_max(s.holder_no, (s.held_share, -s.holder_no)), any_value(k.count_before), null
  from known as k
  join shares as s on s.candidate_no = k.candidate_no and s.held_share >= 0.4
  where k.count_now is null
  group by k.candidate_no
  union all
  select k.candidate_no, 'gone', null, k.count_before, null
  from known as k
  where k.count_now is null
    and k.candidate_no not in (select candidate_no from shares where held_share >= 0.4)
  union all
  select s.holder_no, 'split from', s.candidate_no, any_value(k.count_before), any_value(n.incident_count)
  from shares as s
  join known as k on k.candidate_no = s.candidate_no and k.count_now is not null
  join now_counts as n on n.candidate_no = s.holder_no
  where s.holder_no <> s.candidate_no
    and s.held_share >= 0.25
    and s.holder_no not in (select candidate_no from settings.known_candidate)
  group by s.holder_no, s.candidate_no
)

select
  candidate_no,               -- Candidate
  event,                      -- new, grown, shrunk, merged into, split from, gone
  other_candidate_no,         -- Merged into or split from; else null
  count_before::integer as count_before,  -- Incidents when it was remembered
  count_now::integer as count_now         -- Incidents now; null when it is none any more
from events
