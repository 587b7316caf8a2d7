-- Where the verdicts differ, the reason is the first reading under which our clock says what the tool says.
-- model intermediate.sla_comparison
-- given staging.record
select timestamptz '2024-05-03 00:00:00+00' as opened_at, null as record_no
union all
select timestamptz '2024-05-03 00:00:00+00', key
from (values ('same'), ('silent'), ('priority'), ('pause'), ('calendar'), ('target'), ('flag'), ('log'), ('again')) t(key)
-- given intermediate.counted_incident
select key as record_no, 'resolved' as state, timestamptz '2024-05-08 15:00:00+00' as resolved_at,
  case when key = 'log' then 'history' else 'recorded' end as resolved_at_source,
  case when key = 'again' then timestamptz '2024-05-06 10:00:00+00' end as first_resolved_at
from (values ('same'), ('silent'), ('priority'), ('pause'), ('calendar'), ('target'), ('flag'), ('log'), ('again')) t(key)
-- given staging.sla_cycle
select 'target' as record_no, 'resolution' as kind, timestamptz '2024-05-06 09:00:00+00' as due_at
-- given intermediate.sla_recorded
select key as record_no, key in ('same', 'again') as is_met,
  case when key = 'target' then 'sla record' else 'flag' end as origin
from (values ('same'), ('priority'), ('pause'), ('calendar'), ('target'), ('flag'), ('log'), ('again')) t(key)
-- given intermediate.sla_result
select key as record_no, 'resolution' as kind,
  case when key = 'again' then 'breached' else 'met' end as verdict, target * 3600 as target_seconds,
  'business hours' as calendar, timestamptz '2024-05-09 10:00:00+00' as due_at,
  case when key = 'priority' then 'breached' end as verdict_other
from (values
  ('same', 24), ('silent', 24), ('priority', 24), ('pause', 22), ('calendar', 24), ('target', 200),
  ('flag', 200), ('log', 24), ('again', 12)
) t(key, target)
-- given intermediate.clock_span
select key as record_no, 'resolution' as kind, s.*, false as is_before
from (values ('priority'), ('pause'), ('calendar'), ('target'), ('flag'), ('log'), ('again')) t(key)
cross join (values
  (timestamptz '2024-05-03 16:00:00+00', timestamptz '2024-05-06 10:00:00+00', false, 2 * 3600),
  (timestamptz '2024-05-06 10:00:00+00', timestamptz '2024-05-06 12:00:00+00', true, 0),
  (timestamptz '2024-05-06 12:00:00+00', timestamptz '2024-05-08 15:00:00+00', false, 19 * 3600)
) s(started_at, ended_at, stops_clock, counted_seconds)
-- expect
from (values
  ('same', 'met', 'met', false, null), ('silent', null, 'met', null, null),
  ('priority', 'breached', 'met', true, 'priority'), ('pause', 'breached', 'met', true, 'pause'),
  ('calendar', 'breached', 'met', true, 'calendar'), ('target', 'breached', 'met', true, 'target'),
  ('flag', 'breached', 'met', true, 'legacy flag'), ('log', 'breached', 'met', true, 'missing time'),
  ('again', 'met', 'breached', true, 'reopening')
) t(record_no, recorded, computed, is_disagreement, reason)
