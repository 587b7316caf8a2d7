-- Half of a group's notes, three fifths of its CIs speak for one cause where they are far more usual in it than
-- around it: the resolution 71 of group 1 and the CI of group 2 do. Note 70, noted of everything, and the only CI of
-- a service bind nothing.
-- model intermediate.cause_bond
-- given intermediate.incident_facet
select row_number() over () as record_no, group_no, service, note_group_no, ci
from (values
  (1, 'Mail', 71, 'MX1', 4), (1, 'Mail', 70, 'MX1', 2),
  (2, 'Net', 70, 'SW1', 4), (2, 'Net', 70, 'SW2', 1),
  (3, 'Net', 70, 'SW3', 8),
  (4, 'Net', 70, 'SW4', 8)
) t(group_no, service, note_group_no, ci, n)
cross join range(8) as r(i)
where i < n
-- expect
from (values
  (1, 'resolution', '71', 4, 6, 'Mail', 1),
  (2, 'ci', 'SW1', 4, 5, 'Net', 1),
  (3, 'ci', 'SW3', 8, 8, 'Net', 1),
  (4, 'ci', 'SW4', 8, 8, 'Net', 1)
) t(group_no, kind, value, value_count, known_count, service, service_share)
