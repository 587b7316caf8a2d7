-- A holiday from noon leaves the morning; a night shift works up to the midnight before a holiday and
-- again from the midnight after it; a holiday in the middle of a span leaves both ends.
-- model intermediate.working_span
-- given settings.workspace
select timestamptz '2024-12-27 00:00:00+00' as as_of
-- given staging.record
select timestamptz '2025-02-01 00:00:00+00' as opened_at
-- given settings.calendar
from (values ('office', 'UTC'), ('nights', 'UTC')) t(calendar, zone)
-- given settings.calendar_hours
from (values
  ('office', 2, 540, 1020, date '2024-12-24', date '2024-12-31'),
  ('nights', 1, 1320, 1800, date '2024-12-23', date '2024-12-25'),
  ('nights', 2, 1320, 1800, date '2024-12-24', date '2024-12-25'),
  ('nights', 3, 1320, 1800, date '2024-12-24', date '2024-12-25')
) t(calendar, weekday, starts_minute, ends_minute, from_day, until_day)
-- given settings.holiday
from (values
  ('office', date '2024-12-24', 720, 1440), ('nights', date '2024-12-25', 0, 1440),
  ('office', date '2024-12-31', 600, 660), ('nights', date '2024-12-23', 1380, 1410)
) t(calendar, day, starts_minute, ends_minute)
-- expect
from (values
  ('office', timestamptz '2024-12-24 09:00:00+00', timestamptz '2024-12-24 12:00:00+00', 0),
  ('office', timestamptz '2024-12-31 09:00:00+00', timestamptz '2024-12-31 10:00:00+00', 10800),
  ('office', timestamptz '2024-12-31 11:00:00+00', timestamptz '2024-12-31 17:00:00+00', 14400),
  ('nights', timestamptz '2024-12-23 22:00:00+00', timestamptz '2024-12-23 23:00:00+00', 0),
  ('nights', timestamptz '2024-12-23 23:30:00+00', timestamptz '2024-12-24 06:00:00+00', 3600),
  ('nights', timestamptz '2024-12-24 22:00:00+00', timestamptz '2024-12-25 00:00:00+00', 27000),
  ('nights', timestamptz '2024-12-26 00:00:00+00', timestamptz '2024-12-26 06:00:00+00', 34200)
) t(calendar, started_at, ended_at, working_seconds_before)
