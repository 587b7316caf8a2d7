-- The tier of each assignment group and whether anyone stated it.
-- @grain assignment_group
select
  assignment_group,           -- As exported
  tier,                       -- L1, L2, L3, vendor
  is_stated                   -- False when read from the name
from intermediate.group_tier
