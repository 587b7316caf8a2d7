-- The first group of a record is what its first reassignment came from, else the group it has now.
-- model intermediate.assignment_event
-- given staging.record
from (values
  ('desk:T1', 'Network', timestamptz '2024-05-06 09:00:00+00'),
  ('desk:T2', 'Service Desk', timestamptz '2024-05-06 09:00:00+00')
) t(record_no, assignment_group, opened_at)
-- given intermediate.change
select 'desk:T1' as record_no, 'assignment_group' as field, 'Service Desk' as from_value,
  'Network' as to_value, timestamptz '2024-05-06 11:00:00+00' as changed_at, 0 as step
-- expect
from (values
  ('desk:T1', timestamptz '2024-05-06 09:00:00+00', 'Service Desk', 'L1'),
  ('desk:T1', timestamptz '2024-05-06 11:00:00+00', 'Network', 'L2'),
  ('desk:T2', timestamptz '2024-05-06 09:00:00+00', 'Service Desk', 'L1')
) t(record_no, happened_at, assignment_group, tier)
