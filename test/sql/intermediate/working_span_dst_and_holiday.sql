-- Nine o'clock is local on both sides of the clock change, a holiday has no hours, and working time adds up.
-- model intermediate.working_span
-- given settings.workspace
select timestamptz '2024-04-05 00:00:00+00' as as_of
-- given staging.record
select timestamptz '2024-04-10 00:00:00+00' as opened_at
-- given settings.calendar
select 'desk' as calendar, 'Europe/Berlin' as zone
-- given settings.calendar_hours
select 'desk' as calendar, day as weekday, 540 as starts_minute, 1020 as ends_minute
from range(1, 6) t(day)
-- given settings.holiday
select 'desk' as calendar, day::date as day
from range(timestamp '2024-04-01', timestamp '2026-12-31', interval 1 day) t(day)
union all
select 'desk', day::date
from range(timestamp '2024-01-01', timestamp '2024-03-28', interval 1 day) t(day)
-- expect
from (values
  (timestamptz '2024-03-28 08:00:00+00', timestamptz '2024-03-28 16:00:00+00', 28800, 0),
  (timestamptz '2024-03-29 08:00:00+00', timestamptz '2024-03-29 16:00:00+00', 28800, 28800)
) t(started_at, ended_at, working_seconds, working_seconds_before)
