-- A clock that never stops and another calendar would both say what the tool says: the tool's due time
-- tells which it was.
-- model intermediate.sla_comparison
-- given staging.record
from (values (null), ('pause'), ('calendar')) t(record_no)
select *, timestamptz '2024-05-01 00:00:00+00' as opened_at
-- given intermediate.counted_incident
select key as record_no, 'resolved' as state, 'recorded' as resolved_at_source,
  timestamptz '2024-05-08 15:00:00+00' as resolved_at
from (values ('pause'), ('calendar')) t(key)
-- given staging.sla_cycle
from (values
  ('pause', timestamptz '2024-05-08 10:00:00+00'), ('calendar', timestamptz '2024-05-07 09:00:00+00')
) t(record_no, due_at)
select *, 'resolution' as kind
-- given intermediate.sla_recorded
from (values ('pause'), ('calendar')) t(record_no)
select *, false as is_met, 'sla record' as origin
-- given intermediate.sla_result
from (values ('pause'), ('calendar')) t(record_no)
select *, 'resolution' as kind, 'met' as verdict, 17 * 3600 as target_seconds,
  'business hours' as calendar, timestamptz '2024-05-06 09:00:00+00' as counts_from,
  timestamptz '2024-05-08 12:00:00+00' as due_at, 2 * 3600 as paused_seconds
-- given intermediate.clock_span
select key as record_no, 'resolution' as kind, s.*, false as is_before
from (values ('pause'), ('calendar')) t(key)
cross join (values
  (timestamptz '2024-05-06 09:00:00+00', timestamptz '2024-05-06 10:00:00+00', false),
  (timestamptz '2024-05-06 10:00:00+00', timestamptz '2024-05-07 10:00:00+00', true),
  (timestamptz '2024-05-07 10:00:00+00', timestamptz '2024-05-08 15:00:00+00', false)
) s(started_at, ended_at, stops_clock)
-- expect
from (values ('pause', 'pause'), ('calendar', 'calendar')) t(record_no, reason)
