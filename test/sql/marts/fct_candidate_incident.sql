-- The window ends with the data's own clock; an open incident's hours are those so far.
-- model marts.fct_candidate_incident
-- given intermediate.candidate_incident
from (values (1, 'recent'), (1, 'before'), (1, 'long ago'), (2, 'recent')) t(candidate_no, record_no)
-- given marts.fct_incident
from (values
  ('recent', timestamptz '2024-06-01 12:00:00+00', null, 100), ('before', timestamptz '2023-07-03 12:00:00+00', 8, null),
  ('long ago', timestamptz '2023-07-02 12:00:00+00', 9, null)
) t(record_no, opened_at, hours_lost, age_hours)
-- expect
from (values
  (1, 'recent', true, true, 100), (2, 'recent', true, true, 100), (1, 'before', true, false, 8),
  (1, 'long ago', false, false, 9)
) t(candidate_no, record_no, is_in_window, is_recent, hours_lost)
