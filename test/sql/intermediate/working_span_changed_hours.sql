-- Hours hold on the local days they are in force; where a night of the old hours reaches into the new
-- ones, no minute counts twice.
-- model intermediate.working_span
-- given settings.workspace
select timestamptz '2024-05-10 00:00:00+00' as as_of
-- given staging.record
select timestamptz '2024-05-01 00:00:00+00' as opened_at
-- given settings.calendar
select 'desk' as calendar, 'UTC' as zone
-- given settings.calendar_hours
from (values
  ('desk', 1, 1320, 1800, date '2024-05-06', date '2024-05-06'),
  ('desk', 2, 300, 600, date '2024-05-07', date '2024-05-13'),
  ('desk', 2, 540, 600, date '2024-05-14', date '2024-05-14')
) t(calendar, weekday, starts_minute, ends_minute, from_day, until_day)
-- given settings.holiday
select 'desk' as calendar, date '2000-01-01' as day, 0 as starts_minute, 1440 as ends_minute
-- expect
from (values
  (timestamptz '2024-05-06 22:00:00+00', timestamptz '2024-05-07 06:00:00+00', 28800),
  (timestamptz '2024-05-07 06:00:00+00', timestamptz '2024-05-07 10:00:00+00', 14400),
  (timestamptz '2024-05-14 09:00:00+00', timestamptz '2024-05-14 10:00:00+00', 3600)
) t(started_at, ended_at, working_seconds)
