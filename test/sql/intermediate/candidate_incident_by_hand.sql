-- What was split off is the new candidate, or the one that was merged into. Candidates merged by hand are one, an incident of
-- both is in it once.
-- model intermediate.candidate_incident
-- given intermediate.candidate_number
from (values ('wording 1', 1), ('wording 2', 1), ('wording 3', 3)) t(candidate, candidate_no)
-- given intermediate.candidate_member
from (values
  ('wording 1', 'A', ['text'], true), ('wording 2', 'A', ['structural'], false), ('wording 1', 'B', ['text'], false),
  ('wording 3', 'C', ['text'], false), ('wording 3', 'D', ['text'], false), ('wording 3', 'E', ['text'], false)
) t(candidate, record_no, evidence, is_boundary)
-- given intermediate.split_member
from (values ('wording 3', 'D', 10), ('wording 3', 'E', 11)) t(candidate, record_no, split_candidate_no)
-- given settings.candidate_merge
select 11 as from_candidate_no, 1 as into_candidate_no
-- expect
from (values
  (1, 'A', ['structural', 'text'], false), (1, 'B', ['text'], false), (1, 'E', ['text'], false),
  (3, 'C', ['text'], false), (10, 'D', ['text'], false)
) t(candidate_no, record_no, evidence, is_boundary)
