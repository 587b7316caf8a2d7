-- A record that names another by its id, or as the second of two numbers it quotes, links to it.
-- model intermediate.comeback
-- given staging.record
from (values
  ('1', null, null), ('2', null, 'a1'), ('3', null, null),
  ('4', 'As INC0000009 and INC0000003', null)
) t(record_no, title, parent_id)
-- given staging.record_number
from (values
  ('desk', 'a1', 1), ('desk', 'INC0000001', 1), ('desk', 'INC0000003', 3)
) t(source, reference, record_no)
-- given intermediate.counted_incident
select id as record_no, 'desk' as source, opened::timestamptz as opened_at,
  resolved::timestamptz as resolved_at, resolved::timestamptz as closed_at
from (values
  (1, '2024-05-01 09:00:00+00', '2024-05-01 10:00:00+00'),
  (2, '2024-05-02 09:00:00+00', null),
  (3, '2024-05-01 09:00:00+00', '2024-05-01 10:00:00+00'),
  (4, '2024-05-03 09:00:00+00', null)
) t(id, opened, resolved)
-- expect
from (values (1, 2, 'linked'), (3, 4, 'linked')) t(record_no, came_back_record_no, evidence)
