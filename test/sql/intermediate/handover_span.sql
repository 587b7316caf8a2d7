-- Working time within an hour of a change of shifts by the workspace's clock: one stretch where two changes
-- lie close together, cut at the calendar's hours, with such time before it.
-- model intermediate.handover_span
-- given settings.workspace
select 'Europe/Amsterdam' as zone
-- given settings.shift
from (values ('Early', 360, 840), ('Late', 900, 1320)) t(shift, starts_minute, ends_minute)
-- given intermediate.working_span
from (values
  ('around the clock', timestamptz '2024-05-06 10:00:00+00', timestamptz '2024-05-06 22:00:00+00'),
  ('office', timestamptz '2024-05-06 07:00:00+00', timestamptz '2024-05-06 13:30:00+00')
) t(calendar, started_at, ended_at)
-- expect
from (values
  ('around the clock', timestamptz '2024-05-06 11:00:00+00', timestamptz '2024-05-06 14:00:00+00', 10800, 0),
  ('around the clock', timestamptz '2024-05-06 19:00:00+00', timestamptz '2024-05-06 21:00:00+00', 7200, 10800),
  ('office', timestamptz '2024-05-06 11:00:00+00', timestamptz '2024-05-06 13:30:00+00', 9000, 0)
) t(calendar, started_at, ended_at, working_seconds, working_seconds_before)
