-- A call at 16:50 resolved by the desk at 09:20 the next day took 30 business minutes: first contact and first level. Resolved at 14:00 it is first level only; passed on, or reopened within 7 days, it is neither.
-- model marts.fct_incident
-- given staging.record
from (values
  ('next morning', 'Service Desk', timestamptz '2024-05-07 09:20:00+00'),
  ('next afternoon', 'Service Desk', timestamptz '2024-05-07 14:00:00+00'),
  ('passed on', 'Network', timestamptz '2024-05-07 09:20:00+00'),
  ('reopened', 'Service Desk', timestamptz '2024-05-08 09:20:00+00')
) t(id, assignment_group, resolved_at)
select * exclude (id), 'desk' as source, id as record_no, id as record_id, id as number,
  'incident' as record_type, 'resolved' as status, timestamptz '2024-05-06 16:50:00+00' as opened_at
-- given intermediate.change
from (values
  ('passed on', 'assignment_group', 'Service Desk', 'Network', timestamptz '2024-05-06 16:55:00+00', 0),
  ('reopened', 'status', 'in_progress', 'resolved', timestamptz '2024-05-06 16:55:00+00', 0),
  ('reopened', 'status', 'resolved', 'in_progress', timestamptz '2024-05-07 16:55:00+00', 0),
  ('reopened', 'status', 'in_progress', 'resolved', timestamptz '2024-05-08 09:20:00+00', 0)
) t(record_no, field, from_value, to_value, changed_at, step)
-- expect
from (values
  ('next morning', true, true, 0), ('next afternoon', false, true, 0),
  ('passed on', false, false, 0), ('reopened', false, false, 1)
) t(record_no, is_first_contact, is_first_level, reopen_count)
