-- Without a roster there are no days to lay it over.
-- model intermediate.roster_day
-- given settings.workspace
select 'UTC' as zone
-- given settings.shift
from (values ('Early', 360, 840)) t(shift, starts_minute, ends_minute) where false
-- given intermediate.working_span
select 'office' as calendar, timestamptz '2024-05-06 08:00:00+00' as started_at,
  timestamptz '2024-05-06 16:00:00+00' as ended_at
-- expect nothing
