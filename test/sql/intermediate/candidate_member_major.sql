-- A major without a problem is a candidate though it is the only one; one of a workaround's is evidence for that.
-- model intermediate.candidate_member
-- given intermediate.incident_facet
from (values (1, null), (2, 'PRB1'), (3, null), (4, null), (5, null), (6, null), (7, null)) t(record_no, problem_id)
-- given staging.record
from (values (1, true), (2, true), (3, true), (4, false)) t(record_no, is_major)
-- given intermediate.incident_cause
select i as record_no, -71 as cause_no, 'workaround' as told_by, false as is_boundary from range(3, 8) as r(i)
-- given intermediate.after_change
select 'SW1' as ci, 4 as record_no
-- expect
from (values
  ('major 1', 1, ['major']), ('resolution 71', 3, ['major', 'workaround']),
  ('resolution 71', 4, ['after change', 'workaround']), ('resolution 71', 5, ['workaround']),
  ('resolution 71', 6, ['workaround']), ('resolution 71', 7, ['workaround'])
) t(candidate, record_no, evidence)
