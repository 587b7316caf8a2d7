-- The number that people know each candidate by. A candidate that holds most of what was known of an earlier one
-- is that one; where several are, the largest of them; what lost its place so goes on where the next part of it is.
-- What is new gets numbers that were never given, the largest first. What a person merged has the number it was
-- merged into.
-- @grain candidate
with
members as (
  select m.candidate, m.record_no
  from intermediate.candidate_member as m
  anti join intermediate.split_member as s on s.candidate = m.candidate and s.record_no = m.record_no
),

sizes as (
  select
    m.candidate,
    count(*) as incident_count,
    min(r.source || ':' || r.record_id) as first_key
  from members as m
  join staging.record as r on r.record_no = m.record_no
  group by m.candidate
),

-- Only those that are still in the data, and that nobody took out, speak for where a known candidate has gone.
remembered as (
  select
    k.candidate_no,
    r.record_no,
    count(*) over (partition by k.candidate_no) as known_count
  from settings.known_candidate_member as k
  join staging.record as r on r.source = k.source and r.record_id = k.record_id
  where k.candidate_no not in (select new_candidate_no from settings.candidate_split)
    and (
      k.candidate_no not in (select candidate_no from settings.candidate_split)
      or r.record_no not in (select record_no from intermediate.split_member)
    )
),

-- What is remembered is a sample: of a large candidate each incident of it stands for several.
shares as (
  select
    k.candidate_no,
    m.candidate,
    count(*) / any_value(k.known_count) as overlap_share,
    greatest(any_value(c.incident_count), any_value(k.known_count)) * overlap_share as overlap_count,
    any_value(z.incident_count) as incident_count,
    any_value(c.incident_count) as count_before
  from remembered as k
  join members as m on m.record_no = k.record_no
  join sizes as z on z.candidate = m.candidate
  left join settings.known_candidate as c on c.candidate_no = k.candidate_no
  group by k.candidate_no, m.candidate
),

-- Structures overlap with what the texts tell: of equal overlaps the nearest in size is meant.
heirs as (
  select *
  from shares
  where overlap_share >= 0.4
  qualify row_number() over (
    partition by candidate_no
    order by overlap_share desc, abs(ln(incident_count / greatest(count_before, 1))), candidate
  ) = 1
),

-- What lies wholly in a candidate has more right to it than what lies there in part, as after a merge by hand.
inherited as (
  select candidate, candidate_no
  from heirs
  qualify row_number() over (
    partition by candidate order by overlap_share >= 0.8 desc, round(overlap_count, 6) desc, candidate_no
  ) = 1
),

seconds as (
  select s.candidate, s.candidate_no, s.overlap_count
  from shares as s
  where s.overlap_share >= 0.1
    and (
      s.candidate_no in (select candidate_no from heirs)
      or s.candidate_no in (select into_candidate_no from settings.candidate_merge)
    )
    and s.candidate_no not in (select candidate_no from inherited)
    and s.candidate not in (select candidate from inherited)
  qualify row_number() over (
    partition by s.candidate_no order by s.overlap_share desc, s.candidate
  ) = 1
),

owned as (
  from inherited
  union all
  select candidate, candidate_no
  from seconds
  qualify row_number() over (
    partition by candidate order by round(overlap_count, 6) desc, candidate_no
  ) = 1
),

highest as (
  select coalesce(max(candidate_no), 0) as candidate_no
  from (
    select candidate_no from settings.known_candidate
    union all
    select new_candidate_no from settings.candidate_split
  )
),

numbered as (
  select
    z.candidate,
    coalesce(
      o.candidate_no,
      h.candidate_no
        + row_number() over (
          partition by o.candidate_no is null order by z.incident_count desc, z.first_key, z.candidate
        )
    )::integer as candidate_no
  from sizes as z
  left join owned as o on o.candidate = z.candidate
  cross join highest as h
)

select
  n.candidate,                -- Of this build
  coalesce(m.into_candidate_no, n.candidate_no) as candidate_no  -- For people, over builds
from numbered as n
left join settings.candidate_merge as m on m.from_candidate_no = n.candidate_no
