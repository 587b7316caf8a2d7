-- A resolution applied five times to incidents of one subcategory and CI, each worded differently, is a cause of its
-- own; the same that is spread over subcategories is routine, and so is one of many CIs.
-- model intermediate.incident_cause
-- given intermediate.incident_facet
from (values
  ('A', 'Mail', 'Sync', 'MX1', 11, 71), ('B', 'Mail', 'Sync', 'MX1', 12, 71), ('C', 'Mail', 'Sync', 'MX1', 13, 71),
  ('D', 'Mail', 'Sync', null, null, 71), ('E', 'Mail', 'Sync', null, 15, 71), ('F', 'Mail', 'Quota', 'MX1', 16, 71),
  ('R1', 'Net', 'Wifi', 'SW1', 21, 72), ('R2', 'Net', 'Lan', 'SW1', 22, 72), ('R3', 'Net', 'Vpn', 'SW1', 23, 72),
  ('R4', 'Net', 'Dns', 'SW1', 24, 72), ('R5', 'Net', 'Wan', 'SW1', 25, 72),
  ('S1', 'Net', 'Wifi', 'AP1', 31, 73), ('S2', 'Net', 'Wifi', 'AP2', 32, 73), ('S3', 'Net', 'Wifi', 'AP3', 33, 73),
  ('S4', 'Net', 'Wifi', 'AP4', 34, 73), ('S5', 'Net', 'Wifi', 'AP5', 35, 73)
) t(record_no, service, subcategory, ci, group_no, note_group_no)
-- given intermediate.cause
from (values (11, 11), (12, 12), (13, 13), (15, 15), (16, 16), (21, 21), (22, 22), (23, 23), (24, 24), (25, 25), (31, 31),
  (32, 32), (33, 33), (34, 34), (35, 35))
  t(group_no, cause_no)
-- expect
from (values
  ('A', -71, 'workaround'), ('B', -71, 'workaround'), ('C', -71, 'workaround'), ('D', -71, 'workaround'),
  ('E', -71, 'workaround'), ('F', 16, 'text'),
  ('R1', 21, 'text'), ('R2', 22, 'text'), ('R3', 23, 'text'), ('R4', 24, 'text'), ('R5', 25, 'text'),
  ('S1', 31, 'text'), ('S2', 32, 'text'), ('S3', 33, 'text'), ('S4', 34, 'text'), ('S5', 35, 'text')
) t(record_no, cause_no, told_by)
