-- One tenth more, and three at the least, is grown; what went over to another is merged, what went nowhere gone; what
-- holds a quarter of another and is new was split from it.
-- model marts.candidate_lineage
-- given marts.fct_candidate_incident
select candidate_no, candidate_no || '-' || i as record_no
from (values (1, 8), (2, 12), (3, 21), (4, 10), (7, 4)) t(candidate_no, n) cross join range(21) as r(i) where i < n
-- given staging.record
select 'desk' as source, candidate_no || '-' || i as record_no, candidate_no || '-' || i as record_id
from (values (1, 8), (2, 12), (3, 21), (4, 10), (7, 4)) t(candidate_no, n) cross join range(21) as r(i) where i < n
-- given settings.known_candidate
from (values (1, 12, false), (2, 10, false), (3, 18, false), (4, 9, true), (5, 6, false), (6, 6, false))
  t(candidate_no, incident_count, is_gone)
-- given settings.known_candidate_member
from (values
  (1, 'desk', '1-0'), (1, 'desk', '1-1'), (1, 'desk', '1-2'), (1, 'desk', '7-0'), (5, 'desk', '3-0'), (6, 'desk', 'left')
) t(candidate_no, source, record_id)
-- expect
from (values
  (7, 'new', null, null, 4), (7, 'split from', 1, 12, 4), (1, 'shrunk', null, 12, 8), (3, 'grown', null, 18, 21),
  (5, 'merged into', 3, 6, null), (6, 'gone', null, 6, null)
) t(candidate_no, event, other_candidate_no, count_before, count_now)
