-- The first response is the tool's own time, else the first move off new or the first person put on it.
-- model intermediate.response
-- given staging.record
from (values
  ('desk:T1', timestamptz '2024-05-06 09:00:00+00', timestamptz '2024-05-06 09:10:00+00'),
  ('desk:T2', timestamptz '2024-05-06 09:00:00+00', null),
  ('desk:T3', timestamptz '2024-05-06 09:00:00+00', null)
) t(record_no, opened_at, responded_at)
-- given intermediate.change
from (values
  ('desk:T1', 'assignee', null, 'Ann', timestamptz '2024-05-06 09:05:00+00'),
  ('desk:T2', 'status', 'new', 'in_progress', timestamptz '2024-05-06 09:30:00+00'),
  ('desk:T2', 'assignee', null, 'Ann', timestamptz '2024-05-06 09:20:00+00'),
  ('desk:T3', 'priority', 'P3', 'P2', timestamptz '2024-05-06 09:20:00+00')
) t(record_no, field, from_value, to_value, changed_at)
-- expect
from (values
  ('desk:T1', timestamptz '2024-05-06 09:10:00+00', 'recorded'),
  ('desk:T2', timestamptz '2024-05-06 09:20:00+00', 'history')
) t(record_no, responded_at, responded_at_source)
