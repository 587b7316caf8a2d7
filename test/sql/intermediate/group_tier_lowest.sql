-- Where records of a group are exported with several tiers, it is of the lowest.
-- model intermediate.group_tier
-- given staging.record
from (values ('1', 'Network', 'L3'), ('2', 'Network', 'L2'), ('3', 'Network', null))
  t(record_no, assignment_group, tier)
-- expect
from (values ('Network', 'L2', true)) t(assignment_group, tier, is_stated)
