-- Digits and a word at the end don't make a title another one, another matter does, and short titles say nothing; what comes within 30 days of closing counts, a second later doesn't.
-- model intermediate.comeback
-- given staging.record
from (values
  ('1', 'desk:1', 'A1', 'Order 4711 stuck in status released'),
  ('2', 'desk:2', 'A2', 'Order 99 stuck in status released'),
  ('3', 'desk:3', 'A3', 'VPN'),
  ('4', 'desk:4', 'A4', 'VPN'),
  ('5', 'desk:5', 'A5', 'Badge reader of door 4 offline'),
  ('6', 'desk:6', 'A6', 'Badge reader of door 4 offline'),
  ('7', 'desk:7', 'A7', 'Handheld 17 frozen at goods-in'),
  ('8', 'desk:8', 'A8', 'Handheld frozen at goods-in again'),
  ('9', 'desk:9', 'A9', 'Handheld lost in the yard')
) t(record_id, record_no, number, title)
-- given intermediate.counted_incident
select 'desk:' || id as record_no, 'desk' as source, requester, service, 'Other' || id as category,
  opened::timestamptz as opened_at, resolved::timestamptz as resolved_at,
  closed::timestamptz as closed_at
from (values
  (1, 'ann', 'ERP', '2024-05-01 09:00:00+00', '2024-05-01 10:00:00+00', '2024-05-06 10:00:00+00'),
  (2, 'ann', 'Shop', '2024-06-05 10:00:00+00', null, null),
  (3, 'bob', 'VPN', '2024-05-01 09:00:00+00', '2024-05-01 10:00:00+00', '2024-05-01 10:00:00+00'),
  (4, 'bob', 'Net', '2024-05-02 09:00:00+00', null, null),
  (5, 'cid', 'Doors', '2024-05-01 09:00:00+00', '2024-05-01 10:00:00+00', '2024-05-01 10:00:00+00'),
  (6, 'cid', 'Site', '2024-05-31 10:00:01+00', null, null),
  (7, 'dan', 'Dock', '2024-05-01 09:00:00+00', '2024-05-01 10:00:00+00', '2024-05-01 10:00:00+00'),
  (8, 'dan', 'Yard', '2024-05-09 09:00:00+00', null, null),
  (9, 'dan', 'Gate', '2024-05-03 09:00:00+00', null, null)
) t(id, requester, service, opened, resolved, closed)
-- expect
from (values ('desk:1', 'desk:2', 'same text'), ('desk:7', 'desk:8', 'same text'))
  t(record_no, came_back_record_no, evidence)
