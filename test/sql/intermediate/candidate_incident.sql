-- The hours of an incident count once: where its texts tell, else at the smallest candidate.
-- model intermediate.candidate_incident
-- given intermediate.candidate_number
from (values ('wording 1', 1), ('structure X', 2), ('structure Y', 3)) t(candidate, candidate_no)
-- given intermediate.candidate_member
from (values
  ('wording 1', 'A', ['text'], false), ('wording 1', 'B', ['text'], true), ('wording 1', 'C', ['text'], false),
  ('structure X', 'A', ['structural'], false), ('structure X', 'D', ['structural'], false),
  ('structure Y', 'D', ['structural'], false)
) t(candidate, record_no, evidence, is_boundary)
-- expect
from (values
  (1, 'A', false, true), (1, 'B', true, true), (1, 'C', false, true),
  (2, 'A', false, false), (2, 'D', false, false), (3, 'D', false, true)
) t(candidate_no, record_no, is_boundary, is_primary)
