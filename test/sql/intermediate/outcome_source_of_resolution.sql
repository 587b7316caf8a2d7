-- The final resolution is the recorded time, else the last change into resolved, else the closing; an open record has none.
-- model intermediate.outcome
-- given staging.record
from (values
  ('desk:recorded', 'closed', timestamptz '2024-05-06 12:00:00+00', timestamptz '2024-05-11 12:00:00+00'),
  ('desk:history', 'closed', null, timestamptz '2024-05-11 12:00:00+00'),
  ('desk:closed', 'closed', null, timestamptz '2024-05-11 12:00:00+00'),
  ('desk:reopened', 'in_progress', timestamptz '2024-05-06 12:00:00+00', null)
) t(record_no, status, resolved_at, closed_at)
-- given intermediate.status_event
from (values
  ('desk:history', timestamptz '2024-05-07 09:00:00+00', 'resolved', 'history')
) t(record_no, happened_at, state, origin)
-- given intermediate.state_change
from (values
  ('desk:history', timestamptz '2024-05-07 09:00:00+00', 0, 'open', 'resolved'),
  ('desk:reopened', timestamptz '2024-05-06 12:00:00+00', 0, 'open', 'resolved'),
  ('desk:reopened', timestamptz '2024-05-07 12:00:00+00', 0, 'resolved', 'open')
) t(record_no, happened_at, step, from_state, to_state)
-- expect
from (values
  ('desk:recorded', 'resolved', 'recorded', timestamptz '2024-05-06 12:00:00+00', timestamptz '2024-05-11 12:00:00+00', 0),
  ('desk:history', 'resolved', 'history', timestamptz '2024-05-07 09:00:00+00', timestamptz '2024-05-11 12:00:00+00', 0),
  ('desk:closed', 'resolved', 'closed', timestamptz '2024-05-11 12:00:00+00', timestamptz '2024-05-11 12:00:00+00', 0),
  ('desk:reopened', 'open', null, null, null, 1)
) t(record_no, state, resolved_at_source, resolved_at, closed_at, reopen_count)
