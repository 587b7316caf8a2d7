-- The first row of an event log whose incident was resolved by then is a change from a status nobody logged; in a snapshot it is none.
-- model intermediate.version_change
-- given staging.version
from (values
  ('desk:1', 'version', 'resolved'), ('desk:2', 'incident', 'resolved'), ('desk:3', 'version', 'new')
) t(record_no, grain, status)
select *, 0 as version_number, timestamptz '2024-05-06 09:00:00+00' as version_at
-- expect
select 'desk:1' as record_no, 'status' as field, null as from_value, 'resolved' as to_value
