-- A pair has one row with every kind of evidence there is for it.
-- model intermediate.comeback_link
-- given settings.struck_link
select null as source, null as record_id, null as came_back_record_id limit 0
-- given staging.record
from (values
  (1, 'a', 'INC0000001', 'Scanner 12 offline', null),
  (2, 'b', 'INC0000002', 'Scanner 14 offline', 'INC0000001'),
  (3, 'c', 'INC0000003', 'Scanner 15 offline', null)
) t(record_no, record_id, number, title, parent_id)
-- given staging.record_number
from (values ('desk', 'INC0000001', 1)) t(source, reference, record_no)
-- given intermediate.counted_incident
select record_no, 'desk' as source, 'ann' as requester, 'Dock' as service, 'Scanner' as category,
  opened::timestamptz as opened_at, resolved::timestamptz as resolved_at,
  resolved::timestamptz as closed_at
from (values
  (1, '2024-05-01 09:00:00+00', '2024-05-01 10:00:00+00'),
  (2, '2024-05-02 09:00:00+00', null),
  (3, '2024-05-03 09:00:00+00', null)
) t(record_no, opened, resolved)
-- expect
from (values
  (1, 2, 1, true, true, true, false),
  (1, 3, 3, false, false, true, false)
) t(record_no, came_back_record_no, strength, is_linked, is_same_subject, is_same_text, is_struck)
