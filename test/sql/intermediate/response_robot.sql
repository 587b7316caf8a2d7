-- Opened and answered by a robot 09:00, assigned 09:40, put in progress 09:55: responded at 09:40. A change of priority or from one person to the next is no response.
-- model intermediate.response
-- given staging.record
from (values ('desk:1'), ('desk:2')) t(record_no)
select *, timestamptz '2024-05-06 09:00:00+00' as opened_at
-- given intermediate.change
from (values
  ('desk:1', 'comments', null, 'Thank you for your mail', timestamptz '2024-05-06 09:00:00+00'),
  ('desk:1', 'assignee', null, 'Ann', timestamptz '2024-05-06 09:40:00+00'),
  ('desk:1', 'status', 'new', 'in_progress', timestamptz '2024-05-06 09:55:00+00'),
  ('desk:2', 'assignee', 'Ann', 'Bob', timestamptz '2024-05-06 09:40:00+00'),
  ('desk:2', 'status', 'in_progress', 'on_hold', timestamptz '2024-05-06 09:50:00+00')
) t(record_no, field, from_value, to_value, changed_at)
-- expect
select 'desk:1' as record_no, timestamptz '2024-05-06 09:40:00+00' as responded_at
