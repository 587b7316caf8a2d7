-- P3, opened Friday 16:00, on hold Monday 10:00–12:00, resolved Wednesday 15:00 in Mon–Fri 09:00–17:00: elapsed 119 h, business 23 h, active 117 h. Without a status history nobody knows what was active.
-- model marts.fct_incident
-- given staging.record
select id as record_no, 'desk' as source, id as record_id, 'incident' as record_type, 'P3' as priority,
  'resolved' as status, timestamptz '2024-05-03 16:00:00+00' as opened_at,
  timestamptz '2024-05-08 15:00:00+00' as resolved_at
from (values ('told'), ('mute')) t(id)
-- given intermediate.change
from (values
  (timestamptz '2024-05-03 16:30:00+00', 'new', 'in_progress'),
  (timestamptz '2024-05-06 10:00:00+00', 'in_progress', 'on_hold'),
  (timestamptz '2024-05-06 12:00:00+00', 'on_hold', 'in_progress'),
  (timestamptz '2024-05-08 15:00:00+00', 'in_progress', 'resolved')
) t(changed_at, from_value, to_value)
select *, 'told' as record_no, 'status' as field, 0 as step
-- expect
from (values
  ('told', 119.0, 23.0, 117.0, 2.0, 119.0, true), ('mute', 119.0, 23.0, null, null, 119.0, true)
) t(record_no, resolve_hours, business_hours, active_hours, hold_hours, observed_hours, is_observed_end)
