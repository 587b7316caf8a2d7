-- The tier of each assignment group: as configured, else as exported (the lowest where its records
-- differ), else read from its name.
-- A group that passed everything on stands in the history only; an id that nobody could name is
-- no name to read a tier from.
-- @grain assignment_group
with
mentioned as (
  select assignment_group, tier
  from staging.record
  union all
  select from_value, null
  from intermediate.change
  where field = 'assignment_group'
  union all
  select to_value, null
  from intermediate.change
  where field = 'assignment_group'
),

seen as (
  select assignment_group, min(tier) as tier
  from mentioned
  where assignment_group is not null
  group by assignment_group
)

select
  s.assignment_group,         -- As exported
  coalesce(
    t.tier,
    s.tier,
    case when regexp_matches(s.assignment_group, w.desk_pattern, 'i') then 'L1' else 'L2' end
  ) as tier,                  -- L1, L2, L3, vendor
  t.tier is not null or s.tier is not null as is_stated  -- False when read from the name
from seen as s
cross join settings.workspace as w
left join settings.tier as t on t.assignment_group = s.assignment_group
where t.tier is not null
  or s.tier is not null
  or not regexp_full_match(s.assignment_group, '[0-9a-f]{32}')
