-- A resolution tells a cause when two fifths of those noted so are in groups it is far more usual in than elsewhere (71),
-- or when three fifths of it are of one CI (73). What is noted of everything tells none (72).
-- model intermediate.own_resolution
-- given intermediate.incident_facet
select row_number() over () as record_no, 'Net' as service, ci, group_no, note_group_no
from (values
  (1, 71, null, 4), (2, 71, null, 4), (3, 71, null, 1), (4, 71, null, 1),
  (10, 72, null, 2), (11, 72, null, 2), (12, 72, null, 2), (13, 72, null, 2), (14, 72, null, 2), (15, 72, null, 2),
  (16, 72, null, 2), (17, 72, null, 2), (18, 72, null, 2), (19, 72, null, 2), (20, 72, null, 2), (21, 72, null, 2),
  (31, 73, 'SW1', 1), (32, 73, 'SW1', 1), (33, 73, 'SW2', 1)
) t(group_no, note_group_no, ci, n)
cross join range(4) as r(i)
where i < n
-- expect
from (values (71, 0.8), (73, 0.0)) t(note_group_no, own_share)
