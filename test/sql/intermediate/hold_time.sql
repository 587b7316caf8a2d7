-- Opened Friday 16:00, on hold Monday 10:00–12:00, resolved Wednesday 15:00: 2 h on hold, 117 h active. Noticed on Monday 11:00, only the second hour of the hold counts. Without a status history nobody knows.
-- model intermediate.hold_time
-- given staging.record
from (values
  ('as opened', null), ('noticed later', timestamptz '2024-05-06 11:00:00+00'), ('no history', null)
) t(record_no, detected_at)
select *, 'desk' as source, 'incident' as record_type, 'resolved' as status,
  timestamptz '2024-05-03 16:00:00+00' as opened_at, timestamptz '2024-05-08 15:00:00+00' as resolved_at
-- given intermediate.change
from (values
  (timestamptz '2024-05-03 16:30:00+00', 'new', 'in_progress'),
  (timestamptz '2024-05-06 10:00:00+00', 'in_progress', 'on_hold'),
  (timestamptz '2024-05-06 12:00:00+00', 'on_hold', 'in_progress'),
  (timestamptz '2024-05-08 15:00:00+00', 'in_progress', 'resolved')
) c(changed_at, from_value, to_value)
cross join (values ('as opened'), ('noticed later')) r(record_no)
select *, 'status' as field, 0 as step
-- expect
from (values ('as opened', 2.0, 117.0), ('noticed later', 1.0, 51.0)) t(record_no, hold_hours, active_hours)
