-- "Desk" in Monday's export, "Network" in Tuesday's, last updated Monday 18:10: changed Monday 18:10, whichever export was imported first.
-- model intermediate.version_change
-- given landing.import_log
from (values
  (1, timestamptz '2024-05-07 23:00:00+00'), (2, timestamptz '2024-05-06 12:00:00+00')
) t(import_id, as_of)
-- given landing.record_version
from (values
  ('1', 'Network', timestamptz '2024-05-06 18:10:00+00', 1, 11),
  ('1', 'Desk', timestamptz '2024-05-06 09:00:00+00', 2, 12),
  ('2', 'Network', null, 1, 21),
  ('2', 'Desk', null, 2, 22)
) t(record_id, assignment_group, updated_at, import_id, row_hash)
-- expect
from (values
  ('1', 'assignment_group', 'Desk', 'Network', timestamptz '2024-05-06 18:10:00+00'),
  ('2', 'assignment_group', 'Desk', 'Network', timestamptz '2024-05-07 23:00:00+00')
) t(record_no, field, from_value, to_value, changed_at)
