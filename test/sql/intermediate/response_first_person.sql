-- Only the first person put on it answers: someone may have stood on it before its history begins. From
-- new to a status nobody knows and on is one move off new.
-- model intermediate.response
-- given staging.record
from (values ('assigned'), ('taken over'), ('unknown between')) t(record_no)
-- given intermediate.change
from (values
  ('assigned', 'assignee', null, 'Ada', 1), ('assigned', 'assignee', 'Ada', null, 2),
  ('assigned', 'assignee', null, 'Ben', 3),
  ('taken over', 'assignee', 'Ada', null, 1), ('taken over', 'assignee', null, 'Ben', 2),
  ('taken over', 'status', 'new', 'in_progress', 3),
  ('unknown between', 'status', 'new', 'unknown', 1),
  ('unknown between', 'status', 'unknown', 'in_progress', 2)
) t(record_no, field, from_value, to_value, hour)
select * exclude (hour), 0 as step,
  timestamptz '2024-05-06 09:00:00+00' + to_hours(hour) as changed_at
-- expect
from (values
  ('assigned', timestamptz '2024-05-06 10:00:00+00'),
  ('taken over', timestamptz '2024-05-06 12:00:00+00'),
  ('unknown between', timestamptz '2024-05-06 11:00:00+00')
) t(record_no, responded_at)
