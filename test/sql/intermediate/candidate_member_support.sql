-- What only words hold together needs support where CIs or resolutions are known: of five alike in a year those of
-- group 2 have a telling resolution and those of group 3 came within a fortnight; those of group 1 are none.
-- model intermediate.candidate_member
-- given intermediate.incident_cause
select group_no || name as record_no, group_no as cause_no, 'text' as told_by, false as is_boundary
from (values (1), (2), (3)) t(group_no) cross join (values ('A'), ('B'), ('C'), ('D'), ('E')) n(name)
-- given intermediate.incident_facet
select
  group_no || name as record_no, group_no, 'SW' || i as ci, 70 + i as note_group_no,
  timestamptz '2024-01-01 00:00:00+00' + to_days(i * case when group_no = 3 then 3 else 70 end) as opened_at
from (values (1), (2), (3)) t(group_no)
cross join (values ('A', 0), ('B', 1), ('C', 2), ('D', 3), ('E', 4)) n(name, i)
-- given intermediate.wording_profile
from (values (1, 0), (2, 3), (3, 0)) t(group_no, telling_count), (select 5 as noted_count)
-- expect
select 'wording ' || group_no as candidate, group_no || name as record_no
from (values (2), (3)) t(group_no) cross join (values ('A'), ('B'), ('C'), ('D'), ('E')) n(name)
