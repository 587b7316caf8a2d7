-- The candidates before they have a number: which incidents each is made of, and by what evidence. What a
-- structure, changes, a problem record or a major point at is evidence for a candidate found by its texts where three fifths of it are
-- that candidate's incidents, and a candidate of its own elsewhere.
-- @grain candidate, record_no
with
-- What only its words hold together must come often, or several times within a fortnight and far more than it
-- usually does, where CIs and resolutions are known that could have spoken for it.
told_sizes as (
  select
    i.cause_no,
    count(*) as incident_count,
    count(distinct f.group_no) filter (where i.told_by = 'text') as group_count,
    avg((f.ci is not null or f.note_group_no is not null)::integer) as known_share,
    max(f.crowd) as crowd,
    count(*) * 14.0 / greatest(any_value(s.day_count), 14) as usual_crowd
  from intermediate.incident_cause as i
  join (
    select
      record_no, group_no, ci, note_group_no,
      count(*) over (
        partition by group_no order by opened_at range between interval 14 days preceding and current row
      ) as crowd
    from intermediate.incident_facet
  ) as f on f.record_no = i.record_no
  cross join (
    select epoch(max(opened_at) - min(opened_at)) / 86400 as day_count from intermediate.incident_facet
  ) as s
  where i.cause_no is not null
  group by i.cause_no
),

supported as (
  select group_no as cause_no
  from intermediate.wording_profile
  where telling_count >= greatest(3, 0.3 * noted_count)
    or (
      ci_count >= 3 and ci_count >= 0.6 * ci_known_count and ci_known_count >= 0.3 * incident_count
      and ci_count >= 2 * ci_usual_share * ci_known_count
    )
),

told as (
  select
    case when i.cause_no >= 0 then 'wording ' || i.cause_no else 'resolution ' || -i.cause_no end as candidate,
    i.record_no,
    i.told_by as evidence,
    coalesce(i.is_boundary, false) as is_boundary
  from intermediate.incident_cause as i
  join told_sizes as z on z.cause_no = i.cause_no
  cross join settings.problem_detection as d
  where z.incident_count >= d.minimum_incidents
    and (
      z.cause_no < 0
      or z.group_count > 1
      or z.known_share < 0.1
      or z.incident_count >= 4 * d.minimum_incidents
      or z.crowd >= greatest(d.minimum_incidents, z.usual_crowd + 4 * sqrt(z.usual_crowd))
      or z.cause_no in (from supported)
    )
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

counted as (
  select *, count(*) over (partition by candidate) as pointed_count from pointed
),

explained as (
  select p.candidate, t.candidate as told_candidate
  from counted as p
  join told as t on t.record_no = p.record_no
  group by p.candidate, t.candidate
  having count(*) >= 0.6 * any_value(p.pointed_count)
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
  -- A candidate of its own is what the texts leave of it, if that is most of it.
  select p.candidate, p.record_no, p.evidence, false
  from counted as p
  anti join told as t on t.record_no = p.record_no
  where p.candidate not in (select candidate from explained)
  qualify count(*) over (partition by p.candidate) >= 0.6 * any_value(p.pointed_count) over (partition by p.candidate)
)

select
  candidate,                  -- Of this build
  record_no,                  -- Incident
  list_sort(list(distinct evidence)) as evidence,  -- text, workaround, structural, after change, problem, major
  bool_or(is_boundary) as is_boundary              -- Belongs less than surely
from members
group by candidate, record_no
