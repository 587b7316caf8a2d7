-- A newer export with fewer columns changes what it tells and leaves the rest; a column that is there and empty empties its field.
-- model staging.record
-- given landing.import_log
from (values
  (1, timestamptz '2024-03-06 12:00:00+00'), (2, timestamptz '2024-03-13 12:00:00+00'),
  (3, timestamptz '2024-03-20 12:00:00+00')
) t(import_id, as_of)
-- given landing.import_field
from (values
  (1, 'status', 'state'), (1, 'priority', 'priority'), (1, 'assignment_group', 'group'), (1, 'updated_at', 'updated'),
  (2, 'status', 'state'), (2, 'assignment_group', 'group'), (2, 'updated_at', 'updated'),
  (3, 'status', 'state'), (3, 'priority', 'priority'), (3, 'assignment_group', 'group'), (3, 'updated_at', 'updated'),
  (1, 'attributes', 'site'), (1, 'attributes', 'floor'), (2, 'attributes', 'site'),
  (3, 'attributes', 'site'), (3, 'attributes', 'floor')
) t(import_id, field, header)
-- given landing.record_version
from (values
  ('A', 'new', 'New', 'P1', 'Desk', timestamptz '2024-03-06 12:00:00+00', 1, 11, map {'site': 'Hall 1', 'floor': '3'}),
  ('A', 'closed', 'Closed', null, null, timestamptz '2024-03-13 12:00:00+00', 2, 12, map {'site': 'Hall 2'}),
  ('B', 'new', 'New', 'P2', 'Desk', timestamptz '2024-03-06 12:00:00+00', 1, 21, null),
  ('B', 'closed', 'Closed', null, 'Net', timestamptz '2024-03-13 12:00:00+00', 2, 22, null),
  ('B', 'new', 'New', null, 'Net', timestamptz '2024-03-20 12:00:00+00', 3, 23, null),
  ('C', 'new', 'New', null, 'Net', timestamptz '2024-03-13 12:00:00+00', 2, 32, null)
) t(record_id, status, status_raw, priority, assignment_group, updated_at, import_id, row_hash, attributes)
-- expect
from (values
  ('A', 'closed', 'Closed', 'P1', null, timestamptz '2024-03-13 12:00:00+00', 2, map {'site': 'Hall 2', 'floor': '3'}),
  ('B', 'new', 'New', null, 'Net', timestamptz '2024-03-20 12:00:00+00', 3, null),
  ('C', 'new', 'New', null, 'Net', timestamptz '2024-03-13 12:00:00+00', 2, null)
) t(record_id, status, status_raw, priority, assignment_group, updated_at, import_id, attributes)
