-- The service of a group is that of most, none where most have none; of equal ones the first by name, whatever the
-- order of rows.
-- model intermediate.cause_bond
-- given intermediate.incident_facet
select row_number() over () as record_no, group_no, service, note_group_no
from (values
  (1, 'Net', 71, 2), (1, 'Mail', 71, 2),
  (2, null, 72, 3), (2, 'Mail', 72, 1),
  (3, 'Net', 73, 9), (4, 'Net', 74, 9)
) t(group_no, service, note_group_no, n)
cross join range(9) as r(i)
where i < n
-- expect
from (values (1, '71', 'Mail', 0.5), (2, '72', null, 0.75)) t(group_no, value, service, service_share)
