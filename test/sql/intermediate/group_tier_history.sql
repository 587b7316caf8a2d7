-- A group that held incidents and passed all of them on has a tier too; an id that nobody could name has none.
-- model intermediate.group_tier
-- given staging.record
select '1' as record_no, 'Network' as assignment_group
-- given intermediate.change
from (values
  ('Service Desk', 'Network'), ('d625dccec0a8016700a222a0f7900d06', 'Network'), (null, 'Service Desk')
) t(from_value, to_value)
select *, '1' as record_no, 'assignment_group' as field
-- expect
from (values ('Network', 'L2'), ('Service Desk', 'L1')) t(assignment_group, tier)
