-- A source without a tier-1 group has no first-level verdict rather than none resolved at first level.
-- model marts.fct_incident
-- given staging.record
from (values ('1', 'Network'), ('2', 'Servers')) t(id, assignment_group)
select * exclude (id), 'desk' as source, id as record_no, id as record_id, id as number,
  'incident' as record_type, 'resolved' as status, timestamptz '2024-05-06 09:00:00+00' as opened_at,
  timestamptz '2024-05-06 09:30:00+00' as resolved_at
-- expect
from (values ('1', true, null), ('2', true, null)) t(record_no, is_first_contact, is_first_level)
