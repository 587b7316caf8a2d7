-- The same incidents have the same number, though a candidate has grown (3). What is new gets numbers that no
-- other ever had, the largest first: 9 is a split's.
-- model intermediate.candidate_number
-- given intermediate.candidate_member
select candidate, name || i as record_no, ['text'] as evidence
from (values ('wording 1', 'a', 6), ('wording 2', 'b', 2), ('wording 3', 'c', 3)) t(candidate, name, n)
cross join range(6) as r(i) where i < n
-- given staging.record
select 'desk' as source, name || i as record_no, name || i as record_id
from (values ('a', 6), ('b', 2), ('c', 3)) t(name, n) cross join range(6) as r(i) where i < n
-- given settings.known_candidate
from (values (3, 4, false), (8, 5, true)) t(candidate_no, incident_count, is_gone)
-- given settings.known_candidate_member
from (values (3, 'desk', 'a0'), (3, 'desk', 'a1'), (3, 'desk', 'a2'), (3, 'desk', 'no longer there'), (8, 'desk', 'gone'))
  t(candidate_no, source, record_id)
-- given settings.candidate_split
select 1 as candidate_no, 'key' as wording_key, 9 as new_candidate_no
-- expect
from (values ('wording 1', 3), ('wording 3', 10), ('wording 2', 11)) t(candidate, candidate_no)
