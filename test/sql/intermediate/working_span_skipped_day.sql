-- Friday 30 December 2011 never was in Samoa, which went from the 29th to the 31st: it has no hours, and Saturday, when nobody works, gets none from it. The night before it lasts until the next morning.
-- model intermediate.working_span
-- given settings.workspace
select timestamptz '2012-01-02 12:00:00+00' as as_of
-- given staging.record
select timestamptz '2011-12-20 00:00:00+00' as opened_at
-- given settings.holiday
select 'office' as calendar, date '2000-01-01' as day, 0 as starts_minute, 1440 as ends_minute
-- given settings.calendar
from (values ('office', 'Pacific/Apia'), ('nights', 'Pacific/Apia')) t(calendar, zone)
-- given settings.calendar_hours
from (values
  ('office', 540, 1020, 4), ('office', 540, 1020, 5), ('office', 540, 1020, 1), ('nights', 1320, 1800, 4)
) t(calendar, starts_minute, ends_minute, weekday)
select *, date '2011-12-29' as from_day, date '2012-01-02' as until_day
-- expect
from (values
  ('nights', timestamptz '2011-12-30 08:00:00+00', timestamptz '2011-12-30 16:00:00+00', 28800, 0),
  ('office', timestamptz '2011-12-29 19:00:00+00', timestamptz '2011-12-30 03:00:00+00', 28800, 0),
  ('office', timestamptz '2012-01-01 19:00:00+00', timestamptz '2012-01-02 03:00:00+00', 28800, 28800)
) t(calendar, started_at, ended_at, working_seconds, working_seconds_before)
