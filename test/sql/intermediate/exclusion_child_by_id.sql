-- A child is left out whether it names its major by number or by id; a cancelled incident is not, and a duplicate is told by its resolution code as well.
-- model intermediate.exclusion
-- given staging.record
from (values
  ('a1', 'desk:a1', 'INC1', 'closed', null, null, true),
  ('a2', 'desk:a2', 'INC2', 'closed', null, 'a1', false),
  ('a3', 'desk:a3', 'INC3', 'cancelled', null, null, false),
  ('a4', 'desk:a4', 'INC4', 'closed', 'Duplicate', null, false),
  ('a5', 'desk:a5', 'INC5', 'deleted', null, 'INC1', false)
) t(record_id, record_no, number, status, resolution_code, parent_id, is_major)
select *, 'desk' as source, 'incident' as record_type
-- expect
from (values
  ('desk:a1', null), ('desk:a2', 'child of a major incident'), ('desk:a3', null),
  ('desk:a4', 'duplicate'), ('desk:a5', 'deleted')
) t(record_no, exclusion)
