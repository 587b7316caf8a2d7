-- What one incident of a source tells, the source tells; what none tells, it doesn't. A flag that is always false is told.
-- model intermediate.source_told
-- given intermediate.counted_incident
from (values ('1', 'desk', 'L1'), ('2', 'desk', 'L2'), ('3', 'mute', 'L2')) t(record_no, source, tier)
-- given staging.record
from (values ('1', false), ('2', null), ('3', null)) t(record_no, is_automated)
-- given intermediate.correction
from (values ('2', true, false, true, false), ('3', false, false, false, false), ('4', true, true, true, true))
  t(record_no, has_group_change, has_priority_change, has_category_change, has_major_change)
-- given intermediate.knowledge_link
from (values ('2', 'article')) t(record_no, evidence)
-- given intermediate.satisfaction
from (values ('1', 'desk', 4.0)) t(record_no, source, satisfaction)
-- expect
from (values
  ('desk', true, true, true, true, true, false, true, false),
  ('mute', false, false, false, false, false, false, false, false)
) t(source, has_first_level, has_knowledge, has_automation, has_satisfaction, has_group_history,
  has_priority_history, has_category_history, has_major_history)
