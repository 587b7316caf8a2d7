-- The tool's own log of a field replaces what versions show of it, and ids in it become names.
-- model intermediate.change
-- given staging.change
from (values
  ('desk', 'desk:T1', 'assignment_group', null, 'd625dccec0a8016700a222a0f7900d06', timestamptz '2024-05-06 09:00:00+00')
) t(source, record_no, field, from_value, to_value, changed_at)
-- given intermediate.reference_name
select 'desk' as source, 'assignment_group' as field,
  'd625dccec0a8016700a222a0f7900d06' as reference, 'Network' as name
-- given intermediate.version_change
from (values
  ('desk', 'desk:T1', 'assignment_group', 'Desk', 'Network'),
  ('desk', 'desk:T1', 'status', 'new', 'closed')
) t(source, record_no, field, from_value, to_value)
-- expect
from (values
  ('desk:T1', 'assignment_group', 'Network', 'log'),
  ('desk:T1', 'status', 'closed', 'versions')
) t(record_no, field, to_value, origin)
