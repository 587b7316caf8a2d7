-- Impact "2 - Medium" and urgency "1 - High" give P2; words are levels where no number leads; a level that the matrix has no cell for, and a word nobody knows, give none.
-- model intermediate.expected_priority
-- given staging.record
from (values
  ('1', '2 - Medium', '1 - High'), ('2', ' HIGH ', 'Low'), ('3', '3', '3 - Low'), ('4', '4 - Very low', '1'),
  ('5', 'Some', '1'), ('6', null, '1'), ('7', '2 - Medium', '1 - High')
) t(record_no, impact, urgency)
-- expect
from (values ('2 - Medium', '1 - High', 'P2'), (' HIGH ', 'Low', 'P3'), ('3', '3 - Low', 'P5'))
  t(impact, urgency, expected_priority)
