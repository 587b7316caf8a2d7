-- A source that links articles has incidents without knowledge, one that never does has nothing to say; the same holds for its automation flag and its users' answers.
-- model marts.fct_incident
-- given staging.record
from (values
  ('1', 'desk', 'KB7', null, null), ('2', 'desk', null, true, null), ('3', 'desk', null, null, 4.0),
  ('4', 'mute', null, null, null)
) t(id, source, knowledge_id, is_automated, satisfaction)
select * exclude (id), id as record_no, id as record_id, 'incident' as record_type, 'resolved' as status,
  timestamptz '2024-05-06 09:00:00+00' as opened_at, timestamptz '2024-05-06 10:00:00+00' as resolved_at
-- expect
from (values
  ('1', true, false, true, null), ('2', false, true, true, null), ('3', false, false, true, 4.0),
  ('4', null, null, false, null)
) t(record_no, has_knowledge, is_automated, is_satisfaction_asked, satisfaction)
