-- Nine o'clock stays local on both sides of both clock changes, a night over them has 7 or 9 hours, a holiday has none, and working time adds up.
-- model intermediate.working_span
-- given settings.workspace
select timestamptz '2024-11-05 00:00:00+00' as as_of
-- given staging.record
select timestamptz '2024-03-20 00:00:00+00' as opened_at
-- given settings.calendar
from (values ('office', 'Europe/Berlin'), ('nights', 'Europe/Berlin')) t(calendar, zone)
-- given settings.calendar_hours
select 'office' as calendar, day as weekday, 540 as starts_minute, 1020 as ends_minute
from range(1, 6) t(day)
union all
select 'nights', day, 1320, 1800 from range(1, 8) t(day)
-- given settings.holiday
select calendar, day::date as day
from range(timestamp '2024-02-01', timestamp '2027-03-01', interval 1 day) t(day),
  (values ('office'), ('nights')) c(calendar)
where (calendar, day::date) not in (
  ('office', date '2024-03-29'), ('office', date '2024-04-02'),
  ('office', date '2024-10-25'), ('office', date '2024-10-28'),
  ('nights', date '2024-03-30'), ('nights', date '2024-10-26')
)
-- expect
from (values
  ('office', timestamptz '2024-03-29 08:00:00+00', timestamptz '2024-03-29 16:00:00+00', 28800, 0),
  ('office', timestamptz '2024-04-02 07:00:00+00', timestamptz '2024-04-02 15:00:00+00', 28800, 28800),
  ('office', timestamptz '2024-10-25 07:00:00+00', timestamptz '2024-10-25 15:00:00+00', 28800, 57600),
  ('office', timestamptz '2024-10-28 08:00:00+00', timestamptz '2024-10-28 16:00:00+00', 28800, 86400),
  ('nights', timestamptz '2024-03-30 21:00:00+00', timestamptz '2024-03-31 04:00:00+00', 25200, 0),
  ('nights', timestamptz '2024-10-26 20:00:00+00', timestamptz '2024-10-27 05:00:00+00', 32400, 25200)
) t(calendar, started_at, ended_at, working_seconds, working_seconds_before)
