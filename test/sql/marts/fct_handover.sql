-- A clock lies near a change of shifts when its target was used up within an hour of one, and its running time is near as far
-- as it overlaps such hours. The zone is UTC.
-- model marts.fct_handover
-- given settings.shift
from (values ('Early', 360, 840), ('Late', 840, 1320)) t(shift, starts_minute, ends_minute)
-- given settings.workspace
select 'UTC' as zone
-- given intermediate.working_span
select 'around the clock' as calendar, timestamptz '2024-05-06 00:00:00+00' as started_at,
  timestamptz '2024-05-07 00:00:00+00' as ended_at, 86400 as working_seconds, 0 as working_seconds_before
-- given intermediate.sla_result
from (values
  ('near', 'breached', timestamptz '2024-05-06 14:59:00+00', null),
  ('elsewhere', 'met', null, timestamptz '2024-05-06 11:00:00+00'),
  ('running', null, null, timestamptz '2024-05-06 14:00:00+00')
) t(record_no, verdict, breached_at, due_at)
select *, 'resolution' as kind, 'around the clock' as calendar
-- given intermediate.clock_span
from (values
  ('near', timestamptz '2024-05-06 12:00:00+00', timestamptz '2024-05-06 15:30:00+00', 12600),
  ('elsewhere', timestamptz '2024-05-06 08:00:00+00', timestamptz '2024-05-06 10:00:00+00', 7200)
) t(record_no, started_at, ended_at, counted_seconds)
select *, 'resolution' as kind, 'around the clock' as calendar
-- given intermediate.counted_incident
from (values ('near'), ('elsewhere')) t(record_no)
select *, timestamptz '2024-05-06 08:00:00+00' as opened_at
-- given marts.fct_assignment_span
from (values
  ('near', timestamptz '2024-05-06 08:00:00+00'), ('near', timestamptz '2024-05-06 13:30:00+00'),
  ('near', timestamptz '2024-05-06 16:00:00+00')
) t(record_no, started_at)
-- expect
from (values
  ('near', true, true, 12600, 7200, 2, 1), ('elsewhere', false, false, 7200, 0, 0, 0)
) t(record_no, is_breached, is_near, counted_seconds, near_seconds, handoff_count, near_handoff_count)
