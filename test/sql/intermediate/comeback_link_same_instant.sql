-- Of two that were opened in the same instant the first in number is the return, in every build.
-- model intermediate.comeback_link
-- given settings.struck_link
select null as source, null as record_id, null as came_back_record_id limit 0
-- given staging.record
from (values (1, 'a', 'A'), (2, 'b', 'B'), (3, 'c', 'C')) t(record_no, record_id, title)
-- given staging.record_number
select null as source, null as reference, null as record_no limit 0
-- given intermediate.counted_incident
select record_no, 'desk' as source, 'ann' as requester, 'Dock' as service, 'Scanner' as category,
  opened::timestamptz as opened_at, resolved::timestamptz as resolved_at,
  resolved::timestamptz as closed_at
from (values
  (3, '2024-05-02 09:00:00+00', null),
  (2, '2024-05-02 09:00:00+00', null),
  (1, '2024-05-01 09:00:00+00', '2024-05-01 10:00:00+00')
) t(record_no, opened, resolved)
-- expect
from (values (1, 2, 2)) t(record_no, came_back_record_no, strength)
