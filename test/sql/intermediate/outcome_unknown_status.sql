-- A status that no map knows leaves the state to the history, and where there is none to the recorded times.
-- model intermediate.outcome
-- given staging.record
from (values
  ('desk:history', 'unknown', null, null),
  ('desk:times', 'unknown', timestamptz '2024-05-06 12:00:00+00', null),
  ('desk:nothing', 'unknown', null, null),
  ('desk:cancelled', 'cancelled', timestamptz '2024-05-06 12:00:00+00', timestamptz '2024-05-07 09:00:00+00')
) t(record_no, status, resolved_at, closed_at)
-- given intermediate.status_event
from (values
  ('desk:history', timestamptz '2024-05-07 09:00:00+00', 'resolved', 'history')
) t(record_no, happened_at, state, origin)
-- given intermediate.state_change
from (values
  ('desk:history', timestamptz '2024-05-07 09:00:00+00', 1, 'open', 'resolved'),
  ('desk:cancelled', timestamptz '2024-05-07 09:00:00+00', 1, 'resolved', 'withdrawn')
) t(record_no, happened_at, step, from_state, to_state)
-- expect
from (values
  ('desk:history', 'resolved', 'history', timestamptz '2024-05-07 09:00:00+00', null),
  ('desk:times', 'resolved', 'recorded', timestamptz '2024-05-06 12:00:00+00', null),
  ('desk:nothing', 'open', null, null, null),
  ('desk:cancelled', 'withdrawn', null, null, timestamptz '2024-05-07 09:00:00+00')
) t(record_no, state, resolved_at_source, resolved_at, withdrawn_at)
