-- Groups of like wordings that have one cause: tied by the same resolution, CI or problem in the same service,
-- or in several when both are spread. Groups that are resolved in two ways of their own have two causes,
-- whatever else they share.
-- @grain group_no
with recursive
bonds as (
  from intermediate.cause_bond
  where kind <> 'resolution'
    or value in (select note_group_no::varchar from intermediate.own_resolution)
),

resolutions as (
  select group_no, value from bonds where kind = 'resolution'
),

ties as (
  select a.group_no, b.group_no as other_no
  from bonds as a
  join bonds as b
    on b.kind = a.kind
    and b.value = a.value
    and b.group_no <> a.group_no
    and (b.service is not distinct from a.service or (a.service_share < 0.6 and b.service_share < 0.6))
  left join resolutions as x on x.group_no = a.group_no
  left join resolutions as y on y.group_no = b.group_no
  where coalesce(x.value = y.value, true)
),

walk(group_no, cause_no) using key (group_no) as (
  select distinct group_no, group_no from intermediate.incident_facet where group_no is not null
  union
  select w.group_no, min(o.cause_no)
  from recurring.walk as w
  join ties as t on t.group_no = w.group_no
  join walk as o on o.group_no = t.other_no
  where o.cause_no < w.cause_no
  group by w.group_no
)

select
  group_no,                   -- Group of like wordings
  cause_no                    -- The lowest number among those tied together
from walk
