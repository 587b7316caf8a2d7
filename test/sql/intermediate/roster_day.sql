-- The roster is laid over every day from the one before the first working span to the one after the last,
-- whichever calendar they are of.
-- model intermediate.roster_day
-- given settings.workspace
select 'Europe/Amsterdam' as zone
-- given settings.shift
from (values ('Early', 360, 840), ('Late', 840, 1320)) t(shift, starts_minute, ends_minute)
-- given intermediate.working_span
from (values
  ('office', timestamptz '2024-02-28 08:00:00+00', timestamptz '2024-02-28 16:00:00+00'),
  ('nights', timestamptz '2024-02-29 21:00:00+00', timestamptz '2024-03-01 05:00:00+00')
) t(calendar, started_at, ended_at)
-- expect
select 'Europe/Amsterdam' as zone, day
from (values
  (date '2024-02-27'), (date '2024-02-28'), (date '2024-02-29'), (date '2024-03-01'), (date '2024-03-02')
) t(day)
