-- A return by every kind of evidence is shown by the strongest, whichever came first; another person, another source and a return before the resolution are none.
-- model intermediate.comeback
-- given staging.record
from (values
  ('1', 'desk:1', 'INC0000001', 'Scanner 12 offline', null, null),
  ('2', 'desk:2', 'INC0000002', 'Scanner 14 offline', null, null),
  ('3', 'desk:3', 'INC0000003', 'Not again', 'Same as INC0000001 of last week', null),
  ('4', 'desk:4', 'INC0000004', 'Scanner 12 offline', null, null),
  ('5', 'desk:5', 'INC0000005', 'Scanner 12 offline', null, null),
  ('6', 'other:6', 'INC0000006', 'Scanner 12 offline', null, 'INC0000001')
) t(record_id, record_no, number, title, description, parent_id)
-- given staging.record_number
from (values
  ('desk', 'INC0000001', 'desk:1'),
  ('desk', 'INC0000002', 'desk:2'),
  ('desk', 'INC0000003', 'desk:3'),
  ('desk', 'INC0000004', 'desk:4'),
  ('desk', 'INC0000005', 'desk:5'),
  ('other', 'INC0000006', 'other:6')
) t(source, reference, record_no)
-- given intermediate.counted_incident
select key as record_no, source, requester, 'Warehouse' as service, 'Handheld' as category,
  opened::timestamptz as opened_at, resolved::timestamptz as resolved_at,
  resolved::timestamptz as closed_at
from (values
  ('desk:1', 'desk', 'ann', '2024-05-01 09:00:00+00', '2024-05-01 12:00:00+00'),
  ('desk:2', 'desk', 'ann', '2024-05-04 09:00:00+00', null),
  ('desk:3', 'desk', 'bob', '2024-05-06 09:00:00+00', null),
  ('desk:4', 'desk', 'cid', '2024-05-05 09:00:00+00', null),
  ('desk:5', 'desk', 'ann', '2024-05-01 11:00:00+00', null),
  ('other:6', 'other', 'ann', '2024-05-05 09:00:00+00', null)
) t(key, source, requester, opened, resolved)
-- expect
select 'desk:1' as record_no, 'desk:3' as came_back_record_no, 'linked' as evidence,
  timestamptz '2024-05-04 09:00:00+00' as came_back_at
