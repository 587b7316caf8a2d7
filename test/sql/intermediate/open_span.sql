-- A reopened incident was open twice; one that is open now has no end.
-- model intermediate.open_span
-- given intermediate.counted_incident
from (values ('desk:1', 'resolved'), ('desk:2', 'open')) t(record_no, state)
-- given intermediate.flow_event
from (values
  ('desk:1', 'opened', timestamptz '2024-05-06 09:00:00+00', 0, 1),
  ('desk:1', 'resolved, later reopened', timestamptz '2024-05-06 12:00:00+00', 1, -1),
  ('desk:1', 'reopened', timestamptz '2024-05-07 12:00:00+00', 2, 1),
  ('desk:1', 'resolved', timestamptz '2024-05-08 09:30:00+00', 0, -1),
  ('desk:2', 'opened', timestamptz '2024-05-06 09:00:00+00', 0, 1)
) t(record_no, event, event_at, step, backlog_delta)
-- expect
from (values
  ('desk:1', timestamptz '2024-05-06 09:00:00+00', timestamptz '2024-05-06 12:00:00+00'),
  ('desk:1', timestamptz '2024-05-07 12:00:00+00', timestamptz '2024-05-08 09:30:00+00'),
  ('desk:2', timestamptz '2024-05-06 09:00:00+00', null)
) t(record_no, started_at, ended_at)
