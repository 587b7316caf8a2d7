-- Groups on one CI that are resolved in two ways of their own have two causes; the same resolution in another
-- service is another cause, unless both are spread over services (5 and 6).
-- model intermediate.cause
-- given intermediate.incident_facet
from (values ('A', 1), ('B', 2), ('C', 3), ('D', 4), ('E', 5), ('F', 6)) t(record_no, group_no)
-- given intermediate.own_resolution
from (values (71), (72), (73), (74)) t(note_group_no)
-- given intermediate.cause_bond
from (values
  (1, 'resolution', '71', 'Net', 1.0), (1, 'ci', 'SW1', 'Net', 1.0),
  (2, 'resolution', '72', 'Net', 1.0), (2, 'ci', 'SW1', 'Net', 1.0),
  (3, 'resolution', '73', 'Net', 1.0), (4, 'resolution', '73', 'Mail', 0.5),
  (5, 'resolution', '74', 'Net', 0.5), (6, 'resolution', '74', 'Mail', 0.5)
) t(group_no, kind, value, service, service_share)
-- expect
from (values (1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (6, 5)) t(group_no, cause_no)
