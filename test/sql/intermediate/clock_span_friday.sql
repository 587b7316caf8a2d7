-- The Friday example's tape: counted, paused, counted; the weekend lies in the first span and counts nothing.
-- model intermediate.clock_span
-- given staging.record
select 'desk:1' as record_no, timestamptz '2024-05-03 16:00:00+00' as opened_at
-- given intermediate.clock
select 'desk:1' as record_no, 'resolution' as kind, 'business hours' as calendar,
  24 * 3600 as target_seconds, timestamptz '2024-05-03 16:00:00+00' as started_at,
  timestamptz '2024-05-08 15:00:00+00' as counted_until
-- given intermediate.segment
from (values
  (timestamptz '2024-05-03 16:00:00+00', timestamptz '2024-05-06 10:00:00+00', 'in_progress', false),
  (timestamptz '2024-05-06 10:00:00+00', timestamptz '2024-05-06 12:00:00+00', 'on_hold', true),
  (timestamptz '2024-05-06 12:00:00+00', timestamptz '2024-05-08 15:00:00+00', 'in_progress', false),
  (timestamptz '2024-05-08 15:00:00+00', null, 'resolved', false)
) t(started_at, ended_at, status, stops_clock)
select *, 'desk:1' as record_no
-- expect
from (values
  ('in_progress', 66 * 3600, 2 * 3600, 2 * 3600),
  ('on_hold', 2 * 3600, 2 * 3600, 0),
  ('in_progress', 51 * 3600, 19 * 3600, 19 * 3600)
) t(status, elapsed_seconds, working_seconds, counted_seconds)
