-- Impact "2 - Medium" and urgency "1 - High" give P2, so P1 is a mismatch; without urgency or priority there is no verdict. An empty category is vague.
-- model marts.fct_incident
-- given staging.record
from (values
  ('1', '2 - Medium', '1 - High', 'P1', 'Network'), ('2', '2 - Medium', '1 - High', 'P2', ' '),
  ('3', '2 - Medium', null, 'P1', 'Other'), ('4', '2 - Medium', '1 - High', null, 'Mail')
) t(id, impact, urgency, priority, category)
select * exclude (id), id as record_no, id as record_id, 'desk' as source, 'incident' as record_type, 'new' as status,
  timestamptz '2024-05-06 09:00:00+00' as opened_at
-- expect
from (values
  ('1', 'P2', true, false), ('2', 'P2', false, true), ('3', null, null, true), ('4', 'P2', null, false)
) t(record_no, expected_priority, is_priority_mismatch, is_vague_category)
