-- Cancelled incidents share nothing with others; an empty problem is none.
-- model intermediate.incident_facet
-- given intermediate.counted_incident
from (values ('A', 'open', 'PC-1'), ('B', 'withdrawn', 'PC-1'), ('C', null, null)) t(record_no, state, ci)
-- given staging.record
from (values ('A', ' P1 '), ('B', 'P1'), ('C', ' ')) t(record_no, problem_id)
-- given intermediate.incident_wording
select 'A' as record_no, 3 as wording_no, 2 as group_no, false as is_boundary, null as note_group_no
-- expect
from (values ('A', 'PC-1', 'P1', 3, 2), ('C', null, null, null, null)) t(record_no, ci, problem_id, wording_no, group_no)
