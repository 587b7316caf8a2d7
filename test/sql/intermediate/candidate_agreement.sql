-- Candidate 1: two of four worded alike, half of (4 + 1 + 1) / 16; half with notes, which agree and count half where the
-- structure made it: 1 − (1 − 0.1875) × (1 − 0.25). Candidate 2, which structure found on one CI: that CI says nothing,
-- and nothing else is known: a quarter. Candidate 3, found by its texts: the CI counts, by 0.8. Candidate 5: resolutions
-- that tell a cause agree, whatever their words.
-- model intermediate.candidate_agreement
-- given intermediate.candidate_incident
from (values
  (1, 'A', ['structural']), (1, 'B', ['structural']), (1, 'C', ['structural']), (1, 'D', ['structural']),
  (2, 'E', ['structural']), (2, 'F', ['structural']),
  (3, 'E', ['text']), (3, 'F', ['text']),
  (4, 'C', ['major']),
  (5, 'G', ['text']), (5, 'H', ['text'])
) t(candidate_no, record_no, evidence)
-- given intermediate.incident_facet
from (values
  ('A', 1, 71, null), ('B', 1, 71, null), ('C', 2, null, null), ('D', 3, null, null),
  ('E', null, null, 'SW1'), ('F', null, null, 'SW1'), ('G', 5, 72, null), ('H', 6, 73, null)
) t(record_no, group_no, note_group_no, ci)
-- given intermediate.own_resolution
from (values (72, 0.9), (73, 0.9)) t(note_group_no, own_share)
-- expect
from (values (1, 1 - 0.8125 * 0.75), (2, 0.25), (3, 0.8), (4, 0.5), (5, 1)) t(candidate_no, agreement)
