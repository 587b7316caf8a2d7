-- What happened around a candidate. Changes count on the CI that half of it names, from two weeks before it came to four
-- weeks after. A major's title is told as it is fit to be shown.
-- model marts.candidate_event
-- given marts.dim_candidate
from (values
  (1, 'SW1', 0.5, timestamptz '2024-03-01 00:00:00+00', timestamptz '2024-05-01 00:00:00+00'),
  (2, 'SW1', 0.4, timestamptz '2024-03-01 00:00:00+00', timestamptz '2024-05-01 00:00:00+00')
) t(candidate_no, ci, ci_share, first_seen_at, last_seen_at)
-- given staging.record
from (values
  ('CHG1', 'change', 'CHG1', 'Firmware', ' SW1', timestamptz '2024-01-01 00:00:00+00', timestamptz '2024-04-01 00:00:00+00'),
  ('CHG2', 'change', 'CHG2', 'Earlier', 'SW1', timestamptz '2024-01-01 00:00:00+00', timestamptz '2024-02-01 00:00:00+00'),
  ('PRB1', 'problem', 'PRB1', 'Loose port', null, timestamptz '2024-03-05 00:00:00+00', null)
) t(record_no, record_type, number, title, ci, opened_at, closed_at)
-- given marts.candidate_value
from (values (1, 'problem', 'PRB1')) t(candidate_no, field, value)
-- given marts.fct_candidate_incident
from (values (2, 'A', timestamptz '2024-03-09 00:00:00+00')) t(candidate_no, record_no, opened_at)
-- given marts.fct_incident
from (values ('A', 'INC1', 'All down, says Ilse Bakker', true)) t(record_no, number, title, is_major)
-- given intermediate.shown_text
from (values ('A', 'title', 'All down, says ‹name›')) t(record_no, field, text)
-- expect
from (values
  (1, 'first seen', '', null, timestamptz '2024-03-01 00:00:00+00'), (2, 'first seen', '', null, timestamptz '2024-03-01 00:00:00+00'),
  (1, 'change', 'CHG1', 'Firmware', timestamptz '2024-04-01 00:00:00+00'),
  (1, 'problem opened', 'PRB1', 'Loose port', timestamptz '2024-03-05 00:00:00+00'),
  (2, 'major', 'INC1', 'All down, says ‹name›', timestamptz '2024-03-09 00:00:00+00')
) t(candidate_no, kind, reference, title, happened_at)
