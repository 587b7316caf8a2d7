-- A reopened record moves back to open; from resolved to closed is no move, and an unknown status says nothing.
-- model intermediate.state_change
-- given staging.record
select 'desk:T1' as record_no
-- given intermediate.status_event
from (values
  ('desk:T1', timestamptz '2024-05-06 09:00:00+00', 0, 'open'),
  ('desk:T1', timestamptz '2024-05-06 10:00:00+00', 0, 'resolved'),
  ('desk:T1', timestamptz '2024-05-06 11:00:00+00', 0, null),
  ('desk:T1', timestamptz '2024-05-06 12:00:00+00', 0, 'resolved'),
  ('desk:T1', timestamptz '2024-05-07 09:00:00+00', 0, 'open'),
  ('desk:T1', timestamptz '2024-05-08 09:00:00+00', 0, 'resolved')
) t(record_no, happened_at, step, state)
-- expect
from (values
  (timestamptz '2024-05-06 10:00:00+00', 'open', 'resolved'),
  (timestamptz '2024-05-07 09:00:00+00', 'resolved', 'open'),
  (timestamptz '2024-05-08 09:00:00+00', 'open', 'resolved')
) t(happened_at, from_state, to_state)
