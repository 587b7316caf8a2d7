-- An incident has a clock for each kind its priority has a target for; requests and withdrawn ones have none.
-- model intermediate.clock
-- given staging.record
from (values
  ('desk:T1', 'incident', 'P1', timestamptz '2024-05-06 09:00:00+00'),
  ('desk:T2', 'incident', 'P5', timestamptz '2024-05-06 09:00:00+00'),
  ('desk:T3', 'request', 'P1', timestamptz '2024-05-06 09:00:00+00'),
  ('desk:T4', 'incident', 'P1', timestamptz '2024-05-06 09:00:00+00')
) t(record_no, record_type, priority, opened_at)
-- given intermediate.outcome
from (values
  ('desk:T1', 'open', null), ('desk:T2', 'open', null),
  ('desk:T3', 'open', null), ('desk:T4', 'withdrawn', null)
) t(record_no, state, resolved_at)
-- expect
from (values
  ('desk:T1', 'response', 900, null, timestamptz '2024-06-30 12:00:00+00'),
  ('desk:T1', 'resolution', 14400, null, timestamptz '2024-06-30 12:00:00+00')
) t(record_no, kind, target_seconds, stopped_at, counted_until)
