-- PC-7 was merged into PC-3 by hand. Since, PC-3 remembers incidents of both; both go on as PC-3, though PC-7's part
-- is the larger.
-- model intermediate.candidate_number
-- given intermediate.candidate_member
select case when i < 4 then 'wording 2' else 'wording 1' end as candidate, i as record_no, ['text'] as evidence
from range(10) as r(i)
-- given staging.record
select 'desk' as source, i as record_no, i::varchar as record_id from range(10) as r(i)
-- given settings.candidate_merge
select 7 as from_candidate_no, 3 as into_candidate_no
-- given settings.known_candidate
from (values (3, 10, false), (7, 5, true)) t(candidate_no, incident_count, is_gone)
-- given settings.known_candidate_member
select 3 as candidate_no, 'desk' as source, i::varchar as record_id from range(10) as r(i)
union all
select 7, 'desk', i::varchar from range(4, 9) as r(i)
-- expect
from (values ('wording 1', 3), ('wording 2', 3)) t(candidate, candidate_no)
