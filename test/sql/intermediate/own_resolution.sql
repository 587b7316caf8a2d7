-- A resolution is a group's own when two fifths of those noted so are in groups it is usual in.
-- model intermediate.own_resolution
-- given intermediate.incident_facet
select row_number() over () as record_no, note_group_no
from (values (71, 10), (72, 10)) t(note_group_no, n) cross join range(10) as r(i) where i < n
-- given intermediate.cause_bond
from (values (1, 'resolution', '71', 3), (2, 'resolution', '71', 1), (3, 'resolution', '72', 3), (4, 'ci', '72', 9))
  t(group_no, kind, value, value_count)
-- expect
select 71 as note_group_no, 0.4 as own_share
