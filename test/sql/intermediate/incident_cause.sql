-- Worded like no other, an incident belongs where its resolution is at home (A), in the same service (not B). One
-- that is worded like enough others stays there, however it was resolved (F1).
-- model intermediate.incident_cause
-- given intermediate.incident_facet
from (values
  ('A', 'Net', 'Wifi', 9, 71), ('B', 'Mail', 'Sync', 8, 71), ('C', 'Net', 'Wifi', null, null),
  ('F1', 'Net', 'Wifi', 2, 71), ('F2', 'Net', 'Wifi', 2, 72), ('F3', 'Net', 'Wifi', 2, 72),
  ('F4', 'Net', 'Wifi', 2, 72), ('F5', 'Net', 'Wifi', 2, 72),
  ('H1', 'Net', 'Wifi', 1, 71), ('H2', 'Net', 'Wifi', 1, 71), ('H3', 'Net', 'Wifi', 1, 71)
) t(record_no, service, subcategory, group_no, note_group_no)
-- given intermediate.cause
from (values (1, 1), (2, 2), (8, 8), (9, 9)) t(group_no, cause_no)
-- given intermediate.own_resolution
select 71 as note_group_no, 0.9 as own_share
-- given intermediate.wording_profile
select i as group_no, 'Net' as service, 1.0 as service_share from (values (1), (2), (8), (9)) r(i)
-- expect
from (values
  ('A', 1, 'workaround'), ('B', 8, 'text'), ('C', null, 'text'), ('F1', 2, 'text'), ('F2', 2, 'text'),
  ('F3', 2, 'text'), ('F4', 2, 'text'), ('F5', 2, 'text'),
  ('H1', 1, 'workaround'), ('H2', 1, 'workaround'), ('H3', 1, 'workaround')
) t(record_no, cause_no, told_by)
