-- Nine o'clock stays local on both sides of both clock changes, a night over them has 7 or 9 hours, and working time adds up.
-- model intermediate.working_span
-- given settings.workspace
select timestamptz '2024-11-05 00:00:00+00' as as_of
-- given staging.record
select timestamptz '2024-03-20 00:00:00+00' as opened_at
-- given settings.calendar
from (values ('office', 'Europe/Berlin'), ('nights', 'Europe/Berlin')) t(calendar, zone)
-- given settings.calendar_hours
from (values
  ('office', 540, 1020, date '2024-03-29', date '2024-03-29', 5),
  ('office', 540, 1020, date '2024-04-02', date '2024-04-02', 2),
  ('office', 540, 1020, date '2024-10-25', date '2024-10-25', 5),
  ('office', 540, 1020, date '2024-10-28', date '2024-10-28', 1),
  ('nights', 1320, 1800, date '2024-03-30', date '2024-03-30', 6),
  ('nights', 1320, 1800, date '2024-10-26', date '2024-10-26', 6)
) t(calendar, starts_minute, ends_minute, from_day, until_day, weekday)
-- expect
from (values
  ('office', timestamptz '2024-03-29 08:00:00+00', timestamptz '2024-03-29 16:00:00+00', 28800, 0),
  ('office', timestamptz '2024-04-02 07:00:00+00', timestamptz '2024-04-02 15:00:00+00', 28800, 28800),
  ('office', timestamptz '2024-10-25 07:00:00+00', timestamptz '2024-10-25 15:00:00+00', 28800, 57600),
  ('office', timestamptz '2024-10-28 08:00:00+00', timestamptz '2024-10-28 16:00:00+00', 28800, 86400),
  ('nights', timestamptz '2024-03-30 21:00:00+00', timestamptz '2024-03-31 04:00:00+00', 25200, 0),
  ('nights', timestamptz '2024-10-26 20:00:00+00', timestamptz '2024-10-27 05:00:00+00', 32400, 25200)
) t(calendar, started_at, ended_at, working_seconds, working_seconds_before)
