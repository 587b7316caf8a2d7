-- Groups that share three tenths of their telling resolutions are tied, though worded in two languages (1 and 2), in
-- one service only (not 3), or where both are spread (4 and 5).
-- model intermediate.cause_tie
-- given intermediate.incident_facet
select row_number() over () as record_no, group_no, note_group_no
from (values (1, 71, 3), (1, 72, 3), (2, 71, 3), (3, 71, 3), (4, 73, 3), (5, 73, 3)) t(group_no, note_group_no, n)
cross join range(3) as r(i)
where i < n
-- given intermediate.own_resolution
from (values (71, 0.9), (72, 0.9), (73, 0.9)) t(note_group_no, own_share)
-- given intermediate.wording_profile
from (values
  (1, 6, 'Net', 1.0, 6, 6), (2, 3, 'Net', 1.0, 3, 3), (3, 3, 'Mail', 1.0, 3, 3),
  (4, 3, 'Net', 0.5, 3, 3), (5, 3, 'Mail', 0.4, 3, 3)
) t(group_no, incident_count, service, service_share, noted_count, telling_count)
-- expect
from (values (1, 2, 0.5), (2, 1, 0.5), (4, 5, 1.0), (5, 4, 1.0)) t(group_no, other_no, common_share)
