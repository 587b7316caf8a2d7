-- Which incidents each candidate is made of, by its number. Wordings that a person split off go to the candidate
-- they were split into, whatever else they belong to. Hours are counted once in a total: at the candidate its texts
-- tell, else at the smallest.
-- @grain candidate_no, record_no
with
split as (
  select w.wording_no, s.new_candidate_no
  from settings.candidate_split as s
  join intermediate.wording as w
    on w.field = 'title' and left(md5(array_to_string(w.stems, ' ')), 12) = s.wording_key
),

placed as (
  select
    coalesce(s.new_candidate_no, n.candidate_no) as candidate_no,
    m.record_no,
    m.evidence,
    m.is_boundary
  from intermediate.candidate_member as m
  join intermediate.candidate_number as n on n.candidate = m.candidate
  join intermediate.incident_facet as f on f.record_no = m.record_no
  left join split as s
    on s.wording_no = f.wording_no and list_has_any(m.evidence, ['text', 'workaround'])
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
