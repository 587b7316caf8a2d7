-- The cause of each incident, as far as its wording or its resolution tells. One that is worded like no
-- other belongs where its resolution is at home; one whose resolution is applied again and again to
-- incidents of one subcategory, worded differently each time, to that workaround.
-- @grain record_no
with
worded as (
  select
    f.record_no, f.service, f.subcategory, f.ci, f.note_group_no, f.is_boundary, c.cause_no,
    count(*) over (partition by c.cause_no) as cause_count
  from intermediate.incident_facet as f
  left join intermediate.cause as c on c.group_no = f.group_no
),

-- Where a telling resolution is at home: the cause that has most of it.
homes as (
  select
    f.note_group_no,
    c.cause_no,
    max(p.service) as service,
    min(p.service_share) as service_share
  from intermediate.incident_facet as f
  join intermediate.own_resolution as o on o.note_group_no = f.note_group_no and o.own_share >= 0.5
  join intermediate.cause as c on c.group_no = f.group_no
  join intermediate.wording_profile as p on p.group_no = c.cause_no
  group by f.note_group_no, c.cause_no
  having count(*) >= 3
  qualify row_number() over (partition by f.note_group_no order by count(*) desc, c.cause_no) = 1
),

alone as (
  select w.*, h.cause_no as home_no
  from worded as w
  left join homes as h
    on h.note_group_no = w.note_group_no
    and (h.service is not distinct from w.service or h.service_share < 0.6)
  cross join settings.problem_detection as d
  where w.cause_no is null or w.cause_count < d.minimum_incidents
),

-- A resolution without a wording of its own: told from routine by where it is applied, mostly to one CI or, if
-- very often, in one subcategory.
workarounds as (
  select note_group_no, service, subcategory
  from (
    select
      note_group_no, service, subcategory,
      count(*) as here_count,
      sum(count(*)) over (partition by note_group_no) as all_count,
      max(ci_count) filter (where ci is not null) as ci_count,
      count(ci) as ci_known_count
    from (
      select *, count(*) over (partition by note_group_no, service, subcategory, ci) as ci_count
      from alone
    )
    where note_group_no is not null and home_no is null and service is not null
    group by note_group_no, service, subcategory
  )
  cross join settings.problem_detection as d
  where here_count >= d.minimum_incidents
    and here_count >= 0.6 * all_count
    and (here_count >= 4 * d.minimum_incidents or (ci_known_count >= 0.5 * here_count and ci_count >= greatest(3, 0.6 * ci_known_count)))
)

select
  w.record_no,                -- Record, unique over sources
  case
    when a.record_no is null then w.cause_no
    when a.home_no is not null then a.home_no
    when k.note_group_no is not null then -k.note_group_no
    else w.cause_no
  end as cause_no,            -- Group of wordings; below zero a group of resolutions; null when nothing tells
  case
    when a.record_no is not null and (a.home_no is not null or k.note_group_no is not null)
      then 'workaround'
    else 'text'
  end as told_by,             -- text, workaround
  w.is_boundary               -- Its wording is less than surely the group's
from worded as w
left join alone as a on a.record_no = w.record_no
left join workarounds as k
  on a.home_no is null
  and k.note_group_no = a.note_group_no
  and k.service = a.service
  and k.subcategory is not distinct from a.subcategory
