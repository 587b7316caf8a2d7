-- A shift's working time is cut at the roster's hours by the workspace's clock, over midnight and over the
-- night the clock is set forward; what was worked before adds up for each shift on its own.
-- model intermediate.shift_span
-- given settings.workspace
select 'Europe/Amsterdam' as zone
-- given settings.shift
from (values ('Late', 840, 1320), ('Night', 1320, 1800)) t(shift, starts_minute, ends_minute)
-- given intermediate.working_span
select 'around the clock' as calendar, timestamptz '2024-03-30 16:00:00+00' as started_at,
  timestamptz '2024-03-31 14:00:00+00' as ended_at
-- expect
from (values
  ('Late', timestamptz '2024-03-30 16:00:00+00', timestamptz '2024-03-30 21:00:00+00', 18000, 0),
  ('Night', timestamptz '2024-03-30 21:00:00+00', timestamptz '2024-03-31 04:00:00+00', 25200, 0),
  ('Late', timestamptz '2024-03-31 12:00:00+00', timestamptz '2024-03-31 14:00:00+00', 7200, 18000)
) t(shift, started_at, ended_at, working_seconds, working_seconds_before)
