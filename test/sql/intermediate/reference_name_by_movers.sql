-- A group that passes everything on is named by the home of those who pass on, if nearly all agree.
-- model intermediate.reference_name
-- given staging.record
select i as record_no, 'sn' as source, 'ann' as assignee, 'Desk' as assignment_group
from range(1, 11) t(i)
union all
select i, 'sn', 'bob', 'Network' from range(11, 21) t(i)
-- given staging.change
select i as record_no, 'sn' as source, 'assignment_group' as field, repeat('a', 32) as from_value,
  'Elsewhere' as to_value, 'ann' as changed_by, timestamptz '2024-05-06 09:00:00+00' as changed_at
from range(1, 26) t(i)
union all
select i, 'sn', 'assignment_group', repeat('b', 32), 'Elsewhere', if(i % 2 = 0, 'ann', 'bob'),
  timestamptz '2024-05-06 09:00:00+00'
from range(30, 60) t(i)
-- expect
select repeat('a', 32) as reference, 'Desk' as name
