-- An export without a column for the group shows no change of the group, nor does the next one that has it again.
-- model intermediate.version_change
-- given landing.import_log
from (values
  (1, timestamptz '2024-03-06 12:00:00+00'), (2, timestamptz '2024-03-13 12:00:00+00'),
  (3, timestamptz '2024-03-20 12:00:00+00')
) t(import_id, as_of)
-- given landing.import_field
from (values
  (1, 'status', 'state'), (1, 'assignment_group', 'group'), (2, 'status', 'state'),
  (3, 'status', 'state'), (3, 'assignment_group', 'group')
) t(import_id, field, header)
-- given landing.record_version
from (values
  ('A', 'new', 'Desk', 1, 11), ('A', 'closed', null, 2, 12), ('A', 'closed', 'Desk', 3, 13),
  ('B', 'new', 'Desk', 1, 21), ('B', 'new', null, 2, 22), ('B', 'new', 'Net', 3, 23)
) t(record_id, status, assignment_group, import_id, row_hash)
-- expect
from (values
  ('status', 'new', 'closed', timestamptz '2024-03-13 12:00:00+00'),
  ('assignment_group', 'Desk', 'Net', timestamptz '2024-03-20 12:00:00+00')
) t(field, from_value, to_value, changed_at)
