-- An id in the log stands for the name that most records it was last set on have now.
-- model intermediate.reference_name
-- given staging.record
from (values
  ('desk:T1', 'Network'), ('desk:T2', 'Network'), ('desk:T3', 'Desk')
) t(record_no, assignment_group)
-- given staging.change
select 'desk' as source, key as record_no, 'assignment_group' as field,
  repeat('a', 32) as to_value, timestamptz '2024-05-06 09:00:00+00' as changed_at
from (values ('desk:T1'), ('desk:T2'), ('desk:T3')) t(key)
union all
select 'desk', 'desk:T1', 'assignment_group', 'Desk', timestamptz '2024-05-05 09:00:00+00'
-- expect
select repeat('a', 32) as reference, 'Network' as name
