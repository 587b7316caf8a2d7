-- Of two people put on it in the same instant the first by name decides, in every build: it was taken
-- over from Eve, and not from nobody.
-- model intermediate.response
-- given staging.record
select '1' as record_no
-- given intermediate.change
from (values (null, 'Ben'), ('Eve', 'Ada')) t(from_value, to_value)
select *, '1' as record_no, 'assignee' as field, 0 as step,
  timestamptz '2024-05-06 09:00:00+00' as changed_at
-- expect
select '1' as record_no where false
