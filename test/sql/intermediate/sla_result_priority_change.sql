-- P3 at 09:00, raised to P2 (8 h around the clock) at 15:00, resolved at 19:00: breached counted from the
-- opening, met counted from the change; each policy's verdict has the other reading beside it.
-- model intermediate.sla_result
-- given settings.sla_policy
from (values
  ('opening', 1, false), ('change', 2, true)
) t(policy, position, is_from_change)
select *, 'resolution' as kind, 8 * 3600 as target_seconds, 'around the clock' as calendar
-- given intermediate.sla_policy
from (values ('opening', 1), ('change', 2)) t(record_no, position)
select *, 'resolution' as kind
-- given staging.record
from (values ('opening'), ('change')) t(record_no)
select *, 'P2' as priority, timestamptz '2024-05-06 09:00:00+00' as opened_at
-- given intermediate.outcome
from (values ('opening'), ('change')) t(record_no)
select *, 'resolved' as state, timestamptz '2024-05-06 19:00:00+00' as resolved_at
-- given intermediate.response
select 'nobody' as record_no
-- given intermediate.change
from (values ('opening'), ('change')) t(record_no)
select *, 'priority' as field, 'P3' as from_value, 'P2' as to_value, 0 as step,
  timestamptz '2024-05-06 15:00:00+00' as changed_at
-- given intermediate.status_event
from (values ('opening'), ('change')) t(record_no)
select *, timestamptz '2024-05-06 09:00:00+00' as happened_at, -1 as step,
  'in_progress' as status, false as stops_clock
-- given intermediate.assignment_event
select 'nobody' as record_no
-- expect
from (values
  ('opening', 10 * 3600, 0, 'breached', 'met', -2 * 3600, timestamptz '2024-05-06 17:00:00+00'),
  ('change', 4 * 3600, 6 * 3600, 'met', 'breached', 4 * 3600, null)
) t(record_no, used_seconds, before_seconds, verdict, verdict_other, margin_seconds, breached_at)
