-- A resolution applied five times to incidents of one subcategory, each worded differently, is a cause of its own; the
-- same that is spread over subcategories is routine.
-- model intermediate.incident_cause
-- given intermediate.incident_facet
from (values
  ('A', 'Mail', 'Sync', 11, 71), ('B', 'Mail', 'Sync', 12, 71), ('C', 'Mail', 'Sync', 13, 71),
  ('D', 'Mail', 'Sync', null, 71), ('E', 'Mail', 'Sync', 15, 71), ('F', 'Mail', 'Quota', 16, 71),
  ('R1', 'Net', 'Wifi', 21, 72), ('R2', 'Net', 'Lan', 22, 72), ('R3', 'Net', 'Vpn', 23, 72),
  ('R4', 'Net', 'Dns', 24, 72), ('R5', 'Net', 'Wan', 25, 72)
) t(record_no, service, subcategory, group_no, note_group_no)
-- given intermediate.cause
from (values (11, 11), (12, 12), (13, 13), (15, 15), (16, 16), (21, 21), (22, 22), (23, 23), (24, 24), (25, 25))
  t(group_no, cause_no)
-- expect
from (values
  ('A', -71, 'workaround'), ('B', -71, 'workaround'), ('C', -71, 'workaround'), ('D', -71, 'workaround'),
  ('E', -71, 'workaround'), ('F', 16, 'text'),
  ('R1', 21, 'text'), ('R2', 22, 'text'), ('R3', 23, 'text'), ('R4', 24, 'text'), ('R5', 25, 'text')
) t(record_no, cause_no, told_by)
