-- The tier of each assignment group: as configured, else as exported, else read from its name.
-- @grain assignment_group
with
seen as (
  select assignment_group, any_value(tier) as tier
  from staging.record
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
