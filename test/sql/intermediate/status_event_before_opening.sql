-- A change dated before the opening counts from the opening; changes of one instant stand in the order statuses are taken.
-- model intermediate.status_event
-- given staging.record
select 'desk:T1' as record_no, 'resolved' as status,
  timestamptz '2024-05-06 09:00:00+00' as opened_at,
  timestamptz '2024-05-06 10:00:00+00' as resolved_at
-- given intermediate.change
from (values
  ('desk:T1', 'status', 'new', 'in_progress', timestamptz '2024-05-06 08:58:00+00', 0),
  ('desk:T1', 'status', 'on_hold', 'resolved', timestamptz '2024-05-06 10:00:00+00', 0),
  ('desk:T1', 'status', 'in_progress', 'on_hold', timestamptz '2024-05-06 10:00:00+00', 0)
) t(record_no, field, from_value, to_value, changed_at, step)
-- expect
from (values
  (timestamptz '2024-05-06 09:00:00+00', -1, 'new', false),
  (timestamptz '2024-05-06 09:00:00+00', 1, 'in_progress', false),
  (timestamptz '2024-05-06 10:00:00+00', 2, 'on_hold', true),
  (timestamptz '2024-05-06 10:00:00+00', 3, 'resolved', false)
) t(happened_at, step, status, stops_clock)
