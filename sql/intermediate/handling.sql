-- How each record travelled through groups, by its history.
-- @grain record_no
with
held as (
  select
    record_no,
    happened_at,
    step,
    assignment_group,
    tier,
    lag(assignment_group) over w as group_before,
    lag(tier) over w as tier_before
  from intermediate.assignment_event
  where assignment_group is not null
  window w as (partition by record_no order by happened_at, step)
),

visits as (
  select
    record_no,
    happened_at,
    step,
    assignment_group,
    tier,
    tier_before,
    lag(assignment_group, 2) over (partition by record_no order by happened_at, step)
      as group_two_before
  from held
  where group_before is null or group_before <> assignment_group
)

select
  record_no,                  -- Record, unique over sources
  count(*) - 1 as reassignment_count,               -- Changes of group after the first
  bool_or(coalesce(group_two_before = assignment_group, false)) as is_ping_pong,  -- A → B → A
  bool_or(coalesce(tier > tier_before, false)) as is_tier_raised,  -- To a higher tier than before
  min(tier) as lowest_tier,   -- L1 < L2 < L3 < vendor
  max(tier) as highest_tier,  -- L1 < L2 < L3 < vendor
  arg_max(tier, (happened_at, step)) as last_tier   -- Tier that held it last
from visits
group by record_no
