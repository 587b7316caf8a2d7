-- Of a record over in its first snapshot and open in the next, the first one's recorded resolution is a change; a resolution recorded since the snapshot before is dated by itself, one from before by the snapshot.
-- model intermediate.version_change
-- given staging.version
from (values
  ('B', 'incident', timestamptz '2024-03-04 08:00:00+00', 'resolved', timestamptz '2024-03-03 12:00:00+00'),
  ('B', 'incident', timestamptz '2024-03-11 08:00:00+00', 'in_progress', null),
  ('B', 'incident', timestamptz '2024-03-18 08:00:00+00', 'closed', timestamptz '2024-03-15 12:00:00+00'),
  ('C', 'incident', timestamptz '2024-03-04 08:00:00+00', 'resolved', timestamptz '2024-03-03 12:00:00+00'),
  ('C', 'incident', timestamptz '2024-03-11 08:00:00+00', 'closed', timestamptz '2024-03-03 12:00:00+00')
) t(record_no, grain, version_at, status, ended_at)
-- expect
from (values
  ('B', null, 'resolved', timestamptz '2024-03-03 12:00:00+00'),
  ('B', 'resolved', 'in_progress', timestamptz '2024-03-11 08:00:00+00'),
  ('B', 'in_progress', 'closed', timestamptz '2024-03-15 12:00:00+00'),
  ('C', 'resolved', 'closed', timestamptz '2024-03-11 08:00:00+00')
) t(record_no, from_value, to_value, changed_at)
