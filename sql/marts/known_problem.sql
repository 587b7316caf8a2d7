-- Problem records, with the candidate they stand for: the one that holds most of the incidents linked to them, two
-- at the least and a twentieth of its own: a few that were linked by the way make no problem of it.
-- @grain source, number
with
linked as (
  select
    p.record_no,
    i.candidate_no,
    count(*) as linked_count
  from staging.record as p
  join marts.fct_incident as f
    on f.source = p.source and f.problem_id in (p.number, p.record_id)
  left join marts.fct_candidate_incident as i on i.record_no = f.record_no and i.is_primary
  where p.record_type = 'problem'
  group by p.record_no, i.candidate_no
),

sums as (
  select p.record_no, count(*) as linked_count, max(f.opened_at) as last_incident_at
  from staging.record as p
  join marts.fct_incident as f
    on f.source = p.source and f.problem_id in (p.number, p.record_id)
  where p.record_type = 'problem'
  group by p.record_no
),

best as (
  select l.record_no, l.candidate_no
  from linked as l
  join sums as s on s.record_no = l.record_no
  join marts.dim_candidate as c on c.candidate_no = l.candidate_no
  where l.linked_count >= greatest(2, 0.5 * s.linked_count, 0.05 * c.incident_count)
  qualify row_number() over (partition by l.record_no order by l.linked_count desc, l.candidate_no) = 1
)

select
  p.source,                   -- Source
  p.number,                   -- Number people quote
  p.title,                    -- Short description
  p.status,                   -- Canonical
  p.status not in ('resolved', 'closed', 'cancelled', 'merged', 'deleted') as is_open,  -- Still to be solved
  lower(trim(p.attributes['known_error'])) in ('true', 'yes', '1') as is_known_error,   -- Null where the source doesn't tell
  p.opened_at,                -- Opened
  p.closed_at,                -- Closed
  b.candidate_no,             -- Candidate that holds most of its incidents; null when none does
  coalesce(s.linked_count, 0)::integer as linked_count,  -- Incidents linked to it
  greatest(s.last_incident_at, c.last_seen_at) as last_incident_at,  -- Linked to it, or its candidate's
  case when c.trend >= 1.25 then 'growing' when c.trend <= 0.8 then 'shrinking' when c.trend is not null then 'steady' end
    as candidate_growth,      -- growing, steady, shrinking; null without a candidate
  p.status not in ('resolved', 'closed', 'cancelled', 'merged', 'deleted')
    and coalesce(greatest(s.last_incident_at, c.last_seen_at), p.opened_at) < w.as_of - to_days(d.quiet_days)
    as is_quiet               -- Open, and nothing new for 90 days (setting)
from staging.record as p
left join sums as s on s.record_no = p.record_no
left join best as b on b.record_no = p.record_no
left join marts.dim_candidate as c on c.candidate_no = b.candidate_no
cross join settings.workspace as w
cross join settings.problem_detection as d
where p.record_type = 'problem'
