-- Days, weekdays and hours are those of the workspace's zone.
-- model intermediate.incident_days
-- given settings.workspace
select 'Europe/Berlin' as zone, timestamptz '2024-05-10 00:00:00+00' as as_of
-- given intermediate.incident_times
from (values
  ('desk:1', timestamptz '2024-05-06 22:30:00+00', timestamptz '2024-05-07 00:00:00+00'),
  ('desk:2', timestamptz '2024-05-06 12:00:00+00', null)
) t(record_no, opened_at, resolved_at)
-- expect
from (values
  ('desk:1', date '2024-05-07', 2, 0, 30, date '2024-05-07'),
  ('desk:2', date '2024-05-06', 1, 14, 840, null)
) t(record_no, opened_on, opened_isodow, opened_local_hour, opened_local_minute, resolved_on)
