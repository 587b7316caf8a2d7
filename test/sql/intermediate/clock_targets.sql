-- A record has a clock for each kind a policy promises it; withdrawn ones have none.
-- model intermediate.clock
-- given intermediate.sla_policy
from (values
  ('desk:T1', 'response', 1), ('desk:T1', 'resolution', 1), ('desk:T4', 'response', 1)
) t(record_no, kind, position)
-- given settings.sla_policy
from (values
  ('standard P1', 1, 'response', 900, 'around the clock', false),
  ('standard P1', 1, 'resolution', 14400, 'around the clock', false)
) t(policy, position, kind, target_seconds, calendar, is_from_change)
-- given staging.record
from (values
  ('desk:T1', 'P1', timestamptz '2024-05-06 09:00:00+00'),
  ('desk:T2', 'P5', timestamptz '2024-05-06 09:00:00+00'),
  ('desk:T4', 'P1', timestamptz '2024-05-06 09:00:00+00')
) t(record_no, priority, opened_at)
-- given intermediate.outcome
from (values
  ('desk:T1', 'open', null), ('desk:T2', 'open', null), ('desk:T4', 'withdrawn', null)
) t(record_no, state, resolved_at)
-- expect
from (values
  ('desk:T1', 'response', 'standard P1', 900, null, timestamptz '2024-06-30 12:00:00+00'),
  ('desk:T1', 'resolution', 'standard P1', 14400, null, timestamptz '2024-06-30 12:00:00+00')
) t(record_no, kind, policy, target_seconds, stopped_at, counted_until)
