-- An incident came back when a later one names it, or is of the same requester about the same thing, or reads the same; others and late ones don't count.
-- model intermediate.comeback
-- given staging.record
from (values
  ('1', 'desk:1', 'INC0000001', 'Mail is down', null),
  ('2', 'desk:2', 'INC0000002', 'Mail again', 'INC0000001'),
  ('3', 'desk:3', 'INC0000003', 'Printer 4711 jams', null),
  ('4', 'desk:4', 'INC0000004', 'Printer 4712 jams', null),
  ('5', 'desk:5', 'INC0000005', 'VPN slow', null),
  ('6', 'desk:6', 'INC0000006', 'Laptop will not start', null),
  ('7', 'desk:7', 'INC0000007', 'VPN slow', null)
) t(record_id, record_no, number, title, parent_id)
-- given staging.record_number
from (values
  ('desk', 'INC0000001', 'desk:1'),
  ('desk', 'INC0000002', 'desk:2'),
  ('desk', 'INC0000003', 'desk:3'),
  ('desk', 'INC0000004', 'desk:4'),
  ('desk', 'INC0000005', 'desk:5'),
  ('desk', 'INC0000006', 'desk:6'),
  ('desk', 'INC0000007', 'desk:7')
) t(source, reference, record_no)
-- given intermediate.counted_incident
select 'desk:' || id as record_no, 'desk' as source, requester, service, category,
  opened::timestamptz as opened_at, resolved::timestamptz as resolved_at, resolved::timestamptz as closed_at
from (values
  (1, 'ann', 'Mail', 'Outage', '2024-05-01 09:00:00+00', '2024-05-01 10:00:00+00'),
  (2, 'bob', 'Mail', 'Question', '2024-05-02 09:00:00+00', '2024-05-02 10:00:00+00'),
  (3, 'cid', 'Print', 'Jam', '2024-05-01 09:00:00+00', '2024-05-01 10:00:00+00'),
  (4, 'cid', 'Print', 'Paper', '2024-05-03 09:00:00+00', '2024-05-03 10:00:00+00'),
  (5, 'dan', 'VPN', 'Slow', '2024-03-01 09:00:00+00', '2024-03-01 10:00:00+00'),
  (6, 'eve', 'VPN', 'Slow', '2024-03-02 09:00:00+00', '2024-03-02 10:00:00+00'),
  (7, 'dan', 'VPN', 'Slow', '2024-05-05 09:00:00+00', '2024-05-05 10:00:00+00')
) t(id, requester, service, category, opened, resolved)
-- expect
from (values
  ('desk:1', 'desk:2', 'linked'),
  ('desk:3', 'desk:4', 'same text')
) t(record_no, came_back_record_no, evidence)
