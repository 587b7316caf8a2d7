-- A cancelled incident was opened and left when it was cancelled; that it was resolved and reopened before is no flow, or yesterday's resolutions would change.
-- model intermediate.flow_event
-- given intermediate.counted_incident
select 'desk:1' as record_no, 'withdrawn' as state,
  timestamptz '2024-05-06 09:00:00+00' as opened_at,
  timestamptz '2024-05-08 09:30:00+00' as withdrawn_at
-- given intermediate.state_change
from (values
  ('desk:1', timestamptz '2024-05-06 12:00:00+00', 1, 'open', 'resolved'),
  ('desk:1', timestamptz '2024-05-07 12:00:00+00', 2, 'resolved', 'open'),
  ('desk:1', timestamptz '2024-05-08 09:30:00+00', 3, 'open', 'withdrawn')
) t(record_no, happened_at, step, from_state, to_state)
-- expect
from (values
  ('opened', timestamptz '2024-05-06 09:00:00+00', 1),
  ('cancelled', timestamptz '2024-05-08 09:30:00+00', -1)
) t(event, event_at, backlog_delta)
