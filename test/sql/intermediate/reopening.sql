-- Reopenings are counted, and the shortest time an incident stayed resolved is kept.
-- model intermediate.reopening
-- given intermediate.state_change
from (values
  ('desk:1', timestamptz '2024-05-06 09:00:00+00', 1, 'open', 'resolved'),
  ('desk:1', timestamptz '2024-05-08 09:00:00+00', 2, 'resolved', 'open'),
  ('desk:1', timestamptz '2024-05-08 10:00:00+00', 3, 'open', 'resolved'),
  ('desk:1', timestamptz '2024-05-08 11:30:00+00', 4, 'resolved', 'open'),
  ('desk:2', timestamptz '2024-05-06 09:00:00+00', 1, 'open', 'resolved')
) t(record_no, happened_at, step, from_state, to_state)
-- expect
select 'desk:1' as record_no, 2 as reopen_count, 1.5 as soonest_hours
