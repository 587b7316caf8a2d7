-- Candidate 1: two of four worded alike ((4 + 1 + 1) / 16), half with notes, which agree: 1 − 0.625 × 0.5.
-- Candidate 2, which structure found on one CI: that CI says nothing. Candidate 3, found by its texts: it does, by 0.8.
-- An incident alone agrees with itself.
-- model intermediate.candidate_agreement
-- given intermediate.candidate_incident
from (values
  (1, 'A', ['structural']), (1, 'B', ['structural']), (1, 'C', ['structural']), (1, 'D', ['structural']),
  (2, 'E', ['structural']), (2, 'F', ['structural']),
  (3, 'E', ['text']), (3, 'F', ['text']),
  (4, 'C', ['major'])
) t(candidate_no, record_no, evidence)
-- given intermediate.incident_facet
from (values
  ('A', 1, 71, null), ('B', 1, 71, null), ('C', 2, null, null), ('D', 3, null, null),
  ('E', null, null, 'SW1'), ('F', null, null, 'SW1')
) t(record_no, group_no, note_group_no, ci)
-- expect
from (values (1, 1 - 0.625 * 0.5), (2, 0), (3, 0.8), (4, 1)) t(candidate_no, agreement)
