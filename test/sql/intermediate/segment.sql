-- A record's life is cut where its status or its group changes, and a change of both at once makes one cut.
-- model intermediate.segment
-- given intermediate.status_event
from (values
  ('desk:T1', timestamptz '2024-05-06 09:00:00+00', -1, 'new', false),
  ('desk:T1', timestamptz '2024-05-06 11:00:00+00', 0, 'on_hold', true)
) t(record_no, happened_at, step, status, stops_clock)
-- given intermediate.assignment_event
from (values
  ('desk:T1', timestamptz '2024-05-06 09:00:00+00', -1, 'Desk'),
  ('desk:T1', timestamptz '2024-05-06 10:00:00+00', 0, 'Network'),
  ('desk:T1', timestamptz '2024-05-06 11:00:00+00', 0, 'Vendor')
) t(record_no, happened_at, step, assignment_group)
-- expect
from (values
  (timestamptz '2024-05-06 09:00:00+00', timestamptz '2024-05-06 10:00:00+00', 'new', false, 'Desk'),
  (timestamptz '2024-05-06 10:00:00+00', timestamptz '2024-05-06 11:00:00+00', 'new', false, 'Network'),
  (timestamptz '2024-05-06 11:00:00+00', null, 'on_hold', true, 'Vendor')
) t(started_at, ended_at, status, stops_clock, assignment_group)
