-- Two that became one have the number of the larger, though as much is remembered of both; a structure that overlaps
-- with a text candidate has its own.
-- model intermediate.candidate_number
-- given intermediate.candidate_member
select candidate, i as record_no, ['text'] as evidence
from (values ('wording 1', 0, 8), ('structure X', 2, 6)) t(candidate, first, last)
cross join range(8) as r(i) where i >= first and i < last
-- given staging.record
select 'desk' as source, i as record_no, i::varchar as record_id from range(8) as r(i)
-- given settings.known_candidate
from (values (4, 40, false), (5, 900, false), (6, 4, false)) t(candidate_no, incident_count, is_gone)
-- given settings.known_candidate_member
select candidate_no, 'desk' as source, i::varchar as record_id
from (values (4, 0, 4), (5, 4, 8), (6, 2, 6)) t(candidate_no, first, last)
cross join range(8) as r(i) where i >= first and i < last
-- expect
from (values ('wording 1', 5), ('structure X', 6)) t(candidate, candidate_no)
