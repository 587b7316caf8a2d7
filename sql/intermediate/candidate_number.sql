-- The number that people know each candidate by. A candidate that holds most of what was known of an earlier one
-- is that one; where several are, the one that holds most of it; what is new gets the next numbers, the largest
-- first. What a person merged has the number it was merged into.
-- @grain candidate
with
sizes as (
  select
    m.candidate,
    count(*) as incident_count,
    min(r.source || ':' || r.record_id) as first_key
  from intermediate.candidate_member as m
  join staging.record as r on r.record_no = m.record_no
  group by m.candidate
),

-- Only those that are still in the data speak for where a known candidate has gone.
remembered as (
  select
    k.candidate_no,
    r.record_no,
    count(*) over (partition by k.candidate_no) as known_count
  from settings.known_candidate_member as k
  join staging.record as r on r.source = k.source and r.record_id = k.record_id
),

shares as (
  select
    k.candidate_no,
    m.candidate,
    count(*) as overlap_count,
    count(*) / any_value(k.known_count) as overlap_share
  from remembered as k
  join intermediate.candidate_member as m on m.record_no = k.record_no
  group by k.candidate_no, m.candidate
),

-- Structures overlap with what the texts tell: of equal overlaps the nearest in size is meant.
heirs as (
  select o.candidate_no, o.candidate, o.overlap_count
  from shares as o
  join sizes as z on z.candidate = o.candidate
  left join settings.known_candidate as k on k.candidate_no = o.candidate_no
  where o.overlap_share >= 0.4
  qualify row_number() over (
    partition by o.candidate_no
    order by o.overlap_count desc, abs(ln(z.incident_count / greatest(k.incident_count, 1))), o.candidate
  ) = 1
),

inherited as (
  select candidate, candidate_no
  from heirs
  qualify row_number() over (partition by candidate order by overlap_count desc, candidate_no) = 1
),

numbered as (
  select
    z.candidate,
    coalesce(
      i.candidate_no,
      (select coalesce(max(candidate_no), 0) from settings.known_candidate)
        + row_number() over (
          partition by i.candidate_no is null order by z.incident_count desc, z.first_key, z.candidate
        )
    )::integer as candidate_no
  from sizes as z
  left join inherited as i on i.candidate = z.candidate
)

select
  n.candidate,                -- Of this build
  coalesce(m.into_candidate_no, n.candidate_no) as candidate_no,  -- For people, over builds
  n.candidate_no as own_candidate_no  -- Before merges by hand
from numbered as n
left join settings.candidate_merge as m on m.from_candidate_no = n.candidate_no
