-- The first policy whose conditions all hold and that was in force when the record was opened; other
-- kinds come from the next one that has them. What ends on a day still holds for what was opened on it.
-- model intermediate.sla_policy
-- given settings.workspace
select 'Europe/Berlin' as zone
-- given settings.sla_policy
from (values
  ('payroll', 1, 'resolution', date '2024-07-01', date '2024-12-31'),
  ('board', 2, 'response', null, null),
  ('standard P3', 3, 'resolution', null, null),
  ('standard P3', 3, 'response', null, null)
) t(policy, position, kind, from_day, until_day)
-- given settings.sla_condition
from (values
  ('payroll', 'record_type', 'incident'), ('payroll', 'service', 'Payroll'),
  ('payroll', 'priority', 'P2'), ('payroll', 'priority', 'P3'),
  ('board', 'record_type', 'incident'), ('board', 'requester_group', 'Board'),
  ('standard P3', 'record_type', 'incident'), ('standard P3', 'priority', 'P3')
) t(policy, field, value)
-- given settings.attribute
select 1 as position, 'requester_group' as dimension, 'Department' as attribute
-- given staging.record
from (values
  ('last day before', 'incident', 'Payroll', 'P3', timestamptz '2024-06-30 21:59:59+00', 'Sales'),
  ('first day', 'incident', ' Payroll', 'P3', timestamptz '2024-06-30 22:00:00+00', 'Sales'),
  ('last day', 'incident', 'Payroll', 'P2', timestamptz '2024-12-31 22:59:00+00', null),
  ('after', 'incident', 'Payroll', 'P2', timestamptz '2024-12-31 23:00:00+00', null),
  ('of the board', 'incident', 'Mail', 'P3', timestamptz '2024-08-01 10:00:00+00', 'Board'),
  ('request', 'request', 'Payroll', 'P3', timestamptz '2024-08-01 10:00:00+00', 'Board'),
  ('no priority', 'incident', 'Payroll', null, timestamptz '2024-08-01 10:00:00+00', null)
) t(record_no, record_type, service, priority, opened_at, department)
select * exclude (department), map {'Department': department} as attributes
-- expect
from (values
  ('last day before', 'resolution', 3), ('last day before', 'response', 3),
  ('first day', 'resolution', 1), ('first day', 'response', 3),
  ('last day', 'resolution', 1),
  ('of the board', 'resolution', 3), ('of the board', 'response', 2)
) t(record_no, kind, position)
