-- A struck link is kept and marked, and the next return of the same subject is looked for behind it.
-- model intermediate.comeback_link
-- given settings.struck_link
from (values ('desk', 'a', 'b')) t(source, record_id, came_back_record_id)
-- given staging.record
from (values
  ('desk', 'a', 1, 'Printer on floor three'), ('desk', 'b', 2, 'Toner is empty'),
  ('desk', 'c', 3, 'Paper jam in tray two'), ('desk', 'd', 4, 'Feeder makes noise'),
  ('other', 'a', 5, 'Printer on floor three'), ('other', 'b', 6, 'Toner is empty')
) t(source, record_id, record_no, title)
-- given intermediate.counted_incident
select record_no, source, 'ann' as requester, 'Print' as service, 'Printer' as category,
  opened::timestamptz as opened_at, resolved::timestamptz as resolved_at,
  resolved::timestamptz as closed_at
from (values
  (1, 'desk', '2024-05-01 09:00:00+00', '2024-05-01 10:00:00+00'),
  (2, 'desk', '2024-05-02 09:00:00+00', null),
  (3, 'desk', '2024-05-03 09:00:00+00', null),
  (4, 'desk', '2024-05-04 09:00:00+00', null),
  (5, 'other', '2024-05-01 09:00:00+00', '2024-05-01 10:00:00+00'),
  (6, 'other', '2024-05-02 09:00:00+00', null)
) t(record_no, source, opened, resolved)
-- expect
from (values
  (1, 2, timestamptz '2024-05-02 09:00:00+00', true),
  (1, 3, timestamptz '2024-05-03 09:00:00+00', false),
  (5, 6, timestamptz '2024-05-02 09:00:00+00', false)
) t(record_no, came_back_record_no, opened_at, is_struck)
