-- What happened around a candidate: its first incident, changes on its CI, its problem records, majors among it.
-- @grain candidate_no, happened_at, kind, reference
with
changes as (
  select c.candidate_no, coalesce(r.resolved_at, r.closed_at) as happened_at, 'change' as kind, r.number as reference, r.title
  from marts.dim_candidate as c
  join staging.record as r on r.record_type = 'change' and trim(r.ci) = c.ci
  where c.ci_share >= 0.5
    and coalesce(r.resolved_at, r.closed_at) between c.first_seen_at - to_days(14) and c.last_seen_at + to_days(28)
),

problems as (
  select distinct v.candidate_no, r.opened_at, r.closed_at, r.number, r.title
  from marts.candidate_value as v
  join staging.record as r on r.record_type = 'problem' and v.value in (r.number, r.record_id)
  where v.field = 'problem'
),

events as (
  select candidate_no, first_seen_at as happened_at, 'first seen' as kind, '' as reference, null as title
  from marts.dim_candidate
  union all
  from changes
  union all
  select candidate_no, opened_at, 'problem opened', number, title from problems
  union all
  select candidate_no, closed_at, 'problem closed', number, title from problems
  union all
  -- Its own title may name people: it is told only where it is fit to be shown.
  select i.candidate_no, i.opened_at, 'major', f.number, t.text
  from marts.fct_candidate_incident as i
  join marts.fct_incident as f on f.record_no = i.record_no
  left join intermediate.shown_text as t on t.record_no = i.record_no and t.field = 'title'
  where f.is_major
)

select
  candidate_no,               -- Candidate
  happened_at,                -- Instant
  kind,                       -- first seen, change, problem opened, problem closed, major
  reference,                  -- Number of the change, problem or incident; empty for the first incident
  min(title) as title   -- Its title
from events
where happened_at is not null
group by candidate_no, happened_at, kind, reference
