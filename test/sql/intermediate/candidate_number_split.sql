-- Of one that fell apart the part with most of it keeps the number; where no part has two fifths, it is gone.
-- model intermediate.candidate_number
-- given intermediate.candidate_member
select candidate, i as record_no, ['text'] as evidence
from (values
  ('wording 1', 0, 6), ('wording 2', 6, 10), ('wording 3', 10, 13), ('wording 4', 13, 16), ('wording 5', 16, 19)
) t(candidate, first, last)
cross join range(19) as r(i) where i >= first and i < last
-- given staging.record
select 'desk' as source, i as record_no, chr((97 + i)::integer) as record_id from range(19) as r(i)
-- given settings.known_candidate
from (values (4, 10, false), (5, 9, false)) t(candidate_no, incident_count, is_gone)
-- given settings.known_candidate_member
select case when i < 10 then 4 else 5 end as candidate_no, 'desk' as source, chr((97 + i)::integer) as record_id
from range(19) as r(i)
-- expect
from (values ('wording 1', 4), ('wording 2', 6), ('wording 3', 7), ('wording 4', 8), ('wording 5', 9))
  t(candidate, candidate_no)
