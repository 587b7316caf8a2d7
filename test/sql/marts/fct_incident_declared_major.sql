-- Where only declarations as major are told, they alone make a hierarchical escalation.
-- model marts.fct_incident
-- given staging.record
select id as record_no, id as record_id, 'desk' as source, 'incident' as record_type, 'in_progress' as status,
  timestamptz '2024-05-06 09:00:00+00' as opened_at
from (values ('declared'), ('plain')) t(id)
-- given intermediate.change
select 'declared' as record_no, 'is_major' as field, 'false' as from_value, 'true' as to_value,
  timestamptz '2024-05-06 10:00:00+00' as changed_at, 0 as step
-- expect
from (values ('declared', true, null), ('plain', false, null))
  t(record_no, is_escalated_hierarchically, is_reprioritised)
