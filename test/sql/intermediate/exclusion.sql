-- Requests, deleted, merged and duplicate records and children of a major are left out, each with its reason.
-- model intermediate.exclusion
-- given staging.record
from (values
  ('desk', '1', 'desk:1', 'INC1', 'incident', 'closed', null, null, true),
  ('desk', '2', 'desk:2', 'INC2', 'incident', 'closed', null, 'INC1', false),
  ('desk', '3', 'desk:3', 'INC3', 'request', 'closed', null, null, false),
  ('desk', '4', 'desk:4', 'INC4', 'incident', 'merged', null, null, false),
  ('desk', '5', 'desk:5', 'INC5', 'incident', 'closed', 'INC1', null, false),
  ('desk', '6', 'desk:6', 'INC6', 'incident', 'cancelled', null, 'INC5', false),
  ('other', '7', 'other:7', 'INC7', 'incident', 'closed', null, 'INC1', false)
) t(source, record_id, record_no, number, record_type, status, duplicate_of, parent_id, is_major)
-- expect
from (values
  ('desk:1', null), ('desk:2', 'child of a major incident'), ('desk:3', 'request'),
  ('desk:4', 'merged'), ('desk:5', 'duplicate'), ('desk:6', null), ('other:7', null)
) t(record_no, exclusion)
