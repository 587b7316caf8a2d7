-- Where the tool counts no reopening, a short return to open is a log out of order and goes, with the resolution before it.
-- model intermediate.state_change
-- given staging.record
select 'desk:T1' as record_no, 0 as reopen_count
-- given intermediate.status_event
from (values
  ('desk:T1', timestamptz '2024-05-06 09:00:00+00', 0, 'open'),
  ('desk:T1', timestamptz '2024-05-06 10:00:00+00', 0, 'resolved'),
  ('desk:T1', timestamptz '2024-05-06 10:00:05+00', 0, 'open'),
  ('desk:T1', timestamptz '2024-05-06 10:00:09+00', 0, 'resolved')
) t(record_no, happened_at, step, state)
-- expect
select timestamptz '2024-05-06 10:00:09+00' as happened_at, 'resolved' as to_state
