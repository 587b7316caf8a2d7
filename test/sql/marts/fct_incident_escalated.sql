-- Desk → Network → Desk is a functional escalation, P3 → P2 → P3 a hierarchical one; a source whose history never tells such changes has neither, rather than none.
-- model marts.fct_incident
-- given staging.record
from (values
  ('passed on', 'desk'), ('raised', 'desk'), ('quiet', 'desk'), ('elsewhere', 'mute')
) t(id, source)
select id as record_no, id as record_id, source, 'incident' as record_type, 'Service Desk' as assignment_group,
  'resolved' as status, timestamptz '2024-05-06 09:00:00+00' as opened_at,
  timestamptz '2024-05-06 15:00:00+00' as resolved_at
-- given intermediate.change
from (values
  ('passed on', 'assignment_group', 'Service Desk', 'Network', timestamptz '2024-05-06 10:00:00+00'),
  ('passed on', 'assignment_group', 'Network', 'Service Desk', timestamptz '2024-05-06 11:00:00+00'),
  ('raised', 'priority', 'P3', 'P2', timestamptz '2024-05-06 10:00:00+00'),
  ('raised', 'priority', 'P2', 'P3', timestamptz '2024-05-06 11:00:00+00'),
  ('elsewhere', 'status', 'new', 'in_progress', timestamptz '2024-05-06 10:00:00+00')
) t(record_no, field, from_value, to_value, changed_at)
select *, 0 as step
-- expect
from (values
  ('passed on', true, false, false, null), ('raised', false, true, true, null),
  ('quiet', false, false, false, null), ('elsewhere', null, null, null, null)
) t(record_no, is_escalated_functionally, is_escalated_hierarchically, is_reprioritised, is_recategorised)
