-- Two snapshots of a record yield what changed between them, dated by the newer one's last update.
-- model intermediate.version_change
-- given staging.version
from (values
  ('desk:T1', 0, timestamptz '2024-05-06 09:00:00+00', 'new', 'Desk', null),
  ('desk:T1', 0, timestamptz '2024-05-07 10:00:00+00', 'resolved', 'Desk', 'Ann'),
  ('desk:T2', 0, timestamptz '2024-05-07 10:00:00+00', 'closed', 'Desk', 'Bob')
) t(record_no, version_number, version_at, status, assignment_group, assignee)
-- expect
from (values
  ('desk:T1', 'status', 'new', 'resolved', timestamptz '2024-05-07 10:00:00+00'),
  ('desk:T1', 'assignee', null, 'Ann', timestamptz '2024-05-07 10:00:00+00')
) t(record_no, field, from_value, to_value, changed_at)
