-- The candidates before they have a number: which incidents each is made of, and by what evidence. What a
-- structure, changes, a problem record or a major point at is evidence for a candidate found by its texts where three fifths of it are
-- that candidate's incidents, and a candidate of its own elsewhere.
-- @grain candidate, record_no
with
told as (
  select
    case when cause_no >= 0 then 'wording ' || cause_no else 'resolution ' || -cause_no end as candidate,
    record_no,
    told_by as evidence,
    coalesce(is_boundary, false) as is_boundary
  from intermediate.incident_cause as i
  cross join settings.problem_detection as d
  where cause_no is not null
  qualify count(*) over (partition by cause_no) >= any_value(d.minimum_incidents) over ()
),

pointed as (
  select 'structure ' || cell as candidate, record_no, 'structural' as evidence
  from intermediate.structural_cell
  union all
  select 'burst ' || burst, record_no, 'structural' from intermediate.structural_burst
  union all
  select 'change ' || ci, record_no, 'after change' from intermediate.after_change
  union all
  select 'problem ' || source || ' ' || problem_id, record_no, 'problem'
  from intermediate.incident_facet
  cross join settings.problem_detection as d
  where problem_id is not null
  qualify count(*) over (partition by source, problem_id) >= any_value(d.minimum_incidents) over ()
  union all
  select 'major ' || f.record_no, f.record_no, 'major'
  from intermediate.incident_facet as f
  join staging.record as r on r.record_no = f.record_no
  where r.is_major and f.problem_id is null
),

explained as (
  select p.candidate, t.candidate as told_candidate
  from pointed as p
  join told as t on t.record_no = p.record_no
  join (select candidate, count(*) as incident_count from pointed group by candidate) as z
    on z.candidate = p.candidate
  group by p.candidate, t.candidate
  having count(*) >= 0.6 * any_value(z.incident_count)
),

members as (
  select candidate, record_no, evidence, is_boundary from told
  union all
  -- Evidence beside the texts: only for incidents that are the candidate's already.
  select e.told_candidate, p.record_no, p.evidence, false
  from pointed as p
  join explained as e on e.candidate = p.candidate
  join told as t on t.record_no = p.record_no and t.candidate = e.told_candidate
  union all
  select p.candidate, p.record_no, p.evidence, false
  from pointed as p
  where p.candidate not in (select candidate from explained)
)

select
  candidate,                  -- Of this build
  record_no,                  -- Incident
  list_sort(list(distinct evidence)) as evidence,  -- text, workaround, structural, after change, problem, major
  bool_or(is_boundary) as is_boundary              -- Belongs less than surely
from members
group by candidate, record_no
