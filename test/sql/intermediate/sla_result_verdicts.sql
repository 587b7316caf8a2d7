-- Exactly the target is met, a second more is breached, running and not yet due has no verdict.
-- model intermediate.sla_result
-- given intermediate.clock
select key as record_no, 'resolution' as kind, 3600 as target_seconds,
  timestamptz '2024-05-06 09:00:00+00' as started_at, stopped as stopped_at,
  timestamptz '2024-05-06 10:00:00+00' as counted_until
from (values
  ('exact', timestamptz '2024-05-06 10:00:00+00'), ('late', timestamptz '2024-05-06 10:00:01+00'),
  ('running', null), ('running late', null)
) t(key, stopped)
-- given intermediate.clock_reading
select key as record_no, 'resolution' as kind, used as used_seconds
from (values ('exact', 3600), ('late', 3601), ('running', 3000), ('running late', 3601)) t(key, used)
-- expect
from (values
  ('exact', 'met'), ('late', 'breached'), ('running', null), ('running late', 'breached')
) t(record_no, verdict)
