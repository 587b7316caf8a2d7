-- Network → Software → Network is recategorised; empty → Network is not. P3 → P2 → P3 is reprioritised and was raised; P2 → P3 was not; empty → P1 is neither. Each tells that the source keeps such a history.
-- model intermediate.correction
-- given staging.record
from (values ('back and forth'), ('filled'), ('there and back'), ('lowered'), ('filled priority'), ('status only'))
  t(record_no)
-- given intermediate.change
from (values
  ('back and forth', 'category', 'Network', 'Software'), ('back and forth', 'category', 'Software', 'Network'),
  ('filled', 'category', null, 'Network'),
  ('there and back', 'priority', 'P3', 'P2'), ('there and back', 'priority', 'P2', 'P3'),
  ('lowered', 'priority', 'P2', 'P3'),
  ('filled priority', 'priority', null, 'P1'),
  ('status only', 'status', 'new', 'in_progress'), ('status only', 'title', 'a', 'b')
) t(record_no, field, from_value, to_value)
-- expect
from (values
  ('back and forth', true, false, false, true, false, false),
  ('filled', false, false, false, true, false, false),
  ('there and back', false, true, true, false, true, false),
  ('lowered', false, true, false, false, true, false),
  ('filled priority', false, false, false, false, true, false),
  ('status only', false, false, false, false, false, true)
) t(record_no, is_recategorised, is_reprioritised, is_priority_raised, has_category_change,
  has_priority_change, has_status_change)
