-- The same requester about the same service and category within 30 days of closing is a return.
-- model intermediate.comeback
-- given staging.record
from (values ('1', 'desk:1', 'A'), ('2', 'desk:2', 'B')) t(record_id, record_no, number)
-- given intermediate.counted_incident
select 'desk:' || id as record_no, 'desk' as source, 'ann' as requester, 'Mail' as service,
  'Outage' as category, opened::timestamptz as opened_at, resolved::timestamptz as resolved_at,
  resolved::timestamptz as closed_at
from (values
  (1, '2024-05-01 09:00:00+00', '2024-05-01 10:00:00+00'),
  (2, '2024-05-31 09:00:00+00', '2024-05-31 10:00:00+00')
) t(id, opened, resolved)
-- expect
select 'desk:1' as record_no, 'desk:2' as came_back_record_no,
  'same service and category' as evidence
