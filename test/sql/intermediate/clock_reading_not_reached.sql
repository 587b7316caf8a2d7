-- A clock that stopped before its target would have been due in the working time after it; one that started at night begins in the morning.
-- model intermediate.clock_reading
-- given staging.record
select 'desk:1' as record_no, timestamptz '2024-05-03 03:00:00+00' as opened_at
-- given intermediate.clock
from (values
  ('desk:1', timestamptz '2024-05-03 16:00:00+00', timestamptz '2024-05-03 16:30:00+00'),
  ('desk:2', timestamptz '2024-05-03 03:00:00+00', timestamptz '2024-05-03 08:00:00+00')
) t(record_no, started_at, counted_until)
select *, 'response' as kind, 'business hours' as calendar, 4 * 3600 as target_seconds
-- given intermediate.segment
from (values
  ('desk:1', timestamptz '2024-05-03 16:00:00+00'), ('desk:2', timestamptz '2024-05-03 03:00:00+00')
) t(record_no, started_at)
select *, false as stops_clock
-- expect
from (values
  ('desk:1', 1800, timestamptz '2024-05-06 12:00:00+00'),
  ('desk:2', 0, timestamptz '2024-05-03 13:00:00+00')
) t(record_no, used_seconds, due_at)
