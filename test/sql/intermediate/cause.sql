-- Groups resolved alike have one cause, though in two languages (1 and 4), and so have those on the same CI (2 and 5).
-- A resolution that is nobody's own ties nothing (6 and 7).
-- model intermediate.cause
-- given intermediate.incident_facet
from (values ('A', 1), ('B', 2), ('D', 4), ('E', 5), ('F', 6), ('G', 7), ('H', null)) t(record_no, group_no)
-- given intermediate.own_resolution
select 71 as note_group_no
-- given intermediate.cause_bond
from (values
  (1, 'resolution', '71', 'Mail', 1.0), (4, 'resolution', '71', 'Mail', 1.0),
  (2, 'ci', 'SW1', 'Net', 1.0), (5, 'ci', 'SW1', 'Net', 1.0),
  (6, 'resolution', '70', 'Net', 1.0), (7, 'resolution', '70', 'Net', 1.0)
) t(group_no, kind, value, service, service_share)
-- expect
from (values (1, 1), (4, 1), (2, 2), (5, 2), (6, 6), (7, 7)) t(group_no, cause_no)
