-- A clock that has not run yet is due in the hours of its calendar: opened at the data's own now, Friday 16:00 with 4 business hours, it is due on Monday at 12:00; opened and resolved at 08:00 on a Saturday, Monday at 13:00.
-- model intermediate.clock_reading
-- given staging.record
select timestamptz '2024-05-03 16:00:00+00' as opened_at
-- given intermediate.clock
from (values
  ('now', 'response', 'business hours', 4 * 3600, timestamptz '2024-05-03 16:00:00+00', timestamptz '2024-05-03 16:00:00+00'),
  ('at once', 'response', 'business hours', 4 * 3600, timestamptz '2024-05-04 08:00:00+00', timestamptz '2024-05-04 08:00:00+00')
) t(record_no, kind, calendar, target_seconds, started_at, counted_until)
-- given intermediate.clock_span
select 1 as record_no limit 0
-- expect
from (values
  (0, 0, timestamptz '2024-05-06 12:00:00+00'),
  (0, 0, timestamptz '2024-05-06 13:00:00+00')
) t(used_seconds, elapsed_seconds, due_at)
