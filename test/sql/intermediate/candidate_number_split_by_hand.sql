-- What was split off by hand no longer speaks for the rest, though it was most of it: the rest keeps its number, and
-- nothing inherits the number of the split.
-- model intermediate.candidate_number
-- given intermediate.candidate_member
select 'wording 1' as candidate, i as record_no, ['text'] as evidence from range(10) as r(i)
union all
select 'structure X', i, ['structural'] from range(2, 10) as r(i)
-- given intermediate.split_member
select 'wording 1' as candidate, i as record_no, 9 as split_candidate_no from range(3, 10) as r(i)
-- given staging.record
select 'desk' as source, i as record_no, i::varchar as record_id from range(10) as r(i)
-- given settings.candidate_split
select 3 as candidate_no, 'key' as wording_key, 9 as new_candidate_no
-- given settings.known_candidate
from (values (3, 10, false), (9, 7, false)) t(candidate_no, incident_count, is_gone)
-- given settings.known_candidate_member
select 3 as candidate_no, 'desk' as source, i::varchar as record_id from range(10) as r(i)
union all
select 9, 'desk', i::varchar from range(3, 10) as r(i)
-- expect
from (values ('wording 1', 3), ('structure X', 10)) t(candidate, candidate_no)
