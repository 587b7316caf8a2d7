-- An incident resolved before it was opened was never open: its span ends where it starts.
-- model intermediate.open_span
-- given intermediate.counted_incident
select 'desk:1' as record_no, 'resolved' as state
-- given intermediate.flow_event
from (values
  ('desk:1', 'opened', timestamptz '2024-05-06 09:00:00+00', 0, 1),
  ('desk:1', 'resolved', timestamptz '2024-05-05 09:00:00+00', 0, -1)
) t(record_no, event, event_at, step, backlog_delta)
-- expect
select 'desk:1' as record_no, timestamptz '2024-05-06 09:00:00+00' as started_at,
  timestamptz '2024-05-06 09:00:00+00' as ended_at
