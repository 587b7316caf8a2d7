-- Which incidents each candidate is made of, by its number. Wordings that a person split off go to the candidate
-- they were split into, whatever else they belong to. Hours are counted once in a total: at the candidate its texts
-- tell, else at the smallest.
-- @grain candidate_no, record_no
with
placed as (
  select
    coalesce(g.into_candidate_no, p.split_candidate_no, n.candidate_no) as candidate_no,
    m.record_no,
    m.evidence,
    m.is_boundary
  from intermediate.candidate_member as m
  left join intermediate.candidate_number as n on n.candidate = m.candidate
  left join intermediate.split_member as p
    on p.candidate = m.candidate and p.record_no = m.record_no
  left join settings.candidate_merge as g on g.from_candidate_no = p.split_candidate_no
),

members as (
  select
    candidate_no,
    record_no,
    list_sort(list_distinct(flatten(list(evidence)))) as evidence,
    bool_and(is_boundary) as is_boundary
  from placed
  group by candidate_no, record_no
),

sized as (
  select
    *,
    list_has_any(evidence, ['text', 'workaround']) as is_told,
    count(*) over (partition by candidate_no) as candidate_count
  from members
)

select
  candidate_no,               -- Candidate
  record_no,                  -- Incident
  evidence,                   -- text, workaround, structural, after change, problem, major
  is_boundary,                -- Belongs less than surely
  row_number() over (
    partition by record_no
    order by is_told desc, candidate_count, candidate_no
  ) = 1 as is_primary         -- Where its hours count in a total over candidates
from sized
