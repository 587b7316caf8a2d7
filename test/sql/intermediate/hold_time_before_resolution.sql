-- A status that stops the clock counts up to the final resolution, also one that was taken before the incident was reopened.
-- model intermediate.hold_time
-- given intermediate.incident_times
from (values ('1', timestamptz '2024-05-06 09:00:00+00', timestamptz '2024-05-06 19:00:00+00', 10.0))
  t(record_no, opened_at, resolved_at, resolve_hours)
-- given intermediate.correction
select '1' as record_no, true as has_status_change
-- given intermediate.segment
from (values
  (timestamptz '2024-05-06 09:00:00+00', timestamptz '2024-05-06 10:00:00+00', true),
  (timestamptz '2024-05-06 10:00:00+00', timestamptz '2024-05-06 18:00:00+00', false),
  (timestamptz '2024-05-06 18:00:00+00', null, true)
) t(started_at, ended_at, stops_clock)
select *, '1' as record_no
-- expect
select '1' as record_no, 2.0 as hold_hours, 8.0 as active_hours
