-- Resolved Monday 10:00, logged again by the same person Wednesday 09:00 (47 h): closed too early; at 11:00 (49 h) not. Reopened within 48 hours is too early as well, and what is still open has no verdict.
-- model marts.fct_incident
-- given staging.record
from (values
  ('1', 'ann', 'resolved', timestamptz '2024-05-06 09:00:00+00', timestamptz '2024-05-06 10:00:00+00'),
  ('2', 'ann', 'new', timestamptz '2024-05-08 09:00:00+00', null),
  ('3', 'bob', 'resolved', timestamptz '2024-05-06 09:00:00+00', timestamptz '2024-05-06 10:00:00+00'),
  ('4', 'bob', 'new', timestamptz '2024-05-08 11:00:00+00', null),
  ('5', 'eve', 'resolved', timestamptz '2024-05-06 09:00:00+00', timestamptz '2024-05-09 10:00:00+00'),
  ('6', 'kim', 'resolved', timestamptz '2024-05-06 09:00:00+00', timestamptz '2024-05-09 12:00:00+00')
) t(id, requester, status, opened_at, resolved_at)
select * exclude (id), id as record_no, id as record_id, id as number, 'desk' as source,
  'incident' as record_type, 'Mail' as service, 'Outage' as category, resolved_at as closed_at
-- given intermediate.change
from (values
  ('5', 'in_progress', 'resolved', timestamptz '2024-05-06 10:00:00+00'),
  ('5', 'resolved', 'in_progress', timestamptz '2024-05-08 10:00:00+00'),
  ('5', 'in_progress', 'resolved', timestamptz '2024-05-09 10:00:00+00'),
  ('6', 'in_progress', 'resolved', timestamptz '2024-05-06 10:00:00+00'),
  ('6', 'resolved', 'in_progress', timestamptz '2024-05-08 11:00:00+00'),
  ('6', 'in_progress', 'resolved', timestamptz '2024-05-09 12:00:00+00')
) t(record_no, from_value, to_value, changed_at)
select *, 'status' as field, 0 as step
-- expect
from (values ('1', true), ('2', null), ('3', false), ('4', null), ('5', true), ('6', false)) t(record_no, is_premature)
